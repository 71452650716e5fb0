import Imaging

/// Takes what a child has read out of its bytes, which nobody vouches for: the child may have been taken over.
struct TransferReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private var tables: [LookupTable] = []

    /// Reads `bytes` from their start; they must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether all bytes were read.
    var isAtEnd: Bool { offset == bytes.count }

    /// Reads a whole number.
    ///
    /// - Throws: `ImageFileError.badTransfer` when the bytes end first.
    mutating func integer<Value: FixedWidthInteger>(
        _ type: Value.Type = Value.self
    ) throws(ImageFileError) -> Value {
        let size = MemoryLayout<Value>.size
        guard bytes.count - offset >= size else { throw .badTransfer }
        defer { offset += size }
        return bytes.loadUnaligned(fromByteOffset: offset, as: Value.self)
    }

    /// Reads a double that is neither infinite nor undefined.
    mutating func number() throws(ImageFileError) -> Double {
        let value = Double(bitPattern: try integer())
        guard value.isFinite else { throw .badTransfer }
        return value
    }

    /// Reads a number that may be absent.
    mutating func optionalNumber() throws(ImageFileError) -> Double? {
        try flag() ? try number() : nil
    }

    /// Reads a byte of 0 or 1.
    mutating func flag() throws(ImageFileError) -> Bool { try integer(UInt8.self) == 1 }

    /// Reads a text, without characters that act on a terminal.
    mutating func text() throws(ImageFileError) -> String {
        let count = try count(upTo: bytes.count - offset)
        guard bytes.count - offset >= count else { throw .badTransfer }
        defer { offset += count }
        let text = String(decoding: bytes[offset..<offset + count], as: UTF8.self)
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        return isPlain && count <= 4096 ? text : SafeText.path(text)
    }

    /// Reads a count and refuses it above `limit`, before anything is made from it.
    mutating func count(upTo limit: Int) throws(ImageFileError) -> Int {
        let value = Int(try integer(UInt32.self))
        guard value <= limit else { throw .badTransfer }
        return value
    }

    /// Reads up to `limit` elements.
    mutating func elements<Element>(
        upTo limit: Int, _ one: (inout Self) throws(ImageFileError) -> Element
    ) throws(ImageFileError) -> [Element] {
        let count = try count(upTo: limit)
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try one(&self)) }
        return elements
    }

    /// Reads a lookup table that may be absent.
    mutating func table() throws(ImageFileError) -> LookupTable? {
        let place = try count(upTo: tables.count + 1)
        if place == 0 { return nil }
        if place <= tables.count { return tables[place - 1] }
        let firstInput = Int(try integer(Int64.self))
        let bits = Int(try integer(UInt8.self))
        let entries = try elements(upTo: 65_536) { reader throws(ImageFileError) in
            try reader.integer(UInt16.self)
        }
        guard !entries.isEmpty, (8...16).contains(bits), firstInput.magnitude <= 1 << 32 else {
            throw .badTransfer
        }
        tables.append(LookupTable(firstInput: firstInput, bits: bits, entries: entries))
        return tables.last
    }
}
