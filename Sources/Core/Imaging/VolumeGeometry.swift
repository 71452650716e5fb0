/// Where the voxels of a series lie in the patient.
///
/// Voxel (column, row, slice), each from 0, has its centre at
/// `positions[slice] + rowDirection * (column * columnSpacingMM) + columnDirection * (row * rowSpacingMM)`.
///
/// Source: DICOM PS3.3 C.7.6.2.1.1.
public struct VolumeGeometry: Hashable, Sendable, Codable {
    /// Voxels in a row.
    public let columns: Int
    /// Voxels in a column.
    public let rows: Int
    /// Direction in which the column index grows, length 1.
    public let rowDirection: Vector3
    /// Direction in which the row index grows, length 1.
    public let columnDirection: Vector3
    /// Distance between neighbours in a row, millimetres (second value of Pixel Spacing).
    public let columnSpacingMM: Double
    /// Distance between neighbours in a column, millimetres (first value of Pixel Spacing).
    public let rowSpacingMM: Double
    /// Centre of the first voxel of each slice, millimetres, sorted along `normal`.
    public let positions: [Vector3]

    /// A geometry; sizes are 1 or more, spacings above 0.
    public init(
        columns: Int, rows: Int, rowDirection: Vector3, columnDirection: Vector3,
        columnSpacingMM: Double, rowSpacingMM: Double, positions: [Vector3]
    ) {
        precondition(columns > 0 && rows > 0, "a volume of \(columns) × \(rows) voxels")
        precondition(columnSpacingMM > 0 && rowSpacingMM > 0, "spacing must be above 0")
        self.columns = columns
        self.rows = rows
        self.rowDirection = rowDirection
        self.columnDirection = columnDirection
        self.columnSpacingMM = columnSpacingMM
        self.rowSpacingMM = rowSpacingMM
        self.positions = positions
    }

    /// Number of slices.
    public var slices: Int { positions.count }

    /// Direction in which the slice index grows: `rowDirection × columnDirection`, length 1.
    public var normal: Vector3 { rowDirection.cross(columnDirection) }

    /// Centre of a voxel in patient millimetres; indexes may be fractions.
    public func position(column: Double, row: Double, slice: Int) -> Vector3 {
        positions[slice] + rowDirection * (column * columnSpacingMM)
            + columnDirection * (row * rowSpacingMM)
    }
}
