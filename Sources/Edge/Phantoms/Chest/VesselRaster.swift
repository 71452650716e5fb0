import Imaging

/// How much of each voxel branches fill, 0...1.
struct VesselRaster {
    /// The part of each voxel, slice by slice, row-major.
    private(set) var parts: [Float]
    private let geometry: VolumeGeometry
    private let thicknessMM: Double

    /// An empty raster over axial slices of `thicknessMM`.
    init(_ geometry: VolumeGeometry, thicknessMM: Double) {
        self.geometry = geometry
        self.thicknessMM = thicknessMM
        parts = [Float](repeating: 0, count: geometry.slices * geometry.rows * geometry.columns)
    }

    /// Draws all pieces of a tree, `extraMM` thicker than they are.
    mutating func draw(_ tree: VesselTree, extraMM: Double = 0) {
        for segment in tree.segments { draw(segment, extraMM: extraMM) }
    }

    private mutating func draw(_ segment: VesselTree.Segment, extraMM: Double) {
        let reach = segment.startRadius + extraMM + 1.5
        let low = min(segment.start.z, segment.end.z) - reach - thicknessMM / 2
        let high = max(segment.start.z, segment.end.z) + reach + thicknessMM / 2
        for slice in 0..<geometry.slices {
            let z = geometry.positions[slice].z
            guard z > low, z < high else { continue }
            draw(segment, slice: slice, reach: reach, extraMM: extraMM)
        }
    }

    private mutating func draw(
        _ segment: VesselTree.Segment, slice: Int, reach: Double, extraMM: Double
    ) {
        let corner = geometry.positions[slice]
        let columns = range(
            segment.start.x, segment.end.x, reach, corner.x, geometry.columnSpacingMM,
            geometry.columns)
        let rows = range(
            segment.start.y, segment.end.y, reach, corner.y, geometry.rowSpacingMM, geometry.rows)
        for row in rows {
            for column in columns {
                let center = geometry.position(
                    column: Double(column), row: Double(row), slice: slice)
                let index = (slice * geometry.rows + row) * geometry.columns + column
                parts[index] = max(parts[index], Float(coverage(segment, center, extraMM)))
            }
        }
    }

    /// The part of a voxel inside a piece, as the mean over three depths.
    private func coverage(
        _ segment: VesselTree.Segment, _ center: Vector3, _ extraMM: Double
    ) -> Double {
        let width = geometry.columnSpacingMM
        var sum = 0.0
        for step in [-0.33, 0, 0.33] {
            let distance = DistanceField.rod(
                center + Vector3(0, 0, step * thicknessMM), segment.start, segment.end,
                segment.startRadius + extraMM, segment.endRadius + extraMM)
            let radius = max(segment.endRadius + extraMM, 0.05)
            sum +=
                min(1, radius / (0.45 * width))
                * DistanceField.coverage(distance, width: width * 0.7)
        }
        return sum / 3
    }

    private func range(
        _ a: Double, _ b: Double, _ reach: Double, _ origin: Double, _ spacing: Double, _ count: Int
    ) -> Range<Int> {
        let first = Int(((min(a, b) - reach - origin) / spacing).rounded(.down))
        let last = Int(((max(a, b) + reach - origin) / spacing).rounded(.up))
        let low = min(max(first, 0), count)
        return low..<max(low, min(last + 1, count))
    }
}
