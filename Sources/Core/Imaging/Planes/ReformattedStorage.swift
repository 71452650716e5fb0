/// Slices that are computed from another volume each time they are looked at: modality values, NaN outside of it.
struct ReformattedStorage: SampleStorage {
    let sampleType = SampleType.float32
    private let source: any SampleStorage
    private let grid: VolumeGrid
    private let rescale: VolumeRescale
    private let planes: VolumeGeometry
    private let interpolation: Interpolation
    private let projection: SlabProjection?
    private let offsetsMM: [Double]

    /// - Throws: `PlaneError` when nothing can be computed between the slices of `volume`.
    init(
        _ volume: ImageVolume, planes: VolumeGeometry, interpolation: Interpolation, slab: Slab?
    ) throws(PlaneError) {
        grid = try VolumeGrid(volume.geometry)
        source = volume.storage
        rescale = VolumeRescale(volume.slices)
        self.planes = planes
        self.interpolation = interpolation
        projection = slab?.projection
        let finest = min(
            grid.spacingMM, volume.geometry.columnSpacingMM, volume.geometry.rowSpacingMM)
        offsetsMM = slab?.offsetsMM(layerMM: finest) ?? [0]
    }

    /// Computes one slice and calls `body` with it.
    func withSlice<Result>(
        _ slice: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try values(slice).withUnsafeBytes(body)
    }

    private func values(_ slice: Int) -> [Float] {
        let (columns, rows) = (planes.columns, planes.rows)
        return [Float](unsafeUninitializedCapacity: columns * rows) { output, initialized in
            source.withSlices(0..<grid.size.z) { slices in
                let voxels = VoxelValues(
                    size: grid.size, slices: slices, sampleType: source.sampleType,
                    rescale: rescale)
                let sampler = RowSampler(voxels, grid: grid, interpolation: interpolation)
                KernelScratch.with { scratch in
                    fill(output, slice, sampler, scratch)
                }
            }
            initialized = columns * rows
        }
    }

    private func fill(
        _ output: UnsafeMutableBufferPointer<Float>, _ slice: Int, _ sampler: RowSampler,
        _ scratch: KernelScratch
    ) {
        let columns = planes.columns
        var sum = projection.map { SlabSum($0, count: columns) }
        let step = planes.rowDirection * planes.columnSpacingMM
        for row in 0..<planes.rows {
            let start = planes.position(column: 0, row: Double(row), slice: slice)
            let line = UnsafeMutableBufferPointer(
                rebasing: output[row * columns..<(row + 1) * columns])
            guard sum != nil else {
                sampler.fill(line, from: start, step: step, scratch: scratch)
                continue
            }
            sum?.reset()
            for offset in offsetsMM {
                sampler.fill(
                    line, from: start + planes.normal * offset, step: step, scratch: scratch)
                sum?.add(UnsafeBufferPointer(line))
            }
            sum?.write(to: line)
        }
    }
}
