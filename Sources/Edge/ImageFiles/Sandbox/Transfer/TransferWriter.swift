import Imaging

/// Gathers what a child has read into bytes for the parent, native byte order.
struct TransferWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []
    /// The lookup tables that were written, so that frames with the same table hand it over once.
    private var tables: [LookupTable] = []

    /// Appends a whole number in as many bytes as its type has.
    mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    /// Appends an IEEE double.
    mutating func write(_ value: Double) { write(value.bitPattern) }

    /// Appends one byte, 0 or 1.
    mutating func write(_ value: Bool) { write(value ? 1 as UInt8 : 0) }

    /// Appends a text with its length.
    mutating func write(_ text: String) {
        write(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends whether there is a number, and the number.
    mutating func write(_ value: Double?) {
        write(value != nil)
        if let value { write(value) }
    }

    /// Appends the number of elements and each of them.
    mutating func write<Element>(_ elements: [Element], _ one: (inout Self, Element) -> Void) {
        write(UInt32(elements.count))
        for element in elements { one(&self, element) }
    }

    /// Appends the place of a table among those written so far, from 1, and the table when it is new; 0 for none.
    mutating func write(_ table: LookupTable?) {
        guard let table else { return write(0 as UInt32) }
        if let known = tables.lastIndex(of: table) { return write(UInt32(known + 1)) }
        tables.append(table)
        write(UInt32(tables.count))
        write(Int64(table.firstInput))
        write(UInt8(table.bits))
        write(table.entries) { $0.write($1) }
    }
}
