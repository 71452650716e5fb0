import Glibc

/// Bytes of a file, in memory or behind a descriptor, read at any offset.
struct RawBytes {
    private enum Place {
        case memory([UInt8])
        case descriptor(Int32)
    }

    private let place: Place
    /// How many there are.
    let count: Int

    init(bytes: [UInt8]) {
        place = .memory(bytes)
        count = bytes.count
    }

    /// A regular file; the descriptor stays the caller's.
    init(descriptor: Int32) throws(ImageFileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable
        }
        place = .descriptor(descriptor)
        count = Int(status.st_size)
    }

    /// Fills `buffer` from `offset`; fewer bytes only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let wanted = min(buffer.count, max(0, count - offset))
        guard wanted > 0, let base = buffer.baseAddress else { return 0 }
        switch place {
        case .memory(let bytes):
            bytes.withUnsafeBytes { stored in
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: stored[offset..<offset + wanted]))
            }
            return wanted
        case .descriptor(let descriptor):
            return Self.read(descriptor, at: offset, to: base, count: wanted)
        }
    }

    private static func read(
        _ descriptor: Int32, at offset: Int, to base: UnsafeMutableRawPointer, count: Int
    ) -> Int {
        var done = 0
        while done < count {
            let got = pread(descriptor, base + done, count - done, off_t(offset + done))
            if got < 0, errno == EINTR { continue }
            if got <= 0 { break }
            done += got
        }
        return done
    }

    /// Up to `limit` bytes from the start.
    func prefix(_ limit: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
            initialized = read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}
