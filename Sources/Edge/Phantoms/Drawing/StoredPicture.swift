import Imaging

/// A picture as a scanner stores it: whole numbers of 12 bits.
struct StoredPicture: Sendable {
    /// Where the voxels lie.
    let geometry: VolumeGeometry
    /// Stored values, 0...4095, slice by slice, row-major.
    let samples: [UInt16]
    /// Value = stored value × slope + intercept.
    let slope: Double
    /// Value = stored value × slope + intercept.
    let intercept: Double

    /// Rounds a picture to whole steps of `slope` above `intercept`.
    init(_ picture: FloatVolume, slope: Double, intercept: Double) {
        geometry = picture.geometry
        self.slope = slope
        self.intercept = intercept
        samples = picture.values.map {
            UInt16(min(max(((Double($0) - intercept) / slope).rounded(), 0), 4095))
        }
    }
}
