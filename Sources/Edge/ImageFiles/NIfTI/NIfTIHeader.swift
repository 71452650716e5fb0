import Imaging

/// What a NIfTI header says of the first volume.
///
/// Source: the NIfTI-1 and NIfTI-2 data format documents of the NIfTI working group.
struct NIfTIHeader {
    let columns: Int
    let rows: Int
    let slices: Int
    let volumes: Int
    let type: NIfTIDataType
    let isBigEndian: Bool
    /// Where voxels begin.
    let dataOffset: Int
    let slope: Double
    let intercept: Double
    /// The range that the file suggests for display, in scaled values.
    let displayRange: (least: Double, greatest: Double)?
    let affine: NIfTIAffine

    /// Reads a header whose kind is known.
    init(_ fields: NIfTIFields) throws(ImageFileError) {
        try Self.checkMagic(fields)
        let isSecond = fields.isSecond
        let dimensions = (0...7).map {
            isSecond
                ? fields.integer(at: 16 + $0 * 8, bytes: 8)
                : fields.integer(at: 40 + $0 * 2, bytes: 2)
        }
        guard (1...7).contains(dimensions[0]) else {
            throw .badNIfTI(reason: "declares \(dimensions[0]) dimensions")
        }
        func length(_ axis: Int) -> Int { axis <= dimensions[0] ? dimensions[axis] : 1 }
        columns = length(1)
        rows = length(2)
        slices = length(3)
        volumes = (4...7).reduce(1) { product, axis in
            let (result, overflow) = product.multipliedReportingOverflow(by: max(1, length(axis)))
            return overflow ? Int.max : result
        }
        let code = fields.integer(at: isSecond ? 12 : 70, bytes: 2)
        guard let type = NIfTIDataType(rawValue: code) else { throw .unsupportedPixels }
        self.type = type
        isBigEndian = fields.isBigEndian
        try Self.checkLimits(columns, rows, slices, type)
        dataOffset = try Self.dataOffset(fields)
        (slope, intercept) = Self.scaling(fields)
        displayRange = Self.displayRange(fields)
        affine = NIfTIAffine(fields)
    }

    /// Bytes of one slice as stored.
    var sliceByteCount: Int { columns * rows * type.byteCount }

    private static func checkMagic(_ fields: NIfTIFields) throws(ImageFileError) {
        let start = fields.isSecond ? 4 : 344
        let magic = (0..<4).map { fields.byte(at: start + $0) }
        let version: UInt8 = fields.isSecond ? 0x32 : 0x31
        if magic == [0x6E, 0x69, version, 0] {
            throw .badNIfTI(reason: "belongs to a pair of .hdr and .img, which is not read")
        }
        guard magic == [0x6E, 0x2B, version, 0] else {
            throw .badNIfTI(reason: "lacks the mark of NIfTI, as in Analyze files")
        }
    }

    private static func checkLimits(
        _ columns: Int, _ rows: Int, _ slices: Int, _ type: NIfTIDataType
    ) throws(ImageFileError) {
        let isWithin =
            (1...8192).contains(columns) && (1...8192).contains(rows)
            && (1...20_000).contains(slices)
            && columns * rows * slices * max(type.byteCount, type.sample.byteCount) <= 2 << 30
        guard isWithin else {
            throw .outOfLimits(
                rows: rows, columns: columns, frames: slices, samples: type.isColour ? 3 : 1)
        }
    }

    private static func dataOffset(_ fields: NIfTIFields) throws(ImageFileError) -> Int {
        let stored =
            fields.isSecond
            ? Double(fields.integer(at: 168, bytes: 8)) : fields.number(at: 108, bytes: 4)
        guard stored.isFinite, stored < Double(64 << 20), stored >= 0 else {
            throw .badNIfTI(reason: "places the voxels at an impossible offset")
        }
        // Writers leave 0 for "right behind the header and its extension flag".
        return max(Int(stored), fields.size + 4)
    }

    /// A slope of 0, or one that is not a number, means no scaling.
    private static func scaling(_ fields: NIfTIFields) -> (Double, Double) {
        let slope =
            fields.isSecond ? fields.number(at: 176, bytes: 8) : fields.number(at: 112, bytes: 4)
        let intercept =
            fields.isSecond ? fields.number(at: 184, bytes: 8) : fields.number(at: 116, bytes: 4)
        guard slope.isFinite, slope != 0 else { return (1, 0) }
        return (slope, intercept.isFinite ? intercept : 0)
    }

    private static func displayRange(_ fields: NIfTIFields) -> (least: Double, greatest: Double)? {
        let greatest =
            fields.isSecond ? fields.number(at: 192, bytes: 8) : fields.number(at: 124, bytes: 4)
        let least =
            fields.isSecond ? fields.number(at: 200, bytes: 8) : fields.number(at: 128, bytes: 4)
        return least.isFinite && greatest.isFinite && greatest > least ? (least, greatest) : nil
    }
}
