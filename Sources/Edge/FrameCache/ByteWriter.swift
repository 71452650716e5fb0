/// Gathers little-endian numbers into bytes.
struct ByteWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// Appends a whole number in as many bytes as its type has.
    mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends an IEEE double.
    mutating func write(_ value: Double) { write(value.bitPattern) }

    /// Appends bytes as they are.
    mutating func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }
}
