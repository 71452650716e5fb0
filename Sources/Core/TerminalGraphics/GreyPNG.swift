import CDeflate
import Imaging

/// Greys as PNG: 8 or 16 bits, no colour, no other chunk than the three that are needed.
///
/// Source: the PNG specification, https://www.w3.org/TR/png-3/.
public enum GreyPNG {
    /// A PNG file of `image`, at least 1 × 1 pixel; `level` is that of libdeflate, 1 (fast) to 12 (small).
    public static func encode(_ image: GreyImage, level: Int = 1) -> [UInt8] {
        let rows = Rows(
            width: image.width, height: image.height, bits: 8, bytes: image.pixels)
        return file(rows, level: level)
    }

    /// A PNG file of 16-bit greys.
    ///
    /// For files only: terminals that take PNG reduce 16 bits to 8.
    public static func encode(_ image: DeepGreyImage, level: Int = 6) -> [UInt8] {
        let bytes = image.samples.flatMap {
            [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
        return file(
            Rows(width: image.width, height: image.height, bits: 16, bytes: bytes), level: level)
    }

    /// Samples, the high byte first.
    private struct Rows {
        let width: Int
        let height: Int
        let bits: Int
        let bytes: [UInt8]

        /// Bytes of a row.
        var length: Int { width * bits / 8 }
    }

    private static func file(_ rows: Rows, level: Int) -> [UInt8] {
        precondition(rows.width > 0 && rows.height > 0, "a picture without pixels")
        precondition((1...12).contains(level), "compression level \(level)")
        var writer = ByteWriter(capacity: rows.bytes.count)
        writer.add([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        addChunk("IHDR", header(rows), to: &writer)
        addChunk("IDAT", compressed(filtered(rows), level: level), to: &writer)
        addChunk("IEND", [], to: &writer)
        return writer.bytes
    }

    private static func header(_ rows: Rows) -> [UInt8] {
        var writer = ByteWriter(capacity: 13)
        writer.add(bigEndian: UInt32(rows.width))
        writer.add(bigEndian: UInt32(rows.height))
        // Colour type grey, deflate, adaptive filters, not interlaced.
        writer.add([UInt8(rows.bits), 0, 0, 0, 0])
        return writer.bytes
    }

    /// Rows, each after its filter type: none for the first, up (2) for the others.
    private static func filtered(_ rows: Rows) -> [UInt8] {
        let length = rows.length
        let count = (length + 1) * rows.height
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            rows.bytes.withUnsafeBufferPointer { bytes in
                guard var source = bytes.baseAddress, var target = output.baseAddress
                else { return }
                target[0] = 0
                (target + 1).update(from: source, count: length)
                for _ in 1..<rows.height {
                    target += length + 1
                    target[0] = 2
                    subtract(source, from: source + length, into: target + 1, count: length)
                    source += length
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

    /// In a hurry, filtered bytes that are nearly all 0, those of even areas, go where runs are all that is sought.
    private static func compressed(_ filtered: [UInt8], level: Int) -> [UInt8] {
        level == 1 && isEven(filtered)
            ? Deflate.compressedRuns(filtered) : Deflate.compressed(filtered, level: level)
    }

    /// Whether more than 95 of 100 bytes are 0, judged by every seventeenth.
    private static func isEven(_ filtered: [UInt8]) -> Bool {
        var (zeros, count) = (0, 0)
        for place in stride(from: 0, to: filtered.count, by: 17) {
            zeros += filtered[place] == 0 ? 1 : 0
            count += 1
        }
        return zeros * 20 > count * 19
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
