import Imaging

/// A header as read, with the digests that were written beside it.
struct DecodedHeader {
    /// The header.
    let header: FrameHeader
    /// 32 bytes a slice.
    let digests: [[UInt8]]
}

extension FrameHeader {
    /// Bytes before the body: magic, version, length.
    static let prefixByteCount = 16

    /// Reads the body of a header (all after its length); refuses whatever could not be drawn.
    static func decode(_ body: UnsafeRawBufferPointer) throws(HeaderFault) -> DecodedHeader {
        var reader = ByteReader(body)
        let frame = try reader.frame()
        let kind = try reader.kind()
        let tables = try reader.tables()
        var slices: [DecodedSlice] = []
        for _ in 0..<frame.slices { slices.append(try reader.slice(tables)) }
        let geometry = VolumeGeometry(
            columns: frame.columns, rows: frame.rows, rowDirection: frame.rowDirection,
            columnDirection: frame.columnDirection, columnSpacingMM: frame.columnSpacingMM,
            rowSpacingMM: frame.rowSpacingMM, positions: slices.map(\.position))
        let header = FrameHeader(
            geometry: geometry, sampleType: kind.sampleType, slices: slices.map(\.attributes),
            photometric: kind.photometric, modality: kind.modality, units: kind.units,
            frameOfReference: kind.frameOfReference, suvFactor: kind.suvFactor,
            remarks: kind.remarks)
        return DecodedHeader(header: header, digests: slices.map(\.digest))
    }
}

/// Sizes, directions and spacings.
private struct DecodedFrame {
    let columns: Int
    let rows: Int
    let slices: Int
    let rowDirection: Vector3
    let columnDirection: Vector3
    let columnSpacingMM: Double
    let rowSpacingMM: Double
}

/// What the samples mean.
private struct DecodedKind {
    let sampleType: SampleType
    let photometric: Photometric
    let modality: Modality
    let units: String
    let frameOfReference: Int
    let suvFactor: Double?
    let remarks: SourceRemarks
}

/// One slice's entry.
private struct DecodedSlice {
    let position: Vector3
    let attributes: SliceAttributes
    let digest: [UInt8]
}

extension ByteReader {
    fileprivate mutating func frame() throws(HeaderFault) -> DecodedFrame {
        let columns = try count("columns", upTo: FrameLayout.longestSide)
        let rows = try count("rows", upTo: FrameLayout.longestSide)
        let slices = try count("slices", upTo: FrameLayout.mostSlices)
        guard columns > 0, rows > 0, slices > 0 else {
            throw HeaderFault("\(columns) × \(rows) × \(slices) voxels")
        }
        let rowDirection = try direction("row direction")
        let columnDirection = try direction("column direction")
        let columnSpacing = try number("column spacing")
        let rowSpacing = try number("row spacing")
        guard columnSpacing > 0, rowSpacing > 0 else {
            throw HeaderFault("a spacing of \(columnSpacing) × \(rowSpacing) mm")
        }
        return DecodedFrame(
            columns: columns, rows: rows, slices: slices, rowDirection: rowDirection,
            columnDirection: columnDirection, columnSpacingMM: columnSpacing,
            rowSpacingMM: rowSpacing)
    }

    fileprivate mutating func kind() throws(HeaderFault) -> DecodedKind {
        guard let sampleType = SampleType(rawValue: try integer()) else {
            throw HeaderFault("an unknown sample type")
        }
        guard let photometric = Photometric(rawValue: try integer()) else {
            throw HeaderFault("an unknown photometric interpretation")
        }
        guard let modality = Modality(rawValue: String(decoding: try take(2), as: UTF8.self)) else {
            throw HeaderFault("an unknown modality")
        }
        let units = String(decoding: try take(count("letters of units", upTo: 64)), as: UTF8.self)
        let frameOfReference = try count("frames of reference", upTo: 1_000_000)
        // The lowest bit tells of the factor, those above it are the remarks.
        let bits = try integer(UInt8.self)
        let factor = try number("uptake factor")
        return DecodedKind(
            sampleType: sampleType, photometric: photometric, modality: modality, units: units,
            frameOfReference: frameOfReference, suvFactor: bits & 1 == 1 ? factor : nil,
            remarks: SourceRemarks(rawValue: bits >> 1))
    }

    fileprivate mutating func tables() throws(HeaderFault) -> [LookupTable] {
        var tables: [LookupTable] = []
        for _ in 0..<(try count("lookup tables", upTo: 2 * FrameLayout.mostSlices)) {
            let firstInput = Int(try integer(Int64.self))
            let bits = Int(try integer(UInt8.self))
            let entryCount = try count("table entries", upTo: 65_536)
            guard (8...16).contains(bits), entryCount > 0, firstInput.magnitude <= 1 << 32 else {
                throw HeaderFault("a lookup table of \(entryCount) entries of \(bits) bits")
            }
            var entries: [UInt16] = []
            for _ in 0..<entryCount { entries.append(try integer()) }
            tables.append(LookupTable(firstInput: firstInput, bits: bits, entries: entries))
        }
        return tables
    }

    fileprivate mutating func slice(_ tables: [LookupTable]) throws(HeaderFault) -> DecodedSlice {
        let position = try vector("position")
        let slope = try number("slope")
        let intercept = try number("intercept")
        let voi = try table(of: tables)
        let modality = try table(of: tables)
        var windows: [VOIWindow] = []
        for _ in 0..<(try count("windows", upTo: 64)) { windows.append(try window()) }
        return DecodedSlice(
            position: position,
            attributes: SliceAttributes(
                slope: slope, intercept: intercept, windows: windows, voiTable: voi,
                modalityTable: modality),
            digest: try take(32))
    }

    private mutating func window() throws(HeaderFault) -> VOIWindow {
        let center = try number("window centre")
        let width = try number("window width")
        guard let function = VOIFunction(code: Int(try integer(UInt8.self))) else {
            throw HeaderFault("an unknown window function")
        }
        return VOIWindow(center: center, width: width, function: function)
    }

    private mutating func table(of tables: [LookupTable]) throws(HeaderFault) -> LookupTable? {
        let number = try count("lookup tables", upTo: tables.count)
        return number == 0 ? nil : tables[number - 1]
    }

    private mutating func direction(_ name: String) throws(HeaderFault) -> Vector3 {
        let vector = try vector(name)
        guard abs(vector.length - 1) < 0.01 else {
            throw HeaderFault("the length of the \(name) is not 1")
        }
        return vector
    }

    private mutating func vector(_ name: String) throws(HeaderFault) -> Vector3 {
        Vector3(try number(name), try number(name), try number(name))
    }
}
