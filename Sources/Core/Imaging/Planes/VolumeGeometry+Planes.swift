extension VolumeGeometry {
    /// The most pixels a side of a computed plane has; wider volumes get larger pixels.
    static let largestPlaneSide = 4096

    /// A body plane of the patient through this volume, all slices of it; see `planes(along:)`.
    public func planes(_ plane: BodyPlane) throws(PlaneError) -> VolumeGeometry {
        try planes(along: PlaneDirections(plane))
    }

    /// Parallel planes that together hold the whole volume, sorted along their normal.
    ///
    /// Pixels are square, as fine as the finest distance of voxels, and lie on the voxels where the axes agree. Planes follow each
    /// other as the voxels do along the axis nearest to their normal.
    ///
    /// - Throws: `PlaneError` when the volume has one slice or no usable geometry.
    public func planes(along directions: PlaneDirections) throws(PlaneError) -> VolumeGeometry {
        let grid = try VolumeGrid(self)
        let across = extent(along: directions.right)
        let down = extent(along: directions.down)
        let depth = extent(along: directions.normal)
        let finest = min(columnSpacingMM, rowSpacingMM, grid.spacingMM)
        let longest = max(across.length, down.length) / Double(Self.largestPlaneSide)
        let pixel = max(finest, longest)
        let step = spacing(along: directions.normal, between: grid.spacingMM)
        let rights = Self.centres(across, step: pixel)
        let downs = Self.centres(down, step: pixel)
        let depths = Self.centres(depth, step: step)
        let corner = directions.right * rights.first + directions.down * downs.first
        return VolumeGeometry(
            columns: rights.count, rows: downs.count, rowDirection: directions.right,
            columnDirection: directions.down, columnSpacingMM: pixel, rowSpacingMM: pixel,
            positions: (0..<depths.count).map {
                corner + directions.normal * (depths.first + step * Double($0))
            })
    }

    /// A single plane of `size` pixels whose middle is `center`.
    public static func plane(
        _ directions: PlaneDirections, center: Vector3, columns: Int, rows: Int, pixelMM: Double
    ) -> VolumeGeometry {
        let corner =
            center - directions.right * (Double(columns - 1) / 2 * pixelMM)
            - directions.down * (Double(rows - 1) / 2 * pixelMM)
        return VolumeGeometry(
            columns: columns, rows: rows, rowDirection: directions.right,
            columnDirection: directions.down, columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: [corner])
    }

    /// From the first to the last edge of voxels along a direction, millimetres.
    private func extent(along direction: Vector3) -> (start: Double, length: Double) {
        let places = outerPlaces.flatMap { origin in
            [(-0.5, -0.5), (-0.5, Double(rows) - 0.5)].flatMap { column, row in
                [column, Double(columns) - 0.5].map {
                    (origin + rowDirection * ($0 * columnSpacingMM)
                        + columnDirection * (row * rowSpacingMM)).dot(direction)
                }
            }
        }
        let start = places.min() ?? 0
        return (start, (places.max() ?? 0) - start)
    }

    /// First voxels of all slices, and half a slice in front of and behind them.
    private var outerPlaces: [Vector3] {
        guard positions.count > 1 else { return positions }
        let last = positions.count - 1
        return positions + [
            positions[0] - (positions[1] - positions[0]) * 0.5,
            positions[last] + (positions[last] - positions[last - 1]) * 0.5,
        ]
    }

    /// The distance of voxels along the axis that is nearest to a direction.
    private func spacing(along direction: Vector3, between slices: Double) -> Double {
        let axes = [
            (abs(normal.dot(direction)), slices),
            (abs(rowDirection.dot(direction)), columnSpacingMM),
            (abs(columnDirection.dot(direction)), rowSpacingMM),
        ]
        return axes.max { $0.0 < $1.0 }?.1 ?? slices
    }

    /// Centres of pixels or slices that fill an extent evenly, as much too long on both sides.
    private static func centres(
        _ extent: (start: Double, length: Double), step: Double
    ) -> (first: Double, count: Int) {
        let count = max(1, Int((extent.length / step - 1e-4).rounded(.up)))
        let excess = Double(count) * step - extent.length
        return (extent.start - excess / 2 + step / 2, count)
    }
}
