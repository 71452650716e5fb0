import Glibc

/// SHA-256 of some bytes, 32 bytes long; given by the caller, because this target has no cryptography.
public typealias FrameDigest = @Sendable (UnsafeRawBufferPointer) -> [UInt8]

/// The folder `frames` of a store: one file a series, named by its token.
public struct FrameFolder: Hashable, Sendable {
    /// The folder.
    public let path: String

    /// The folder at `path`; nothing is opened yet.
    public init(path: String) { self.path = path }

    /// The folder of the store at `store`.
    public init(store: String) { path = store + "/frames" }

    /// Makes the folder, for its owner only, unless it is there.
    public func create() throws(FrameCacheError) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw .unwritable(path: path, cause: systemMessage(errno))
    }

    /// Maps one series for reading.
    public func open(_ token: FrameToken) throws(FrameCacheError) -> FrameSeries {
        let descriptor = try openDescriptor(token)
        defer { close(descriptor) }
        return try FrameSeries(descriptor: descriptor, path: file(token))
    }

    /// Opens the file of one series, read-only; the caller closes it.
    ///
    /// A service passes the descriptor to a reader's process, which can map it and open nothing.
    public func openDescriptor(_ token: FrameToken) throws(FrameCacheError) -> Int32 {
        let descriptor = Glibc.open(file(token), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw .unreadable(path: file(token), cause: systemMessage(errno))
        }
        return descriptor
    }

    /// Removes one series, as when its import is refused after all.
    public func remove(_ token: FrameToken) throws(FrameCacheError) {
        guard unlink(file(token)) == 0 || errno == ENOENT else {
            throw .unwritable(path: file(token), cause: systemMessage(errno))
        }
    }

    /// Removes what an interrupted import left; call it while no other import runs.
    public func sweep() throws(FrameCacheError) {
        guard let folder = opendir(path) else {
            throw .unreadable(path: path, cause: systemMessage(errno))
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasSuffix(Self.unfinished) else { continue }
            guard unlink(path + "/" + name) == 0 else {
                throw .unwritable(path: path + "/" + name, cause: systemMessage(errno))
            }
        }
    }

    /// The ending of a file that is still being written.
    static let unfinished = ".part"

    /// The path of a series.
    func file(_ token: FrameToken) -> String { "\(path)/\(token)" }
}
