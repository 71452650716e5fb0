/// All that decides which grey a stored value of one slice gets.
public struct GreyMapping: Hashable, Sendable {
    /// How the slice is stored.
    public let sampleType: SampleType
    /// Rescale or modality table of the slice.
    public let attributes: SliceAttributes
    /// Window or table.
    public let voi: VOI
    /// Whether greys are turned round after the window: MONOCHROME1 or inverted by the reader, not both.
    public let isTurnedRound: Bool

    /// A mapping; `inverted` is the reader's wish, on top of the photometric interpretation.
    ///
    /// Source: DICOM PS3.3 C.7.6.3.1.2: MONOCHROME1 shows the lowest value white, after the VOI step.
    public init(
        sampleType: SampleType, attributes: SliceAttributes, voi: VOI,
        photometric: Photometric = .monochrome2, inverted: Bool = false
    ) {
        self.sampleType = sampleType
        // Suggestions of the file decide no grey: without them slices of a series share one mapping.
        self.attributes = attributes.rescale
        self.voi = voi
        isTurnedRound = (photometric == .monochrome1) != inverted
    }

    /// The grey of one stored value, 0 (black) to 255 (white); NaN, which lies outside the image, is always black.
    public func grey(stored: Double) -> UInt8 {
        if stored.isNaN { return 0 }
        let grey = voi.grey(attributes.modalityValue(stored: stored))
        return isTurnedRound ? 255 - grey : grey
    }

    /// The grey of one stored value in 16 bits, 0 (black) to 65,535 (white); NaN is always black.
    public func deepGrey(stored: Double) -> UInt16 {
        if stored.isNaN { return 0 }
        let grey = voi.deepGrey(attributes.modalityValue(stored: stored))
        return isTurnedRound ? 65_535 - grey : grey
    }
}
