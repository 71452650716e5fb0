/// How far a study has come, for the coordinator: never an answer, nor anything computed from answers.
public struct StudyOverview: Hashable, Sendable {
    /// The reads of one reader in one arm.
    public struct Line: Hashable, Sendable {
        /// Who reads.
        public let reader: ReaderID
        /// In which arm.
        public let arm: ArmID
        /// Rows of the order.
        public var planned = 0
        /// Rows that are not open yet.
        public var waiting = 0
        /// Rows that are open and were not begun.
        public var open = 0
        /// Reads that were begun and are not signed.
        public var drafts = 0
        /// Signed reads, amended ones and those under amendment too.
        public var signed = 0
        /// Rows that are read no more, and were not signed.
        public var withdrawn = 0
        /// Unsigned rows after the last day of the calendar.
        public var overdue = 0
        /// The middle of the active times of the first signatures, in milliseconds; `nil` without any.
        public var medianActiveMS: Int?
        /// The first day on which a waiting row opens, counted from 1970-01-01; `nil` when none waits.
        public var nextDay: Int?

        /// Nothing yet, of one reader in one arm.
        public init(reader: ReaderID, arm: ArmID) {
            self.reader = reader
            self.arm = arm
        }
    }

    /// The study.
    public var study: StudyID
    /// Its title.
    public var title: String
    /// Everybody who reads, in the study file's order.
    public var readers: [ReaderID]
    /// The arms, in the study file's order.
    public var arms: [ArmID]
    /// When it stood so, as a label.
    public var at: UTCInstant
    /// A line for each reader and arm that the order has, in the study file's order.
    public var lines: [Line] = []
    /// What went other than planned, a sentence each.
    public var deviations: [String] = []
    /// Whether all reads are locked.
    public var isLocked = false
    /// How many rows open on which day from tomorrow on, by reader, counted from 1970-01-01.
    public var openings: [Int: [ReaderID: Int]] = [:]

    /// A study of which nothing is known yet.
    public init(
        study: StudyID, title: String, readers: [ReaderID], arms: [ArmID], at: UTCInstant
    ) {
        self.study = study
        self.title = title
        self.readers = readers
        self.arms = arms
        self.at = at
    }
}
