/// What of its source a volume does not show.
public struct SourceRemarks: OptionSet, Hashable, Sendable {
    /// The source is in colour; the volume holds its luminance.
    public static let colours = SourceRemarks(rawValue: 1)
    /// The source holds every slice several times, such as phases or echoes; the volume holds one of them.
    public static let oneOfSeveral = SourceRemarks(rawValue: 2)

    /// A bit for each remark.
    public let rawValue: UInt8

    /// Remarks of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
}
