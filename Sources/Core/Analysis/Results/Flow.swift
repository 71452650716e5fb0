/// What became of participants, reads and answers: the numbers of a flow diagram.
public struct Flow: Hashable, Sendable {
    /// One number of the diagram.
    public struct Count: Hashable, Sendable {
        /// Its published name: `reads.signed`.
        public let name: String
        /// How it is said: `Reads signed`.
        public let label: String
        /// What it is about.
        public let stratum: Stratum
        /// How many.
        public let count: Int

        /// A number of the diagram.
        public init(name: String, label: String, stratum: Stratum = Stratum(), count: Int) {
            (self.name, self.label, self.stratum, self.count) = (name, label, stratum, count)
        }
    }

    /// How answers stand for one finding, arm and reader; the parts add up to `planned`.
    public struct Answers: Hashable, Sendable {
        /// Finding, arm and reader.
        public let stratum: Stratum
        /// Questions of planned reads.
        public let planned: Int
        /// Answered, with a reference.
        public let analysed: Int
        /// Answered, without a reference.
        public let withoutReference: Int
        /// The reader looked, and the images allow no answer.
        public let notAssessable: Int
        /// A rule of the form did not ask.
        public let skipped: Int
        /// Not answered, or the read is not signed.
        public let missing: Int
        /// Not assessable, by reason.
        public let reasons: [String: Int]
        /// The records behind it.
        public let source: EventSet

        /// How answers stand.
        public init(
            stratum: Stratum, analysed: Int, withoutReference: Int, notAssessable: Int,
            skipped: Int, missing: Int, reasons: [String: Int], source: EventSet
        ) {
            self.stratum = stratum
            (self.analysed, self.withoutReference) = (analysed, withoutReference)
            (self.notAssessable, self.skipped, self.missing) = (notAssessable, skipped, missing)
            planned = analysed + withoutReference + notAssessable + skipped + missing
            (self.reasons, self.source) = (reasons, source)
        }
    }

    /// The numbers, from the top of the diagram: participants, cases, reads planned, signed, excluded.
    public let counts: [Count]
    /// By finding, arm and reader.
    public let answers: [Answers]

    /// A flow.
    public init(counts: [Count], answers: [Answers]) {
        (self.counts, self.answers) = (counts, answers)
    }
}
