/// Takes little-endian numbers from bytes that nobody vouches for.
struct ByteReader {
    /// What is read.
    private let bytes: UnsafeRawBufferPointer
    /// Where the next number starts.
    private var offset = 0

    /// Reads `bytes` from their start; they must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Reads a whole number.
    ///
    /// - Throws: `HeaderFault` when the bytes end first.
    mutating func integer<Value: FixedWidthInteger>(
        _ type: Value.Type = Value.self
    ) throws(HeaderFault) -> Value {
        let size = MemoryLayout<Value>.size
        guard bytes.count - offset >= size else { throw HeaderFault("its header ends too early") }
        defer { offset += size }
        return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    /// Reads a double that is neither infinite nor undefined.
    mutating func number(_ name: String) throws(HeaderFault) -> Double {
        let value = Double(bitPattern: try integer(UInt64.self))
        guard value.isFinite else { throw HeaderFault("the \(name) is not a number") }
        return value
    }

    /// Reads `count` bytes.
    mutating func take(_ count: Int) throws(HeaderFault) -> [UInt8] {
        guard count >= 0, bytes.count - offset >= count else {
            throw HeaderFault("its header ends too early")
        }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    /// Reads a count and refuses it above `limit`, before anything is made from it.
    mutating func count(_ name: String, upTo limit: Int) throws(HeaderFault) -> Int {
        let value = Int(try integer(UInt32.self))
        guard value <= limit else { throw HeaderFault("\(value) \(name), at most \(limit)") }
        return value
    }
}

/// What is wrong with a header, before the file's path is known.
struct HeaderFault: Error {
    /// The fault as the end of a sentence.
    let what: String

    /// A fault.
    init(_ what: String) { self.what = what }
}
