import Imaging

/// Where one frame lies in the patient.
public struct FramePlane: Hashable, Sendable {
    /// Centre of the first pixel, millimetres, patient coordinates of the file.
    public var position: Vector3
    /// Direction in which the column index grows, length 1.
    public var rowDirection: Vector3
    /// Direction in which the row index grows, length 1.
    public var columnDirection: Vector3

    /// A plane from the values of Image Position and Image Orientation (Patient), or `nil` if they are not three and six
    /// finite numbers or if the directions are not perpendicular.
    public init?(position: [Double], orientation: [Double]) {
        guard position.count == 3, orientation.count == 6, position.allSatisfy(\.isFinite),
            let row = Vector3(orientation[0], orientation[1], orientation[2]).normalized,
            let column = Vector3(orientation[3], orientation[4], orientation[5]).normalized,
            abs(row.dot(column)) < 0.01
        else { return nil }
        self.init(
            position: Vector3(position[0], position[1], position[2]), rowDirection: row,
            columnDirection: column)
    }

    /// A plane; directions have length 1.
    public init(position: Vector3, rowDirection: Vector3, columnDirection: Vector3) {
        self.position = position
        self.rowDirection = rowDirection
        self.columnDirection = columnDirection
    }

    /// Direction across the slices, length 1.
    public var normal: Vector3 { rowDirection.cross(columnDirection) }
}

/// What one frame says about itself beside its pixels; nothing that identifies a patient.
public struct FrameAttributes: Hashable, Sendable {
    /// Where the frame lies; `nil` where the file does not say or says nonsense.
    public var plane: FramePlane?
    /// Distance between rows, millimetres, as stored; `nil` if absent, 0 or less where the file says so.
    public var rowSpacingMM: Double?
    /// Distance between columns, millimetres, as stored.
    public var columnSpacingMM: Double?
    /// Thickness of the slice, millimetres.
    public var thicknessMM: Double?
    /// Rescale, windows and tables.
    public var slice: SliceAttributes
    /// Units of rescaled values as the file names them, such as `HU`.
    public var units: String
    /// What divides frames of one series into stacks: echo, phase, image type, stack.
    public var stackKey: String
    /// The place that the file gives the frame in its series.
    public var instanceNumber: Int

    /// A frame of which nothing is known.
    public init() {
        slice = SliceAttributes()
        units = ""
        stackKey = ""
        instanceNumber = 0
    }
}

extension FrameAttributes {
    /// Keeps what the frame has in common with `other` once in memory.
    mutating func share(with other: FrameAttributes) {
        if units == other.units { units = other.units }
        if stackKey == other.stackKey { stackKey = other.stackKey }
        if slice == other.slice { slice = other.slice }
    }
}
