import Glibc

/// Lists the files below a folder: sorted by name, hidden ones left out, no folder entered twice.
struct FolderWalk {
    /// The deepest nesting that is followed.
    static let deepest = 64

    private var listing = MediumListing()
    private var visited: Set<FolderIdentity> = []
    /// There are more files than one case can have.
    private var isOver = false

    /// The files below `path`.
    static func listing(of path: String) -> MediumListing {
        var walk = FolderWalk()
        walk.enter(path, [])
        guard walk.isOver else { return walk.listing }
        let name = SafeText.path(path)
        return MediumListing(problems: [.tooManyFiles(name, limit: SourceFinder.mostFiles)])
    }

    private mutating func enter(_ path: String, _ components: [String]) {
        guard components.count <= Self.deepest, let identity = FolderIdentity(path),
            visited.insert(identity).inserted
        else { return }
        guard let names = Self.names(in: path) else {
            let cause = systemMessage(errno)
            listing.problems.append(.unreadable(SafeText.path(path), cause: cause))
            return
        }
        for name in names where !isOver { add(path + "/" + name, components + [name]) }
    }

    private mutating func add(_ path: String, _ components: [String]) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let cause = systemMessage(errno)
            listing.problems.append(.unreadable(SafeText.path(path), cause: cause))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: enter(path, components)
        case S_IFREG where listing.files.count == SourceFinder.mostFiles:
            isOver = true
        case S_IFREG:
            listing.files.append(.init(components: components, source: ImageSource(path: path)))
        default: listing.problems.append(.notAFile(SafeText.path(path)))
        }
    }

    private static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
}

/// Tells one folder from another, whatever path leads to it.
private struct FolderIdentity: Hashable {
    let device: UInt
    let number: UInt

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}
