/// One row of a reader's reading order, as stored when it was drawn.
public struct ReadingOrderRow: Hashable, Sendable, Codable {
    /// Position in the reader's whole order, from 1.
    public let position: Int
    /// Session number, from 1.
    public let session: Int
    /// Whose images.
    public let participant: ParticipantID
    /// The read.
    public let read: ReadKey
    /// The day on which the read opens, counted from the day of the start (day 0).
    public let opensOnDay: Int
    /// The step as written: `nil` for 1, so that rows drawn before there were steps stay as they are.
    private let laterStep: Int?

    private enum CodingKeys: String, CodingKey {
        case position, session, participant, read, opensOnDay
        case laterStep = "step"
    }

    /// Which step of a read that is done in one sitting, from 1; 1 in designs without steps.
    ///
    /// A step above 1 opens only after the step before of the same reader, case and occasion is signed, and
    /// nothing else is read between them. The steps of a read stand next to each other.
    public var step: Int { laterStep ?? 1 }

    /// A row; `step` counts from 1.
    public init(
        position: Int, session: Int, participant: ParticipantID, read: ReadKey, opensOnDay: Int,
        step: Int = 1
    ) {
        precondition(step >= 1, "steps count from 1, got \(step)")
        self.position = position
        self.session = session
        self.participant = participant
        self.read = read
        self.opensOnDay = opensOnDay
        laterStep = step == 1 ? nil : step
    }
}
