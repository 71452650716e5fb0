/// The line in which a plane cuts a slice, from edge to edge: where another pane's slice lies in this one.
public struct CutLine: Hashable, Sendable {
    /// One end, on the edge of the slice.
    public let start: ImagePoint
    /// The other end.
    public let end: ImagePoint

    /// Where the plane through `position` with that `normal` cuts a slice (from 0) of `geometry`; `nil` where it passes
    /// outside or lies parallel, within half a degree.
    public init?(
        planeThrough position: Vector3, normal: Vector3, slice: Int, of geometry: VolumeGeometry
    ) {
        let across = geometry.rowDirection.dot(normal)
        let down = geometry.columnDirection.dot(normal)
        guard across * across + down * down > 7.6e-5 * normal.dot(normal) else { return nil }
        let (left, top) = (-0.5, -0.5)
        let (right, bottom) = (Double(geometry.columns) - 0.5, Double(geometry.rows) - 0.5)
        // Distance of a pixel from the plane: steps along a row and a column, from the first pixel.
        let a = across * geometry.columnSpacingMM
        let b = down * geometry.rowSpacingMM
        let c = (geometry.positions[slice] - position).dot(normal)
        var ends: [ImagePoint] = []
        func add(_ column: Double, _ row: Double) {
            guard column >= left, column <= right, row >= top, row <= bottom else { return }
            ends.append(ImagePoint(column: column, row: row))
        }
        if a != 0 { for row in [top, bottom] { add(-(c + b * row) / a, row) } }
        if b != 0 { for column in [left, right] { add(column, -(c + a * column) / b) } }
        guard let first = ends.first,
            let last = ends.last(where: { first.isApart(from: $0) })
        else { return nil }
        (start, end) = (first, last)
    }
}

extension ImagePoint {
    fileprivate func isApart(from other: ImagePoint) -> Bool {
        abs(column - other.column) + abs(row - other.row) > 1e-9
    }
}
