/// A straight line between two points of a slice.
public struct ImageSegment: Hashable, Sendable, Codable {
    /// Where it begins.
    public var start: ImagePoint
    /// Where it ends.
    public var end: ImagePoint

    /// A line from `start` to `end`.
    public init(_ start: ImagePoint, _ end: ImagePoint) {
        self.start = start
        self.end = end
    }
}

extension VolumeGeometry {
    /// The way from one point of a slice to another in patient millimetres.
    public func way(from start: ImagePoint, to end: ImagePoint) -> Vector3 {
        rowDirection * ((end.column - start.column) * columnSpacingMM)
            + columnDirection * ((end.row - start.row) * rowSpacingMM)
    }

    /// The length of a line in its slice, millimetres.
    public func lengthMM(_ line: ImageSegment) -> Double {
        way(from: line.start, to: line.end).length
    }

    /// The area of one pixel, square millimetres.
    public var pixelAreaMM2: Double { columnSpacingMM * rowSpacingMM }
}
