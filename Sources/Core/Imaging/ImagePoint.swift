/// A place in a slice as stored; the centre of the first voxel is (0, 0).
public struct ImagePoint: Hashable, Sendable, Codable {
    /// Column, may be a fraction.
    public var column: Double
    /// Row, may be a fraction.
    public var row: Double

    /// A place.
    public init(column: Double, row: Double) {
        self.column = column
        self.row = row
    }
}
