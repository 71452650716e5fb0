/// Bytes that grow at the end, kept in one buffer that is reused.
struct ByteWriter {
    /// The bytes so far.
    private(set) var bytes: [UInt8] = []

    /// An empty writer with room for `capacity` bytes.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Adds the bytes of ASCII or UTF-8 text.
    mutating func add(_ text: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds a byte.
    mutating func add(_ byte: UInt8) { bytes.append(byte) }

    /// Adds bytes.
    mutating func add(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Adds a number of 0 or more in decimal.
    mutating func add(number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Adds 32 bits, the highest byte first.
    mutating func add(bigEndian value: UInt32) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
