/// A line of the exposure ledger of one reader: which participant was seen in which arm, and when last.
public struct Exposure: Hashable, Sendable {
    /// Whose images.
    public let participant: ParticipantID
    /// In which arm.
    public let arm: ArmID
    /// The last UTC day, counted from 1970-01-01.
    public let day: Int
    /// Which examination; any of the participant's when `nil`.
    public let caseID: CaseID?

    /// The reader saw `participant` in `arm` on `day` for the last time.
    public init(participant: ParticipantID, arm: ArmID, day: Int, caseID: CaseID? = nil) {
        self.participant = participant
        self.arm = arm
        self.day = day
        self.caseID = caseID
    }
}
