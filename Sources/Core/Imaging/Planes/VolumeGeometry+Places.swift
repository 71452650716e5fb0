/// A place in a series: the slice that is nearest, and where in that slice.
public struct VolumePlace: Hashable, Sendable {
    /// The slice, from 0.
    public let slice: Int
    /// Where the place is, seen straight onto the slice.
    public let point: ImagePoint
    /// How far the place is in front of the slice's plane (above 0: towards the next slice), millimetres.
    public let distanceMM: Double

    /// A place.
    public init(slice: Int, point: ImagePoint, distanceMM: Double = 0) {
        self.slice = slice
        self.point = point
        self.distanceMM = distanceMM
    }
}

extension VolumeGeometry {
    /// How far each slice lies along `normal`, millimetres.
    public var sliceDepthsMM: [Double] { positions.map { $0.dot(normal) } }

    /// One slice (from 0) alone.
    public func slice(_ slice: Int) -> VolumeGeometry {
        VolumeGeometry(
            columns: columns, rows: rows, rowDirection: rowDirection,
            columnDirection: columnDirection, columnSpacingMM: columnSpacingMM,
            rowSpacingMM: rowSpacingMM, positions: [positions[slice]])
    }

    /// The place of a point of a slice in patient millimetres.
    public func position(_ point: ImagePoint, slice: Int) -> Vector3 {
        position(column: point.column, row: point.row, slice: slice)
    }

    /// The middle of a slice in patient millimetres.
    public func middle(ofSlice slice: Int) -> Vector3 {
        position(
            column: Double(columns - 1) / 2, row: Double(rows - 1) / 2, slice: slice)
    }

    /// The slice nearest to a place in the patient, also where the place lies beyond all slices; of two equally near, the first.
    public func nearestSlice(to position: Vector3) -> Int {
        let depth = position.dot(normal)
        let distances = sliceDepthsMM.map { abs($0 - depth) }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }

    /// Where a place in the patient is in a slice (from 0), seen straight onto it; may lie outside the slice.
    public func point(_ position: Vector3, slice: Int) -> ImagePoint {
        let way = position - positions[slice]
        // Rows and columns may be a little off the right angle: both shares are solved for together.
        let across = way.dot(rowDirection)
        let down = way.dot(columnDirection)
        let skew = rowDirection.dot(columnDirection)
        let scale = 1 / (1 - skew * skew)
        return ImagePoint(
            column: (across - skew * down) * scale / columnSpacingMM,
            row: (down - skew * across) * scale / rowSpacingMM)
    }

    /// The nearest slice to a place in the patient and where it is there.
    public func place(of position: Vector3) -> VolumePlace {
        let slice = nearestSlice(to: position)
        return VolumePlace(
            slice: slice, point: point(position, slice: slice),
            distanceMM: (position - positions[slice]).dot(normal))
    }

    /// Whether a place in the patient lies in the series: in a pixel of the nearest slice and, with several slices, no
    /// further from it than half the distance to its neighbour.
    public func contains(_ position: Vector3) -> Bool {
        let place = place(of: position)
        let (column, row) = (place.point.column, place.point.row)
        guard column >= -0.5, row >= -0.5, column < Double(columns) - 0.5,
            row < Double(rows) - 0.5
        else { return false }
        let depths = sliceDepthsMM
        let (before, after) = (place.slice - 1, place.slice + 1)
        let neighbours = [before, after].filter(depths.indices.contains)
        let half = neighbours.map { abs(depths[$0] - depths[place.slice]) / 2 }.max() ?? .infinity
        return abs(place.distanceMM) <= half
    }
}
