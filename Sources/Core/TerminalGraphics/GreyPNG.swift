import CDeflate
import Imaging

/// Greys as PNG: 8-bit grey, no colour, no other chunk than the three that are needed.
///
/// Source: the PNG specification, https://www.w3.org/TR/png-3/.
public enum GreyPNG {
    /// A PNG file of `image`, at least 1 × 1 pixel; `level` is that of libdeflate, 1 (fast) to 12 (small).
    public static func encode(_ image: GreyImage, level: Int = 1) -> [UInt8] {
        precondition(image.width > 0 && image.height > 0, "a picture without pixels")
        precondition((1...12).contains(level), "compression level \(level)")
        var writer = ByteWriter(capacity: image.pixels.count)
        writer.add([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        addChunk("IHDR", header(image), to: &writer)
        addChunk("IDAT", compressed(filtered(image), level: level), to: &writer)
        addChunk("IEND", [], to: &writer)
        return writer.bytes
    }

    private static func header(_ image: GreyImage) -> [UInt8] {
        var writer = ByteWriter(capacity: 13)
        writer.add(bigEndian: UInt32(image.width))
        writer.add(bigEndian: UInt32(image.height))
        // Depth 8, colour type grey, deflate, adaptive filters, not interlaced.
        writer.add([8, 0, 0, 0, 0])
        return writer.bytes
    }

    /// Rows, each after its filter type: none for the first, up (2) for the others.
    private static func filtered(_ image: GreyImage) -> [UInt8] {
        let width = image.width
        let count = (width + 1) * image.height
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            image.pixels.withUnsafeBufferPointer { pixels in
                guard var source = pixels.baseAddress, var target = output.baseAddress
                else { return }
                target[0] = 0
                (target + 1).update(from: source, count: width)
                for _ in 1..<image.height {
                    target += width + 1
                    target[0] = 2
                    subtract(source, from: source + width, into: target + 1, count: width)
                    source += width
                }
            }
            initialized = count
        }
    }

    private static func subtract(
        _ above: UnsafePointer<UInt8>, from row: UnsafePointer<UInt8>,
        into output: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        for column in 0..<count { output[column] = row[column] &- above[column] }
    }

    private static func compressed(_ bytes: [UInt8], level: Int) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(Int32(level))
        precondition(compressor != nil, "no memory for compression")
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { output, initialized in
            initialized = libdeflate_zlib_compress(
                compressor, bytes, bytes.count, output.baseAddress, bound)
        }
    }

    private static func addChunk(
        _ name: StaticString, _ content: [UInt8], to writer: inout ByteWriter
    ) {
        writer.add(bigEndian: UInt32(content.count))
        writer.add(name)
        writer.add(content)
        let checked = libdeflate_crc32(0, name.utf8Start, 4)
        writer.add(bigEndian: libdeflate_crc32(checked, content, content.count))
    }
}
