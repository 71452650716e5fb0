/// Takes the values of a volume along straight rows in the patient; lives only inside `withSlices`.
struct RowSampler {
    private let voxels: VoxelValues
    private let grid: VolumeGrid
    private let interpolation: Interpolation
    private let kernel: RowKernel?

    init(_ voxels: VoxelValues, grid: VolumeGrid, interpolation: Interpolation) {
        self.voxels = voxels
        self.grid = grid
        self.interpolation = interpolation
        kernel = interpolation == .trilinear ? RowKernel(voxels) : nil
    }

    /// Fills a row whose first place is `start`, patient millimetres, and whose places are `step` apart.
    func fill(
        _ row: UnsafeMutableBufferPointer<Float>, from start: Vector3, step: Vector3,
        scratch: KernelScratch
    ) {
        for run in grid.runs(from: start, step: step, count: row.count) {
            let pixels = UnsafeMutableBufferPointer(rebasing: row[run.pixels])
            guard let kernel, run.halfSlice == nil else {
                fillSingly(pixels, run, 0..<pixels.count)
                continue
            }
            let inside = run.interior(of: voxels.size)
            fillSingly(pixels, run, 0..<inside.lowerBound)
            kernel.fill(
                UnsafeMutableBufferPointer(rebasing: pixels[inside]),
                from: run.start + run.step * Double(inside.lowerBound), step: run.step,
                scratch: scratch)
            fillSingly(pixels, run, inside.upperBound..<pixels.count)
        }
    }

    /// One pixel after the other, with every edge looked at.
    private func fillSingly(
        _ pixels: UnsafeMutableBufferPointer<Float>, _ run: VoxelRun, _ range: Range<Int>
    ) {
        for index in range {
            pixels[index] = voxels.value(
                at: run.start + run.step * Double(index), interpolation, halfSlice: run.halfSlice)
        }
    }
}
