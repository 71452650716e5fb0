import ReaderStudies

/// The part of a reader's order that is needed to decide what is next on a day, and counts of the rest.
public struct OpenOrder: Hashable, Sendable {
    /// A day as the order and the ledger count it.
    public struct Day: Hashable, Sendable {
        /// Days since the first day of the order: rows up to this one are planned to be open.
        public let planned: Int
        /// The last UTC day, counted from 1970-01-01, whose exposures keep nothing closed any more.
        public let settled: Int

        /// `planned` days after the first day of the order, when all that was seen up to `settled` counts no more.
        public init(planned: Int, settled: Int) {
            self.planned = planned
            self.settled = settled
        }
    }

    /// Unsigned rows that have to be looked at one by one, by position: those planned up to the day whose
    /// participant was seen lately, those that may be opened early, those that were begun, the first of the others
    /// that is planned up to the day, and steps whose step before is signed, with that step.
    public var rows: [ReadingOrderRow] = []
    /// Which of these are signed.
    public var closed: Set<ReadKey> = []
    /// The reads that were begun or reopened, and are not signed.
    public var drafts: [ReadKey] = []
    /// When the participants of the unsigned rows were last seen, as far as it was lately.
    public var exposures: [Exposure] = []
    /// Number of unsigned rows that are planned for a later day, may not be opened early, and are read still.
    public var later = 0
    /// The session of the first unsigned row that is read still; `nil` when none is left.
    public var firstSession: Int?
    /// Number of sessions of the whole order.
    public var sessionCount = 0
    /// Number of signed reads of the whole order.
    public var signed = 0
}

/// The rows of one session of a reader's order.
public struct SessionOrder: Hashable, Sendable {
    /// By position.
    public var rows: [ReadingOrderRow] = []
    /// Which of these are signed.
    public var closed: Set<ReadKey> = []
}
