import CZlib

/// Unpacks gzip from the start to the end, no more than is asked for.
final class GzipStream {
    private static let inputSize = 65536

    private let source: RawBytes
    private var sourceOffset = 0
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    /// Bytes that have been unpacked.
    private(set) var position = 0

    init(_ source: RawBytes) throws(ImageFileError) {
        self.source = source
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: Self.inputSize, alignment: 16)
        // 16 above the window bits: gzip, not zlib.
        let status = inflateInit2_(
            stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw .noMemory }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Fills `buffer`; fewer bytes only where the stream ends or is damaged.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var done = 0
        while done < buffer.count {
            if stream.pointee.avail_in == 0, !refill() { break }
            let room = min(buffer.count - done, 1 << 30)
            stream.pointee.next_out = buffer.baseAddress.map {
                ($0 + done).assumingMemoryBound(to: UInt8.self)
            }
            stream.pointee.avail_out = UInt32(room)
            let status = inflate(stream, Z_NO_FLUSH)
            let got = room - Int(stream.pointee.avail_out)
            done += got
            // A file may be several gzip members one after the other.
            if status == Z_STREAM_END {
                guard inflateReset(stream) == Z_OK else { break }
            } else if status != Z_OK {
                break
            }
        }
        position += done
        return done
    }

    /// Unpacks and drops bytes; `false` if there are not that many.
    func skip(_ count: Int) -> Bool {
        var left = count
        let waste = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)
        defer { waste.deallocate() }
        while left > 0 {
            let part = UnsafeMutableRawBufferPointer(rebasing: waste[..<min(left, waste.count)])
            let got = read(into: part)
            if got == 0 { return false }
            left -= got
        }
        return true
    }

    private func refill() -> Bool {
        let got = source.read(at: sourceOffset, into: input)
        sourceOffset += got
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(got)
        return got > 0
    }
}
