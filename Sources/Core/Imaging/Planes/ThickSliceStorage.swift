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
    private func gathered<Sample: FixedWidthInteger>(
        _ slices: [UnsafeBufferPointer<Sample>], _ rescale: (slope: Double, intercept: Double)
    ) -> [Float] {
        // A slope below 0 makes the least stored value the greatest.
        let isTurned = rescale.slope < 0
        let (slope, intercept) = (Float(rescale.slope), Float(rescale.intercept))
        switch projection {
        case .mean:
            var sums = [Int32](repeating: 0, count: sampleCount)
            for slice in slices {
                for index in 0..<sampleCount { sums[index] &+= Int32(slice[index]) }
            }
            let count = Float(slices.count)
            return sums.map { Float($0) / count * slope + intercept }
        case .maximum, .minimum:
            var best = Array(slices[0])
            for slice in slices.dropFirst() {
                if (projection == .maximum) != isTurned {
                    for index in 0..<sampleCount { best[index] = max(best[index], slice[index]) }
                } else {
                    for index in 0..<sampleCount { best[index] = min(best[index], slice[index]) }
                }
            }
            return best.map { Float($0) * slope + intercept }
        }
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
