extension ImageVolume {
    /// Statistics of the modality values of some slices (from 0).
    ///
    /// Of floats at most about a quarter of a million values are taken, evenly spread.
    public func statistics(slices chosen: some Collection<Int>) -> SampleStatistics {
        storage.sampleType == .float32
            ? floatStatistics(slices: chosen) : histogramStatistics(slices: chosen)
    }

    /// Statistics of at most `sliceCount` slices, evenly spread from the first to the last.
    public func sampledStatistics(sliceCount: Int = 8) -> SampleStatistics {
        let last = geometry.slices - 1
        guard sliceCount > 1, last >= sliceCount else {
            return statistics(slices: 0..<geometry.slices)
        }
        return statistics(slices: (0..<sliceCount).map { $0 * last / (sliceCount - 1) })
    }

    /// Counts stored values, and turns only those that occur into modality values.
    private func histogramStatistics(slices chosen: some Collection<Int>) -> SampleStatistics {
        var counted: [(value: Double, count: Int)] = []
        for (rescale, slices) in Dictionary(grouping: chosen, by: { slices[$0].rescale }) {
            var counts = [Int](repeating: 0, count: 65_536)
            for slice in slices { storage.withSlice(slice) { Self.count($0, in: &counts) } }
            for (pattern, count) in counts.enumerated() where count > 0 {
                let bits = UInt16(pattern)
                let stored =
                    storage.sampleType == .int16 ? Double(Int16(bitPattern: bits)) : Double(bits)
                counted.append((rescale.modalityValue(stored: stored), count))
            }
        }
        return SampleStatistics(counted: counted)
    }

    private static func count(_ samples: UnsafeRawBufferPointer, in counts: inout [Int]) {
        counts.withUnsafeMutableBufferPointer { counts in
            for index in 0..<samples.count / 2 {
                counts[
                    Int(samples.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))] += 1
            }
        }
    }

    private func floatStatistics(slices chosen: some Collection<Int>) -> SampleStatistics {
        let perSlice = geometry.columns * geometry.rows
        let step = max(1, perSlice * chosen.count / 262_144)
        return SampleStatistics(
            chosen.flatMap { slice in
                storage.withSlice(slice) { samples in
                    stride(from: 0, to: perSlice, by: step).map {
                        slices[slice].modalityValue(
                            stored: SampleType.float32.value(at: $0, in: samples))
                    }
                }
            })
    }
}
