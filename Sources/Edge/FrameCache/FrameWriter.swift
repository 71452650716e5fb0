import Glibc

/// Writes one series into the cache, slice by slice, so that memory holds one slice however many there are.
///
/// Until `finish` the file has another name; when the writer goes before, the file goes with it.
public final class FrameWriter {
    /// The name that the series gets.
    public let token: FrameToken
    /// What is written beside the samples.
    public let header: FrameHeader
    private let folder: FrameFolder
    private let layout: FrameLayout
    private let digest: FrameDigest
    private var descriptor: Int32
    private var digests: [[UInt8]?]

    /// Starts a series under a new token and sets its space aside.
    ///
    /// - Throws: `FrameCacheError.noSpace` now rather than after half the slices.
    public init(
        folder: FrameFolder, header: FrameHeader, digest: @escaping FrameDigest
    ) throws(FrameCacheError) {
        self.folder = folder
        self.header = header
        self.digest = digest
        token = try FrameToken.random()
        let blank = [[UInt8]](
            repeating: [UInt8](repeating: 0, count: 32), count: header.slices.count)
        digests = Array(repeating: nil, count: header.slices.count)
        layout = FrameLayout(
            headerByteCount: header.encoded(digests: blank).count,
            sliceByteCount: header.sliceByteCount, sliceCount: header.slices.count)
        descriptor = Glibc.open(
            folder.file(token) + FrameFolder.unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
            0o600)
        guard descriptor >= 0 else {
            throw .unwritable(path: folder.file(token), cause: systemMessage(errno))
        }
        try setSpaceAside()
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(folder.file(token) + FrameFolder.unfinished)
    }

    /// Slices written so far.
    public var sliceCount: Int { digests.count { $0 != nil } }

    /// Writes one slice (from 0), in any order: row-major little-endian samples of the header's type.
    public func write(
        _ samples: UnsafeRawBufferPointer, slice: Int
    ) throws(FrameCacheError) {
        precondition(samples.count == layout.sliceByteCount, "\(samples.count) bytes in a slice")
        precondition(digests.indices.contains(slice) && digests[slice] == nil, "slice \(slice)")
        try write(samples, at: layout.firstSlice + slice * layout.stride)
        digests[slice] = digest(samples)
    }

    /// Writes the header, waits until all is on the disk and gives the file its name, with the mark of a new series beside
    /// it until `FrameFolder.settle`.
    ///
    /// - Returns: The header's digest, which stands for the whole file.
    public func finish() throws(FrameCacheError) -> [UInt8] {
        let digests = digests.compactMap { $0 }
        precondition(digests.count == layout.sliceCount, "only \(digests.count) slices")
        let bytes = header.encoded(digests: digests)
        let written: Result<Void, FrameCacheError> = bytes.withUnsafeBytes { bytes in
            Result { () throws(FrameCacheError) in try write(bytes, at: 0) }
        }
        try written.get()
        try setTimes()
        guard fsync(descriptor) == 0 else { throw failure(errno) }
        try mark()
        let path = folder.file(token)
        guard rename(path + FrameFolder.unfinished, path) == 0 else {
            let code = errno
            unlink(path + FrameFolder.unsettled)
            throw failure(code)
        }
        try folder.synchronize()
        close(descriptor)
        descriptor = -1
        return bytes.withUnsafeBytes(digest)
    }

    private func mark() throws(FrameCacheError) {
        let path = folder.file(token) + FrameFolder.unsettled
        let mark = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard mark >= 0 else { throw failure(errno) }
        close(mark)
    }

    private func setSpaceAside() throws(FrameCacheError) {
        let code = posix_fallocate(descriptor, 0, layout.fileByteCount)
        // A file system that cannot set space aside may still take the slices one by one.
        guard code == 0 || code == EOPNOTSUPP || code == EINVAL else { throw failure(code) }
        guard ftruncate(descriptor, layout.fileByteCount) == 0 else { throw failure(errno) }
    }

    /// One day for all files, so that a descriptor does not tell when a case was imported.
    private func setTimes() throws(FrameCacheError) {
        let day = timespec(tv_sec: 946_684_800, tv_nsec: 0)
        guard futimens(descriptor, [day, day]) == 0 else { throw failure(errno) }
    }

    private func write(
        _ bytes: UnsafeRawBufferPointer, at offset: Int
    ) throws(FrameCacheError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, offset + done)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure(count == 0 ? ENOSPC : errno) }
            done += count
        }
    }

    private func failure(_ code: Int32) -> FrameCacheError {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .noSpace(folder: folder.path, bytes: layout.fileByteCount)
        default: .unwritable(path: folder.file(token), cause: systemMessage(code))
        }
    }
}
