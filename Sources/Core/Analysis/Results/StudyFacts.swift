/// What is known of a study without its answers; a part that the data do not tell is empty or `nil`.
public struct StudyFacts: Hashable, Sendable {
    /// A finding that was analysed.
    public struct Finding: Hashable, Sendable {
        /// The item: `erosion`.
        public let item: String
        /// How it is said.
        public let label: String
        /// Which answers are a positive call: `1`, `3 or more`.
        public let positive: String

        /// A finding.
        public init(item: String, label: String, positive: String) {
            (self.item, self.label, self.positive) = (item, label, positive)
        }
    }

    /// Arms, in the study's order.
    public var arms: [String]
    /// Readers, sorted.
    public var readers: [String]
    /// Reading forms, `id@version`.
    public var instruments: [String]
    /// `crossed`, `crossover` or `single`.
    public var design: String?
    /// Days between two arms of one participant.
    public var washoutDays: Int?
    /// The seed of the reading order.
    public var seed: String?
    /// How the reference was made.
    public var referenceRule: String?
    /// The arm in which the reference was read.
    public var referenceArm: String?
    /// Clinical fields that readers could see; `nil` where the data do not tell.
    public var revealed: [String]?
    /// The findings.
    public var findings: [Finding]
    /// The first and last signature, as dates.
    public var signed: ClosedRange<String>?
    /// How readers were kept apart: `os`, `app`, `none`, each once.
    public var isolation: [String]

    /// What is known.
    public init(
        arms: [String], readers: [String], instruments: [String] = [], design: String? = nil,
        washoutDays: Int? = nil, seed: String? = nil, referenceRule: String? = nil,
        referenceArm: String? = nil, revealed: [String]? = nil, findings: [Finding],
        signed: ClosedRange<String>? = nil, isolation: [String] = []
    ) {
        (self.arms, self.readers, self.instruments) = (arms, readers, instruments)
        (self.design, self.washoutDays, self.seed) = (design, washoutDays, seed)
        (self.referenceRule, self.referenceArm) = (referenceRule, referenceArm)
        (self.revealed, self.findings, self.signed) = (revealed, findings, signed)
        self.isolation = isolation
    }
}
