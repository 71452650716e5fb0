import Glibc
import Imaging

/// One series of the frame cache, mapped for reading.
public struct FrameSeries: Sendable {
    /// All that is known of the series.
    public let header: FrameHeader
    /// The pixels with their geometry; they stay mapped as long as the volume lives.
    public let volume: ImageVolume
    /// SHA-256 of each slice's samples, as written at import.
    public let digests: [[UInt8]]
    private let mapping: MappedFrames
    private let headerByteCount: Int

    /// Maps the frame file that is open for reading on `descriptor`; the caller still closes it.
    ///
    /// - Parameters:
    ///   - descriptor: A file open for reading.
    ///   - path: What messages call the file.
    public init(descriptor: Int32, path: String) throws(FrameCacheError) {
        let bytes = try Self.map(descriptor, path)
        do {
            let (decoded, layout) = try Self.decode(bytes, path)
            mapping = MappedFrames(
                bytes: bytes, layout: layout, sampleType: decoded.header.sampleType)
            headerByteCount = layout.headerByteCount
            header = decoded.header
            digests = decoded.digests
        } catch {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
            throw error
        }
        volume = ImageVolume(
            geometry: header.geometry, storage: mapping, slices: header.slices,
            photometric: header.photometric, modality: header.modality, units: header.units,
            suvFactor: header.suvFactor, remarks: header.remarks)
    }

    /// Digest of the header, which holds the digests of the slices: it stands for the whole file.
    public func headerDigest(_ digest: FrameDigest) -> [UInt8] {
        digest(UnsafeRawBufferPointer(rebasing: mapping.bytes[..<headerByteCount]))
    }

    /// The first slice (from 0) whose samples are not those that were written, if any.
    public func firstDamagedSlice(_ digest: FrameDigest) -> Int? {
        digests.indices.first { index in
            mapping.withSlice(index) { digest($0) } != digests[index]
        }
    }

    private static func map(
        _ descriptor: Int32, _ path: String
    ) throws(FrameCacheError) -> UnsafeRawBufferPointer {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, cause: systemMessage(errno))
        }
        let count = Int(status.st_size)
        guard status.st_mode & S_IFMT == S_IFREG, count >= FrameHeader.prefixByteCount else {
            throw .notFrames(path: path)
        }
        let address = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw .unreadable(path: path, cause: systemMessage(errno))
        }
        return UnsafeRawBufferPointer(start: address, count: count)
    }

    private static func decode(
        _ bytes: UnsafeRawBufferPointer, _ path: String
    ) throws(FrameCacheError) -> (DecodedHeader, FrameLayout) {
        guard bytes.starts(with: FrameLayout.magic) else { throw .notFrames(path: path) }
        let version = Int(UInt32(littleEndian: bytes.load(fromByteOffset: 8, as: UInt32.self)))
        guard version == FrameLayout.version else {
            throw .unknownVersion(path: path, version: version)
        }
        let length = Int(UInt32(littleEndian: bytes.load(fromByteOffset: 12, as: UInt32.self)))
        guard length >= FrameHeader.prefixByteCount, length <= FrameLayout.largestHeader else {
            throw .damaged(path: path, what: "a header of \(length) bytes")
        }
        guard length <= bytes.count else {
            throw .wrongLength(path: path, expected: length, found: bytes.count)
        }
        let body = bytes[FrameHeader.prefixByteCount..<length]
        let decoded: DecodedHeader
        do {
            decoded = try FrameHeader.decode(UnsafeRawBufferPointer(rebasing: body))
        } catch {
            throw .damaged(path: path, what: error.what)
        }
        let layout = FrameLayout(
            headerByteCount: length, sliceByteCount: decoded.header.sliceByteCount,
            sliceCount: decoded.header.slices.count)
        guard layout.fileByteCount == bytes.count else {
            throw .wrongLength(path: path, expected: layout.fileByteCount, found: bytes.count)
        }
        return (decoded, layout)
    }
}
