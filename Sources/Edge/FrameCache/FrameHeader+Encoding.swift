import Imaging

extension FrameHeader {
    /// The header of a frame file as bytes; `digests` has 32 bytes a slice.
    func encoded(digests: [[UInt8]]) -> [UInt8] {
        let tables = TableIndex(slices)
        var body = ByteWriter()
        writeGeometry(&body)
        writeKind(&body)
        tables.write(&body)
        for (index, attributes) in slices.enumerated() {
            writeSlice(
                attributes, at: geometry.positions[index], digest: digests[index], tables, &body)
        }
        var writer = ByteWriter()
        writer.write(FrameLayout.magic)
        writer.write(UInt32(FrameLayout.version))
        writer.write(UInt32(writer.bytes.count + 4 + body.bytes.count))
        writer.write(body.bytes)
        return writer.bytes
    }

    private func writeGeometry(_ writer: inout ByteWriter) {
        writer.write(UInt32(geometry.columns))
        writer.write(UInt32(geometry.rows))
        writer.write(UInt32(geometry.slices))
        writer.write(geometry.rowDirection)
        writer.write(geometry.columnDirection)
        writer.write(geometry.columnSpacingMM)
        writer.write(geometry.rowSpacingMM)
    }

    private func writeKind(_ writer: inout ByteWriter) {
        writer.write(sampleType.rawValue)
        writer.write(photometric.rawValue)
        writer.write(Array(modality.rawValue.utf8))
        writer.write(UInt32(units.utf8.count))
        writer.write(Array(units.utf8))
        writer.write(UInt32(frameOfReference))
        writer.write(UInt8(suvFactor == nil ? 0 : 1) | remarks.rawValue << 1)
        writer.write(suvFactor ?? 0)
    }

    private func writeSlice(
        _ attributes: SliceAttributes, at position: Vector3, digest: [UInt8],
        _ tables: TableIndex, _ writer: inout ByteWriter
    ) {
        precondition(digest.count == 32, "a digest of \(digest.count) bytes")
        writer.write(position)
        writer.write(attributes.slope)
        writer.write(attributes.intercept)
        writer.write(UInt32(tables.number(of: attributes.voiTable)))
        writer.write(UInt32(tables.number(of: attributes.modalityTable)))
        writer.write(UInt32(attributes.windows.count))
        for window in attributes.windows {
            writer.write(window.center)
            writer.write(window.width)
            writer.write(UInt8(window.function.code))
        }
        writer.write(digest)
    }
}

/// The different lookup tables of a series, each kept once; slices name them by number, 0 for none.
private struct TableIndex {
    private var tables: [LookupTable] = []
    private var numbers: [LookupTable: Int] = [:]

    init(_ slices: [SliceAttributes]) {
        for table in slices.flatMap({ [$0.voiTable, $0.modalityTable] }) {
            guard let table, numbers[table] == nil else { continue }
            tables.append(table)
            numbers[table] = tables.count
        }
    }

    func number(of table: LookupTable?) -> Int { table.flatMap { numbers[$0] } ?? 0 }

    func write(_ writer: inout ByteWriter) {
        writer.write(UInt32(tables.count))
        for table in tables {
            writer.write(Int64(table.firstInput))
            writer.write(UInt8(table.bits))
            writer.write(UInt32(table.entries.count))
            for entry in table.entries { writer.write(entry) }
        }
    }
}

extension ByteWriter {
    /// Appends x, y and z.
    fileprivate mutating func write(_ vector: Vector3) {
        write(vector.x)
        write(vector.y)
        write(vector.z)
    }
}

extension VOIFunction {
    /// The function's number in a frame file.
    var code: Int {
        switch self {
        case .linear: 1
        case .linearExact: 2
        case .sigmoid: 3
        }
    }

    /// The function of a number, if there is one.
    init?(code: Int) {
        switch code {
        case 1: self = .linear
        case 2: self = .linearExact
        case 3: self = .sigmoid
        default: return nil
        }
    }
}
