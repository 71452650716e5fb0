import Imaging

extension SliceStack {
    /// One slice (from 0) as a volume of its own, for a picture of it.
    ///
    /// Without a geometry the slice lies as stored, with pixels of 1 × 1 mm.
    ///
    /// - Parameters:
    ///   - slice: The slice, from 0.
    ///   - modality: What the volume says it is.
    ///   - file: The file that `frames[slice]` names.
    public func volume(
        ofSlice slice: Int, modality: Modality, file: any ImageFile
    ) throws(ImageFileError) -> ImageVolume {
        var samples = try file.samples(ofFrame: frames[slice].frame)
        samples.withUnsafeMutableBytes { sample.convert($0) }
        return ImageVolume(
            geometry: geometry(ofSlice: slice),
            storage: MemoryStorage(
                sampleType: sample.volumeType, sliceByteCount: samples.count, bytes: samples),
            slices: [slices[slice]], photometric: photometric, modality: modality, units: units)
    }

    private func geometry(ofSlice slice: Int) -> VolumeGeometry {
        VolumeGeometry(
            columns: columns, rows: rows,
            rowDirection: geometry?.rowDirection ?? Vector3(1, 0, 0),
            columnDirection: geometry?.columnDirection ?? Vector3(0, 1, 0),
            columnSpacingMM: geometry?.columnSpacingMM ?? 1,
            rowSpacingMM: geometry?.rowSpacingMM ?? 1,
            positions: [geometry?.positions[slice] ?? Vector3(0, 0, 0)])
    }
}
