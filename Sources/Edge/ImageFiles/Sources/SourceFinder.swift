import Glibc

/// Finds the files in what was given for import: files, folders, ZIP archives and DICOM media.
public struct SourceFinder {
    /// The most files of one case: what is held of each is little, but not nothing.
    public static let mostFiles = 50_000

    private let references: (ImageSource) throws -> Result<[String], FileProblem>

    /// A finder that lets `decoder` read the lists of DICOM media.
    public init(decoder: ImageDecoder) { references = decoder.references }

    /// A finder that reads the lists of DICOM media in this process.
    public init() {
        references = { source in
            Result { () throws(FileProblem) in try DirectoryReader.references(in: source) }
        }
    }

    /// The files at `paths`, each path's in the order of their names or of their DICOMDIR.
    ///
    /// - Throws: `SandboxError` when a list cannot be read because no child can be started.
    public func find(_ paths: [String]) throws -> SourceList {
        var list = SourceList()
        for path in paths { list.append(try find(path)) }
        return list
    }

    private func find(_ path: String) throws -> SourceList {
        let name = SafeText.path(path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            return problem(
                errno == ENOENT
                    ? .missing(name) : .unreadable(name, cause: systemMessage(errno)))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return try file(path)
        case S_IFDIR:
            let listing = FolderWalk.listing(of: path)
            guard !listing.files.isEmpty || !listing.problems.isEmpty else {
                return problem(.emptyFolder(name))
            }
            return try medium(listing)
        default: return problem(.notAFile(name))
        }
    }

    private func file(_ path: String) throws -> SourceList {
        let source = ImageSource(path: path)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let listing = MediumListing(
            files: [.init(components: [Self.lastComponent(path)], source: source)])
        guard let directory = DirectoryFile.find(in: listing) else {
            return try ZIPArchive.isArchive(source) ? archive(path) : list(of: source)
        }
        return try resolve(directory, in: FolderWalk.listing(of: folder))
    }

    private func archive(_ path: String) throws -> SourceList {
        let listing: MediumListing
        do throws(SourceError) {
            let archive = try ZIPArchive(path: path)
            listing = try archive.listing()
            guard !listing.files.isEmpty || !listing.problems.isEmpty else {
                throw .emptyArchive(archive.name)
            }
        } catch {
            return problem(error)
        }
        return try medium(listing)
    }

    private func medium(_ listing: MediumListing) throws -> SourceList {
        if let directory = DirectoryFile.find(in: listing) {
            return try resolve(directory, in: listing)
        }
        var list = SourceList()
        list.problems = listing.problems
        for file in listing.files {
            if case .file(let path) = file.source.place, ZIPArchive.isArchive(file.source) {
                list.append(try archive(path))
            } else {
                list.sources.append(file.source)
            }
        }
        return list
    }

    private func resolve(
        _ directory: DirectoryFile, in listing: MediumListing
    ) throws -> SourceList {
        switch try references(directory.source) {
        case .success(let references):
            return directory.resolve(references, in: listing)
        case .failure(.source(let error)):
            return problem(error)
        case .failure(.refused(let name, let error)):
            return problem(.badDirectory(name, cause: error.description))
        case .failure(.quarantined(let name, let reason)):
            return problem(.badDirectory(name, cause: reason.description))
        }
    }

    private func list(of source: ImageSource) -> SourceList {
        var list = SourceList()
        list.sources = [source]
        return list
    }

    private func problem(_ error: SourceError) -> SourceList {
        var list = SourceList()
        list.problems = [error]
        return list
    }

    private static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
