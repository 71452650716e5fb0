/// Why images were shown to somebody.
public enum ExposureKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A read of the reading order.
    case read
    /// Practice, whose answers are not kept as reads.
    case practice
    /// The decision of an adjudicator, or a consensus.
    case adjudication
    /// A picture or a look outside of the reading order.
    case render
}

/// A row of the exposure ledger: one series as it was shown after one opening.
public struct ExposureRow: Hashable, Sendable {
    /// Who saw it; `nil` for the coordinator.
    public let reader: ReaderID?
    /// Whose images.
    public let participant: ParticipantID
    /// Which case.
    public let caseID: CaseID
    /// In which arm.
    public let arm: ArmID
    /// Why.
    public let kind: ExposureKind
    /// Which series; `nil` when the case was opened and no slice was shown in full.
    public let series: SeriesToken?
    /// When the case was opened, as a label.
    public let openedAt: UTCInstant
    /// Slices shown in full, from 0, in order, each once.
    public let slices: [Int]
    /// Active milliseconds.
    public let shownMS: Int
    /// The event that opened the case.
    public let event: Int

    /// A row.
    public init(
        reader: ReaderID?, participant: ParticipantID, caseID: CaseID, arm: ArmID,
        kind: ExposureKind, series: SeriesToken?, openedAt: UTCInstant, slices: [Int],
        shownMS: Int, event: Int
    ) {
        self.reader = reader
        self.participant = participant
        self.caseID = caseID
        self.arm = arm
        self.kind = kind
        self.series = series
        self.openedAt = openedAt
        self.slices = slices
        self.shownMS = shownMS
        self.event = event
    }
}
