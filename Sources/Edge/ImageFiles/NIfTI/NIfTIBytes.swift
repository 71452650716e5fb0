/// The bytes of a NIfTI file, unpacked if it is gzip.
final class NIfTIBytes {
    /// A packed volume up to this size is unpacked once; larger ones are unpacked as they are read.
    private static let keptSize = 64 << 20

    private let source: RawBytes
    let isPacked: Bool
    private var stream: GzipStream?
    private var kept: [UInt8] = []
    private var keptRange = 0..<0

    init(_ source: RawBytes) {
        self.source = source
        isPacked = source.prefix(2) == [0x1F, 0x8B]
    }

    /// Bytes of the file as stored; of a packed file nothing is known before it is unpacked.
    var plainCount: Int? { isPacked ? nil : source.count }

    /// Fills all of `buffer` from `offset`.
    func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ImageFileError) {
        if !isPacked {
            guard source.read(at: offset, into: buffer) == buffer.count else { throw .truncated }
        } else if keptRange.lowerBound <= offset, offset + buffer.count <= keptRange.upperBound {
            let start = offset - keptRange.lowerBound
            kept.withUnsafeBytes { bytes in
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + buffer.count]))
            }
        } else {
            try unpack(at: offset, into: buffer)
        }
    }

    /// Unpacks a range at once if it is small, so that it may be read in any order.
    func keep(_ range: Range<Int>) throws(ImageFileError) {
        guard isPacked, range.count <= Self.keptSize else { return }
        var bytes = [UInt8](repeating: 0, count: range.count)
        var failure: ImageFileError?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(ImageFileError) {
                try unpack(at: range.lowerBound, into: buffer)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        kept = bytes
        keptRange = range
    }

    private func unpack(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ImageFileError) {
        let current: GzipStream
        if let stream, stream.position <= offset {
            current = stream
        } else {
            current = try GzipStream(source)
        }
        stream = current
        guard current.skip(offset - current.position), current.read(into: buffer) == buffer.count
        else { throw .truncated }
    }
}
