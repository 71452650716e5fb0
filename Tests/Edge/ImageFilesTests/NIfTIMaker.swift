import CZlib

/// A NIfTI file in the making: 4 columns, 3 rows, 2 slices unless changed.
struct NIfTIMaker {
    var isSecond = false
    var isBigEndian = false
    var dimensions = [3, 4, 3, 2, 1, 1, 1, 1]
    var datatype = 4
    var pixdim: [Double] = [1, 2, 3, 4, 0, 0, 0, 0]
    var slope = 0.0
    var intercept = 0.0
    var offset = 0.0
    var displayRange = (0.0, 0.0)
    var quaternion: [Double]?
    var quaternionOffset = [0.0, 0, 0]
    var affine: [[Double]]? = [[2, 0, 0, 10], [0, 3, 0, 20], [0, 0, 4, 30]]
    var units = 2
    var magic: String?
    /// What lies between header and voxels.
    var extensions: [UInt8] = [0, 0, 0, 0]
    var voxels: [UInt8] = []

    func bytes() -> [UInt8] {
        var head = [UInt8](repeating: 0, count: isSecond ? 540 : 348)
        func put<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
            let stored = isBigEndian ? value.bigEndian : value.littleEndian
            withUnsafeBytes(of: stored) {
                head.replaceSubrange(offset..<offset + $0.count, with: $0)
            }
        }
        func number(_ value: Double, _ first: Int, _ second: Int) {
            isSecond
                ? put(value.bitPattern, at: second) : put(Float(value).bitPattern, at: first)
        }
        put(Int32(head.count), at: 0)
        for (index, length) in dimensions.enumerated() {
            isSecond
                ? put(Int64(length), at: 16 + 8 * index) : put(Int16(length), at: 40 + 2 * index)
        }
        put(Int16(datatype), at: isSecond ? 12 : 70)
        for (index, value) in pixdim.enumerated() { number(value, 76 + 4 * index, 104 + 8 * index) }
        isSecond ? put(Int64(offset), at: 168) : number(offset, 108, 0)
        number(slope, 112, 176)
        number(intercept, 116, 184)
        number(displayRange.1, 124, 192)
        number(displayRange.0, 128, 200)
        isSecond ? put(Int32(units), at: 500) : put(UInt8(units), at: 123)
        if let quaternion {
            isSecond ? put(Int32(1), at: 344) : put(Int16(1), at: 252)
            for index in 0..<3 {
                number(quaternion[index], 256 + 4 * index, 352 + 8 * index)
                number(quaternionOffset[index], 268 + 4 * index, 376 + 8 * index)
            }
        }
        if let affine {
            isSecond ? put(Int32(1), at: 348) : put(Int16(1), at: 254)
            for (row, values) in affine.enumerated() {
                for (column, value) in values.enumerated() {
                    number(value, 280 + 16 * row + 4 * column, 400 + 32 * row + 8 * column)
                }
            }
        }
        let mark = Array((magic ?? (isSecond ? "n+2" : "n+1")).utf8)
        head.replaceSubrange((isSecond ? 4 : 344)..<(isSecond ? 4 : 344) + mark.count, with: mark)
        return head + extensions + voxels
    }

    /// Voxels from integers, in the byte order of the file.
    mutating func fill<Value: FixedWidthInteger>(_ values: [Value]) {
        voxels = values.flatMap { value in
            withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian, Array.init)
        }
    }
}

/// `bytes` as gzip.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
        &stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: bytes.count + 1024)
    var input = bytes
    let count = packed.withUnsafeMutableBufferPointer { output in
        input.withUnsafeMutableBufferPointer { stored in
            stream.next_in = stored.baseAddress
            stream.avail_in = UInt32(stored.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            _ = deflate(&stream, Z_FINISH)
            return output.count - Int(stream.avail_out)
        }
    }
    return Array(packed[..<count])
}
