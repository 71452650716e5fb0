extension ImageVolume {
    /// What maps the stored values of a slice (from 0) to greys through `voi`.
    public func greyMapping(slice: Int, voi: VOI, inverted: Bool = false) -> GreyMapping {
        GreyMapping(
            sampleType: storage.sampleType, attributes: slices[slice], voi: voi,
            photometric: photometric, inverted: inverted)
    }

    /// Greys of a slice (from 0), `rows × columns` as stored, through a table of `greyMapping`.
    public func greys(slice: Int, through table: GreyTable) -> GreyImage {
        let pixels = storage.withSlice(slice) { table.greys(of: $0) }
        return GreyImage(width: geometry.columns, height: geometry.rows, pixels: pixels)
    }

    /// Greys of one slice (from 0) for a picture of it alone.
    public func greys(slice: Int, voi: VOI, inverted: Bool = false) -> GreyImage {
        let mapping = greyMapping(slice: slice, voi: voi, inverted: inverted)
        var stored = 0...0
        if storage.sampleType != .float32 {
            // Handed out by assignment: as a result of the closure, its type would be looked up at run time.
            storage.withSlice(slice) { stored = storage.sampleType.range(of: $0) }
        }
        return greys(slice: slice, through: GreyTable(mapping, stored: stored))
    }

    /// The stored value of a voxel, each index from 0.
    public func storedValue(column: Int, row: Int, slice: Int) -> Double {
        let index = row * geometry.columns + column
        return storage.withSlice(slice) { storage.sampleType.value(at: index, in: $0) }
    }

    /// The modality value (HU in CT) of a voxel, each index from 0, or `nil` outside the volume.
    public func modalityValue(column: Int, row: Int, slice: Int) -> Double? {
        guard (0..<geometry.columns).contains(column), (0..<geometry.rows).contains(row),
            (0..<geometry.slices).contains(slice)
        else { return nil }
        return slices[slice].modalityValue(
            stored: storedValue(column: column, row: row, slice: slice))
    }
}

extension SampleType {
    /// The least and the greatest of some integers; 0...0 for floats and for none.
    func range(of samples: UnsafeRawBufferPointer) -> ClosedRange<Int> {
        switch self {
        case .int16: Self.range(of: samples, Int16.self)
        case .uint16: Self.range(of: samples, UInt16.self)
        case .float32: 0...0
        }
    }

    private static func range<Sample: FixedWidthInteger>(
        of samples: UnsafeRawBufferPointer, _ type: Sample.Type
    ) -> ClosedRange<Int> {
        guard samples.count >= 2 else { return 0...0 }
        var (least, greatest) = (Sample.max, Sample.min)
        for index in 0..<samples.count / 2 {
            let sample = samples.loadUnaligned(fromByteOffset: index * 2, as: Sample.self)
            least = min(least, sample)
            greatest = max(greatest, sample)
        }
        return Int(least)...Int(greatest)
    }

    /// The sample at `index` of `samples`.
    public func value(at index: Int, in samples: UnsafeRawBufferPointer) -> Double {
        let offset = index * byteCount
        switch self {
        case .int16: return Double(samples.loadUnaligned(fromByteOffset: offset, as: Int16.self))
        case .uint16: return Double(samples.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
        case .float32: return Double(samples.loadUnaligned(fromByteOffset: offset, as: Float.self))
        }
    }
}
