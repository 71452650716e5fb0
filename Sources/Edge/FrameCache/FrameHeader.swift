import Imaging

/// Everything kept of a series beside its samples; nothing here names a person, a place or a day.
public struct FrameHeader: Hashable, Sendable {
    /// Where voxels lie, relative to the origin of their case and frame of reference.
    public var geometry: VolumeGeometry
    /// How samples are held.
    public var sampleType: SampleType
    /// One entry a slice.
    public var slices: [SliceAttributes]
    /// Whether low values are black.
    public var photometric: Photometric
    /// The class of machine.
    public var modality: Modality
    /// Units of modality values: `HU`, `g/ml`; empty when they have none.
    public var units: String
    /// Number of the frame of reference within the case, from 0: series with the same number line up.
    public var frameOfReference: Int
    /// Factor from modality values to standardised uptake values, where the image is PET.
    public var suvFactor: Double?
    /// What of the source the frames do not hold.
    public var remarks: SourceRemarks

    /// A header; `slices` has one entry for each slice of `geometry`.
    public init(
        geometry: VolumeGeometry, sampleType: SampleType, slices: [SliceAttributes],
        photometric: Photometric = .monochrome2, modality: Modality = .other, units: String = "",
        frameOfReference: Int = 0, suvFactor: Double? = nil, remarks: SourceRemarks = []
    ) {
        precondition(
            slices.count == geometry.slices,
            "\(slices.count) attributes for \(geometry.slices) slices")
        precondition(frameOfReference >= 0, "frame of reference \(frameOfReference)")
        self.geometry = geometry
        self.sampleType = sampleType
        self.slices = slices
        self.photometric = photometric
        self.modality = modality
        self.units = units
        self.frameOfReference = frameOfReference
        self.suvFactor = suvFactor
        self.remarks = remarks
    }

    /// Bytes of the samples of one slice.
    public var sliceByteCount: Int { geometry.columns * geometry.rows * sampleType.byteCount }
}
