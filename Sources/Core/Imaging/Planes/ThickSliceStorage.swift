/// Acquired slices, each as the slab around it: modality values.
struct ThickSliceStorage: SampleStorage {
    let sampleType = SampleType.float32
    private let source: any SampleStorage
    private let rescale: VolumeRescale
    private let projection: SlabProjection
    private let sampleCount: Int
    /// The acquired slices that each slice gathers.
    private let layers: [Range<Int>]

    init(_ volume: ImageVolume, slab: Slab) {
        source = volume.storage
        rescale = VolumeRescale(volume.slices)
        projection = slab.projection
        sampleCount = volume.geometry.columns * volume.geometry.rows
        let depths = volume.geometry.sliceDepthsMM
        let half = slab.thicknessMM / 2 + 1e-6
        layers = depths.map { depth in
            let near = depths.indices.filter { abs(depths[$0] - depth) <= half }
            return (near.first ?? 0)..<(near.last ?? 0) + 1
        }
    }

    /// Computes one slice and calls `body` with it.
    func withSlice<Result>(
        _ slice: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try values(layers[slice]).withUnsafeBytes(body)
    }

    private func values(_ layers: Range<Int>) -> [Float] {
        guard let shared = rescale.shared else { return valuesOneByOne(layers) }
        return source.withSlices(layers) { slices in
            switch source.sampleType {
            case .int16: gathered(slices.map { $0.assumingMemoryBound(to: Int16.self) }, shared)
            case .uint16: gathered(slices.map { $0.assumingMemoryBound(to: UInt16.self) }, shared)
            case .float32: valuesOneByOne(layers)
            }
        }
    }

    /// Slices of whole numbers that share slope and intercept: gathered as stored, then rescaled.
    ///
    /// Goes through all slices a few thousand voxels at a time, which stay in the nearest cache.
    private func gathered<Sample: FixedWidthInteger>(
        _ slices: [UnsafeBufferPointer<Sample>], _ rescale: (slope: Double, intercept: Double)
    ) -> [Float] {
        // A slope below 0 makes the least stored value the greatest.
        let takesGreatest = (projection == .maximum) != (rescale.slope < 0)
        let (slope, intercept) = (Float(rescale.slope), Float(rescale.intercept))
        return [Float](unsafeUninitializedCapacity: sampleCount) { output, initialized in
            for start in stride(from: 0, to: sampleCount, by: 4096) {
                let part = start..<min(start + 4096, sampleCount)
                let parts = slices.map { UnsafeBufferPointer(rebasing: $0[part]) }
                let values =
                    projection == .mean
                    ? Self.means(parts) : Self.extremes(parts, takesGreatest: takesGreatest)
                for index in values.indices {
                    output[start + index] = values[index] * slope + intercept
                }
            }
            initialized = sampleCount
        }
    }

    private static func means<Sample: FixedWidthInteger>(
        _ slices: [UnsafeBufferPointer<Sample>]
    ) -> [Float] {
        var sums = [Int32](repeating: 0, count: slices[0].count)
        for slice in slices {
            for index in sums.indices { sums[index] &+= Int32(truncatingIfNeeded: slice[index]) }
        }
        let count = Float(slices.count)
        return sums.map { Float($0) / count }
    }

    private static func extremes<Sample: FixedWidthInteger>(
        _ slices: [UnsafeBufferPointer<Sample>], takesGreatest: Bool
    ) -> [Float] {
        var best = Array(slices[0])
        for slice in slices.dropFirst() {
            if takesGreatest {
                for index in best.indices { best[index] = max(best[index], slice[index]) }
            } else {
                for index in best.indices { best[index] = min(best[index], slice[index]) }
            }
        }
        return best.map { Float($0) }
    }

    private func valuesOneByOne(_ layers: Range<Int>) -> [Float] {
        var sum = SlabSum(projection, count: sampleCount)
        for layer in layers {
            let values = source.withSlice(layer) { samples in
                (0..<sampleCount).map { index in
                    Float(
                        rescale.modalityValue(
                            stored: source.sampleType.value(at: index, in: samples), slice: layer))
                }
            }
            values.withUnsafeBufferPointer { sum.add($0) }
        }
        return [Float](unsafeUninitializedCapacity: sampleCount) { output, initialized in
            sum.write(to: output)
            initialized = sampleCount
        }
    }
}
