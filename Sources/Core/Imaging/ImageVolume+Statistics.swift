extension ImageVolume {
    /// Statistics of the modality values of some slices (from 0).
    public func statistics(slices chosen: some Sequence<Int>) -> SampleStatistics {
        var values: [Double] = []
        for slice in chosen { values += modalityValues(slice: slice) }
        return SampleStatistics(values)
    }

    /// Statistics of at most `sliceCount` slices, evenly spread from the first to the last.
    public func sampledStatistics(sliceCount: Int = 8) -> SampleStatistics {
        let last = geometry.slices - 1
        guard sliceCount > 1, last >= sliceCount else {
            return statistics(slices: 0..<geometry.slices)
        }
        return statistics(slices: (0..<sliceCount).map { $0 * last / (sliceCount - 1) })
    }

    /// The modality values of a slice (from 0), row-major.
    public func modalityValues(slice: Int) -> [Double] {
        let attributes = slices[slice]
        return storage.withSlice(slice) { samples in
            (0..<samples.count / storage.sampleType.byteCount).map {
                attributes.modalityValue(stored: storage.sampleType.value(at: $0, in: samples))
            }
        }
    }
}
