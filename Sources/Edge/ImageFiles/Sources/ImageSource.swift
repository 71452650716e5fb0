import Glibc

/// One file that may hold an image: in a folder, or in an archive.
public struct ImageSource: Sendable {
    /// Where the file lies.
    enum Place: Sendable {
        case file(path: String)
        case entry(ZIPArchive, index: UInt64)
    }

    /// The file as messages name it; safe for a terminal.
    public let name: String
    /// The file's own name without its ending, for comparison with a study's rules.
    public let stem: String
    let place: Place

    /// The file at `path`.
    public init(path: String) {
        let safe = SafeText.path(path)
        name = safe == path ? path : safe
        stem = Self.stem(of: path)
        place = .file(path: path)
    }

    /// An entry of an archive.
    init(entry index: UInt64, named entry: String, of archive: ZIPArchive) {
        name = "\(archive.name): \(SafeText.path(entry))"
        stem = Self.stem(of: entry)
        place = .entry(archive, index: index)
    }

    private static func stem(of path: String) -> String {
        var name = SafeText.path(path.split(separator: "/").last.map(String.init) ?? "")
        for ending in [".gz", ".nii", ".dcm"] where name.lowercased().hasSuffix(ending) {
            name.removeLast(ending.count)
        }
        return name
    }

    /// Opens the file for reading; the caller closes the descriptor.
    ///
    /// An entry of an archive is unpacked into memory, or into an unnamed file if it is large.
    func open() throws(SourceError) -> Int32 {
        switch place {
        case .file(let path): try Self.open(path, name)
        case .entry(let archive, let index): try archive.unpack(index, name)
        }
    }

    private static func open(_ path: String, _ name: String) throws(SourceError) -> Int32 {
        // O_NONBLOCK: a named pipe would keep the import waiting.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(name) : .unreadable(name, cause: systemMessage(errno))
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(name)
        }
        return descriptor
    }
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
