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
        try unlink(file(token))
        try unlink(file(token) + Self.unsettled)
    }

    /// Says that the store's log names a series from now on; until then it counts as left by an interrupted import.
    ///
    /// A mark that cannot be taken away does no harm: the next sweep finds the series in the log.
    public func settle(_ token: FrameToken) { Glibc.unlink(file(token) + Self.unsettled) }

    /// Removes what an interrupted import left: files that were not finished, and series that never came into the log.
    ///
    /// Call it while no other import runs. Series without the mark of a new one stay, whatever the log says, so that an
    /// older log that was put back costs no images.
    ///
    /// - Parameter isInLog: Whether the store's log names a series.
    /// - Returns: The finished series that were removed.
    @discardableResult public func sweep(
        isInLog: (FrameToken) -> Bool
    ) throws(FrameCacheError) -> [FrameToken] {
        var removed: [FrameToken] = []
        for name in try names() {
            if name.hasSuffix(Self.unfinished) { try unlink(path + "/" + name) }
            guard name.hasSuffix(Self.unsettled),
                let token = try? FrameToken(String(name.dropLast(Self.unsettled.count)))
            else { continue }
            if isInLog(token) {
                settle(token)
            } else {
                try remove(token)
                removed.append(token)
            }
        }
        return removed
    }

    /// Waits until the names of all files are on the disk.
    func synchronize() throws(FrameCacheError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, cause: systemMessage(errno)) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw .unwritable(path: path, cause: systemMessage(errno))
        }
    }

    private func names() throws(FrameCacheError) -> [String] {
        guard let folder = opendir(path) else {
            throw .unreadable(path: path, cause: systemMessage(errno))
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

    private func unlink(_ path: String) throws(FrameCacheError) {
        guard Glibc.unlink(path) == 0 || errno == ENOENT else {
            throw .unwritable(path: path, cause: systemMessage(errno))
        }
    }

    /// The ending of a file that is still being written.
    static let unfinished = ".part"
    /// The ending of the mark beside a finished series that the store's log does not name yet.
    static let unsettled = ".new"

    /// The path of a series.
    func file(_ token: FrameToken) -> String { "\(path)/\(token)" }
}
