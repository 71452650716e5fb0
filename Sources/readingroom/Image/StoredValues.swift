import ImageFiles
import Persistence

/// The stored values of one frame of greys, as 32-bit signed integers.
struct StoredValues {
    /// Row-major, before rescale.
    let integers: [Int32]

    /// Decodes a frame (from 0); `nil` for colours and floats.
    init?(file: any ImageFile, frame: Int) throws(ImageFileError) {
        let pixels = file.header.pixels
        guard !pixels.colour.isColour, pixels.sample != .float32 else { return nil }
        let bytes = try file.samples(ofFrame: frame)
        integers = bytes.withUnsafeBytes { raw in
            switch pixels.sample {
            case .int16: raw.bindMemory(to: Int16.self).map { Int32($0) }
            case .uint16: raw.bindMemory(to: UInt16.self).map { Int32($0) }
            case .int32: Array(raw.bindMemory(to: Int32.self))
            case .uint32: raw.bindMemory(to: UInt32.self).map { Int32(bitPattern: $0) }
            case .float32: []
            }
        }
    }

    /// SHA-256 of the integers, little-endian, 64 hexadecimal digits.
    var sha256: String {
        let stored = integers.map(\.littleEndian)
        return Digest.hexadecimal(stored.withUnsafeBytes { Digest.bytes(of: $0) })
    }
}
