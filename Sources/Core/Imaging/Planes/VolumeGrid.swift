/// A volume between its slices: turns places in the patient into fractions of voxels.
///
/// Slices with equal steps, a tilted gantry too, are one cell; others have a cell between each two neighbours.
struct VolumeGrid: Sendable {
    /// Voxels across, down and through.
    let size: SIMD3<Int>
    /// The middle one of all slice distances, millimetres.
    let spacingMM: Double
    private let cells: [GridCell]
    private let normal: Vector3
    private let depths: [Double]

    /// - Throws: `PlaneError` when nothing can be computed between the slices.
    init(_ geometry: VolumeGeometry) throws(PlaneError) {
        guard geometry.hasOrientation else { throw .noOrientation }
        let depths = geometry.sliceDepthsMM
        let arrangement = SliceArrangement(geometry)
        guard let spacingMM = arrangement.spacingMM else { throw .singleSlice }
        if let same = depths.indices.dropFirst().first(where: { depths[$0] - depths[$0 - 1] < 1e-4 }
        ) {
            throw .slicesOutOfOrder(slice: same)
        }
        self.spacingMM = spacingMM
        self.depths = depths
        normal = geometry.normal
        size = SIMD3(geometry.columns, geometry.rows, geometry.slices)
        if let step = geometry.evenStep {
            cells = [GridCell(geometry, slice: 0, step: step)]
        } else {
            let gaps = Set(arrangement.gaps)
            cells = geometry.positions.indices.dropLast().map { slice in
                GridCell(
                    geometry, slice: slice,
                    step: geometry.positions[slice + 1] - geometry.positions[slice],
                    halfSlice: gaps.contains(slice)
                        ? spacingMM / 2 / (depths[slice + 1] - depths[slice]) : nil)
            }
        }
    }

    /// The stretches of a straight row of `count` places, each in one cell.
    func runs(from start: Vector3, step: Vector3, count: Int) -> [VoxelRun] {
        guard cells.count > 1 else {
            return [cells[0].run(0..<count, from: start, step: step)]
        }
        let depth = start.dot(normal)
        let rise = step.dot(normal)
        guard abs(rise) > 1e-9 else {
            return [cells[cell(at: depth)].run(0..<count, from: start, step: step)]
        }
        let order = rise > 0 ? Array(cells.indices) : cells.indices.reversed()
        var runs: [VoxelRun] = []
        var next = 0
        for index in order where next < count {
            let isLast = index == (rise > 0 ? cells.count - 1 : 0)
            let leaving = (depths[rise > 0 ? index + 1 : index] - depth) / rise
            let end = isLast ? count : Int(min(max(leaving.rounded(.up), 0), Double(count)))
            guard end > next else { continue }
            runs.append(cells[index].run(next..<end, from: start, step: step))
            next = end
        }
        return runs
    }

    private func cell(at depth: Double) -> Int {
        let after = depths.firstIndex { $0 > depth } ?? depths.count
        return min(max(after - 1, 0), cells.count - 1)
    }
}

/// A stretch of a row in which voxel coordinates (column, row, slice) grow evenly.
struct VoxelRun {
    /// Pixels of the row, from 0.
    let pixels: Range<Int>
    /// Coordinates of the first of `pixels`.
    let start: SIMD3<Double>
    /// What one pixel adds.
    let step: SIMD3<Double>
    /// Where slices are missing: how much of the way to the next slice still belongs to a slice.
    let halfSlice: Double?

    /// Those of `pixels` whose places lie between voxel centres on all sides, as offsets from the first.
    func interior(of size: SIMD3<Int>) -> Range<Int> {
        var (first, last) = (0.0, Double(pixels.count - 1))
        // A place on a centre itself would need the voxel beyond; a thousandth keeps rounding away from it.
        let margin = 0.001
        for axis in 0..<3 {
            let (low, high) = (margin, Double(size[axis] - 1) - margin)
            if abs(step[axis]) < 1e-12 {
                guard start[axis] >= low, start[axis] <= high else { return 0..<0 }
            } else {
                let one = (low - start[axis]) / step[axis]
                let two = (high - start[axis]) / step[axis]
                first = max(first, min(one, two))
                last = min(last, max(one, two))
            }
        }
        let lower = first.rounded(.up)
        let upper = last.rounded(.down) + 1
        return upper > lower ? Int(lower)..<Int(upper) : 0..<0
    }
}

/// Slices with equal steps: a skewed grid.
struct GridCell: Sendable {
    private let origin: Vector3
    private let slice: Double
    private let columnAxis: Vector3
    private let rowAxis: Vector3
    private let sliceAxis: Vector3
    private let halfSlice: Double?

    /// From `slice` (from 0) on by `step` each.
    init(_ geometry: VolumeGeometry, slice: Int, step: Vector3, halfSlice: Double? = nil) {
        let across = geometry.rowDirection * geometry.columnSpacingMM
        let down = geometry.columnDirection * geometry.rowSpacingMM
        let volume = 1 / across.dot(down.cross(step))
        origin = geometry.positions[slice]
        self.slice = Double(slice)
        columnAxis = down.cross(step) * volume
        rowAxis = step.cross(across) * volume
        sliceAxis = across.cross(down) * volume
        self.halfSlice = halfSlice
    }

    func run(_ pixels: Range<Int>, from start: Vector3, step: Vector3) -> VoxelRun {
        VoxelRun(
            pixels: pixels, start: coordinates(start + step * Double(pixels.lowerBound)),
            step: share(step), halfSlice: halfSlice)
    }

    private func coordinates(_ position: Vector3) -> SIMD3<Double> {
        share(position - origin) + SIMD3(0, 0, slice)
    }

    private func share(_ way: Vector3) -> SIMD3<Double> {
        SIMD3(way.dot(columnAxis), way.dot(rowAxis), way.dot(sliceAxis))
    }
}

extension VolumeGeometry {
    /// Whether rows and columns have perpendicular directions of length 1 and all numbers are finite.
    var hasOrientation: Bool {
        let numbers =
            positions.flatMap { [$0.x, $0.y, $0.z] }
            + [columnSpacingMM, rowSpacingMM]
        return abs(rowDirection.length - 1) < 0.001 && abs(columnDirection.length - 1) < 0.001
            && abs(rowDirection.dot(columnDirection)) < 0.02 && numbers.allSatisfy(\.isFinite)
    }

    /// The way from each slice to the next where all ways are equal, within a fiftieth of a voxel.
    var evenStep: Vector3? {
        guard let first = positions.first, let last = positions.last, positions.count > 1
        else { return nil }
        let step = (last - first) * (1 / Double(positions.count - 1))
        let tolerance = min(step.length, columnSpacingMM, rowSpacingMM) / 50
        let isEven = positions.indices.allSatisfy {
            (positions[$0] - (first + step * Double($0))).length <= tolerance
        }
        return isEven ? step : nil
    }
}
