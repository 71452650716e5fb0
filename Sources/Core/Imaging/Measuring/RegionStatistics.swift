/// What the voxels of a region say, in the unit of their volume.
public struct RegionStatistics: Hashable, Sendable {
    /// Voxels that belong to the region and have a value.
    public let voxelCount: Int
    /// Mean of their values.
    public let mean: Double
    /// Standard deviation with the divisor n − 1; `nil` for a single voxel.
    public let standardDeviation: Double?
    /// The least value.
    public let minimum: Double
    /// The greatest value.
    public let maximum: Double
    /// Area of these voxels, square millimetres.
    public let areaMM2: Double
    /// What values are counted in.
    public let unit: MeasurementUnit

    /// Statistics of values; `nil` for none.
    init?(_ values: [Double], pixelAreaMM2: Double, unit: MeasurementUnit) {
        guard let least = values.min(), let greatest = values.max() else { return nil }
        let count = Double(values.count)
        // The mean first, then the squares of what is left: no digits are lost to large means.
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        voxelCount = values.count
        self.mean = mean
        standardDeviation = values.count > 1 ? (squares / (count - 1)).squareRoot() : nil
        minimum = least
        maximum = greatest
        areaMM2 = count * pixelAreaMM2
        self.unit = unit
    }
}

extension ImageVolume {
    /// Statistics of the voxels of a slice (from 0) whose centres lie in a region; see `ImageRegion`.
    ///
    /// - Throws: `MeasureError`, above all when there is no such voxel.
    public func statistics(
        of region: ImageRegion, slice: Int
    ) throws(MeasureError) -> RegionStatistics {
        let unit = measurementUnit
        let values = try values(of: region, slice: slice).map { $0 * unit.factor }
        guard
            let statistics = RegionStatistics(
                values, pixelAreaMM2: geometry.pixelAreaMM2, unit: unit)
        else { throw .noVoxels }
        return statistics
    }

    /// The window from the least to the greatest value in a region, or between two percentiles of them.
    public func window(
        of region: ImageRegion, slice: Int, from lower: Double = 0, to upper: Double = 100
    ) throws(MeasureError) -> VOIWindow {
        let values = try values(of: region, slice: slice)
        guard !values.isEmpty else { throw .noVoxels }
        return SampleStatistics(values).percentileWindow(from: lower, to: upper)
    }

    /// Modality values of the voxels of a region, without those outside of the image.
    private func values(
        of region: ImageRegion, slice: Int
    ) throws(MeasureError) -> [Double] {
        try pixels(of: region, slice: slice).map(\.value)
    }

    /// The voxels of a region that have a modality value, row by row.
    func pixels(
        of region: ImageRegion, slice: Int
    ) throws(MeasureError) -> [(column: Int, row: Int, value: Double)] {
        guard (0..<geometry.slices).contains(slice) else { throw .noSlice(slice: slice) }
        let voxels = try region.voxels(in: geometry)
        let attributes = slices[slice].rescale
        return storage.withSlice(slice) { samples in
            voxels.compactMap { column, row in
                let stored = storage.sampleType.value(
                    at: row * geometry.columns + column, in: samples)
                let value = attributes.modalityValue(stored: stored)
                return value.isFinite ? (column, row, value) : nil
            }
        }
    }
}
