/// How arms and occasions are ordered and kept apart.
public enum DesignKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Every reader reads every case in every arm, in independent order.
    case crossed
    /// Arms counterbalanced between readers and participants, with a washout.
    case crossover
    /// One arm, one read.
    case single
    /// The arms are steps of one read in one sitting, in the file's order: each is signed and locked before
    /// the next opens, and nothing goes back.
    case sequential
    /// Readers or cases, or blocks of both, are divided among the arms.
    case splitPlot
    /// Two readers read each case in one arm; the adjudicator decides where they differ.
    case adjudicated
}

/// The square that gives the orders of three and more arms in a crossover.
public enum ArmSquare: String, Hashable, Sendable, Codable, CaseIterable {
    /// Each order is the one before moved one arm further: every arm stands once in every place.
    case cyclic
    /// Also every arm follows every other equally often; an odd number of arms needs twice as many orders.
    case williams
}

/// What is divided in a split-plot design.
public enum Nesting: String, Hashable, Sendable, Codable, CaseIterable {
    /// Each reader reads every case in one arm.
    case readers
    /// Each participant is read in one arm, the same for every reader.
    case cases
    /// Readers and participants are divided into as many blocks as there are arms: each reader reads the
    /// participants of one block in every arm.
    case blocks
}

/// Reads that are done again, for the agreement of a reader with themself; no reader is told of them.
public struct RepeatPlan: Hashable, Sendable, Codable {
    /// How many of a reader's cases, in percent, 1 to 100; rounded to whole cases, at least one.
    public var percent: Int
    /// Days between the two reads of a case in an arm, 0 or more.
    public var lagDays: Int
    /// Whether they are hidden among first reads, rather than in a round of their own behind all others.
    public var areHidden: Bool

    /// A plan to read `percent` of the cases again.
    public init(percent: Int, lagDays: Int, areHidden: Bool = false) {
        self.percent = percent
        self.lagDays = lagDays
        self.areHidden = areHidden
    }
}

/// The plan by which reads are drawn.
public struct Design: Hashable, Sendable, Codable {
    /// The kind of design.
    public var kind: DesignKind
    /// Days between two arms of one participant for one reader, 0 or more; 0 for steps of one read.
    public var washoutDays: Int
    /// The seed of the randomisation.
    public var seed: UInt64
    /// The largest number of cases in one session, 1 or more; all steps of a read count as one case.
    public var casesPerSession: Int
    /// Which square orders the arms of a crossover; cyclic when `nil`.
    public var square: ArmSquare?
    /// What a split-plot design divides; `nil` in any other.
    public var nesting: Nesting?
    /// Whether a later step begins with the reader's own answers of the step before; not when `nil`.
    public var prefill: Bool?
    /// Whether a session holds one arm only, arms in random order within a round; not when `nil`.
    public var armBlocks: Bool?
    /// Days between two examinations of one participant in one arm; any order and distance when `nil`.
    public var serialLagDays: Int?
    /// Reads that are done again; none when `nil`.
    public var repeats: RepeatPlan?

    /// A plan.
    public init(
        kind: DesignKind, washoutDays: Int = 0, seed: UInt64, casesPerSession: Int = 20,
        square: ArmSquare? = nil, nesting: Nesting? = nil, prefill: Bool? = nil,
        armBlocks: Bool? = nil, serialLagDays: Int? = nil, repeats: RepeatPlan? = nil
    ) {
        self.kind = kind
        self.washoutDays = washoutDays
        self.seed = seed
        self.casesPerSession = casesPerSession
        self.square = square
        self.nesting = nesting
        self.prefill = prefill
        self.armBlocks = armBlocks
        self.serialLagDays = serialLagDays
        self.repeats = repeats
    }

    /// Whether the step `step` of a read begins with the reader's answers of the step before.
    public func prefills(step: Int) -> Bool {
        kind == .sequential && step > 1 && prefill == true
    }
}
