extension ImageVolume {
    /// The volume cut anew into slices that lie as those of `planes`, computed when they are looked at.
    ///
    /// Values are modality values; outside of this volume, and where slices are missing, they are NaN, which is shown black
    /// whatever the window and counts in no measurement. Windows, modality, units and MONOCHROME1 stay; a table for windows
    /// does not, because it need not fit between voxels.
    ///
    /// - Parameters:
    ///   - planes: Where pixels are wanted, in the same frame of reference, as `VolumeGeometry.planes` makes it.
    ///   - interpolation: Nearest for labels.
    ///   - slab: What is shown of a thick slab around each plane; `nil` for the plane itself.
    /// - Throws: `PlaneError` when nothing can be computed between the slices.
    public func reformatted(
        to planes: VolumeGeometry, interpolation: Interpolation = .trilinear, slab: Slab? = nil
    ) throws(PlaneError) -> ImageVolume {
        let storage = try ReformattedStorage(
            self, planes: planes, interpolation: interpolation, slab: slab)
        return replacing(planes, storage)
    }

    /// The volume cut into slices of a body plane of the patient, from its first to its last voxel.
    public func reformatted(
        to plane: BodyPlane, interpolation: Interpolation = .trilinear, slab: Slab? = nil
    ) throws(PlaneError) -> ImageVolume {
        try reformatted(to: geometry.planes(plane), interpolation: interpolation, slab: slab)
    }

    /// Each acquired slice as the slab around it: all slices whose planes are no further away than half the thickness.
    public func thickened(_ slab: Slab) -> ImageVolume {
        replacing(geometry, ThickSliceStorage(self, slab: slab))
    }

    /// The value at a place in the patient, or `nil` outside of the volume.
    public func value(
        at position: Vector3, interpolation: Interpolation = .trilinear
    ) throws(PlaneError) -> Double? {
        let point = VolumeGeometry.plane(
            PlaneDirections(.axial), center: position, columns: 1, rows: 1, pixelMM: 1)
        let value = try reformatted(to: point, interpolation: interpolation)
            .storedValue(column: 0, row: 0, slice: 0)
        return value.isNaN ? nil : value
    }

    /// Other slices of the same image: windows of the first slice, no tables.
    private func replacing(
        _ geometry: VolumeGeometry, _ storage: any SampleStorage
    ) -> ImageVolume {
        let windows = slices.isEmpty ? [] : slices[slices.count / 2].windows
        return ImageVolume(
            geometry: geometry, storage: storage,
            slices: Array(
                repeating: SliceAttributes(windows: windows), count: geometry.slices),
            photometric: photometric, modality: modality, units: units, suvFactor: suvFactor,
            remarks: remarks)
    }
}
