import ReaderStudies

/// A contradiction in a study's plan, in a sentence with what to do, and the key of the study file that it is at.
public struct DesignProblem: Hashable, Sendable {
    /// Where it lies in the study file: `design`, or one of its keys.
    public let path: [String]
    /// What is wrong and what to do.
    public let sentence: String

    private init(_ path: [String], _ sentence: String) {
        self.path = path
        self.sentence = sentence
    }

    /// Every contradiction of `study`, whatever its cases are; empty for a plan that can be drawn.
    public static func all(of study: ReaderStudy) -> [DesignProblem] {
        all(
            of: study.design,
            among: StudyNumbers(
                arms: study.arms.count, readers: study.readers.count,
                hasAdjudicator: study.adjudicator != nil, days: study.calendar?.days))
    }

    /// Every contradiction of `design` in a study of these numbers.
    public static func all(of design: Design, among numbers: StudyNumbers) -> [DesignProblem] {
        arms(of: design, numbers) + people(of: design, numbers) + options(of: design)
            + repeats(of: design) + days(of: design, numbers)
    }

    private static func arms(of design: Design, _ numbers: StudyNumbers) -> [DesignProblem] {
        guard let count = numbers.arms else { return [] }
        let kind = design.kind
        switch kind {
        case .single where count != 1, .adjudicated where count != 1:
            return [
                DesignProblem(
                    ["design", "kind"],
                    "A study of the kind \(kind.rawValue) has one arm; \(count) are listed. Choose "
                        + "crossover or crossed, or leave one arm.")
            ]
        case .crossover where count < 2, .sequential where count < 2, .splitPlot where count < 2:
            return [
                DesignProblem(
                    ["design", "kind"],
                    "A study of the kind \(kind.rawValue) has at least two arms. Choose single for "
                        + "one.")
            ]
        default: return []
        }
    }

    private static func people(of design: Design, _ numbers: StudyNumbers) -> [DesignProblem] {
        guard let readers = numbers.readers else { return [] }
        var problems: [DesignProblem] = []
        if design.kind == .adjudicated, readers < 2 {
            problems.append(
                DesignProblem(
                    ["readers"],
                    "In a study of the kind adjudicated two readers read each case. Add a reader, or "
                        + "choose single."))
        }
        if design.kind == .adjudicated, !numbers.hasAdjudicator {
            problems.append(
                DesignProblem(
                    ["design", "kind"],
                    "A study of the kind adjudicated needs a person who decides where readers differ. "
                        + "Name one as adjudicator."))
        }
        let divides = design.nesting == .readers || design.nesting == .blocks
        if design.kind == .splitPlot, divides, let arms = numbers.arms, readers < arms {
            problems.append(
                DesignProblem(
                    ["readers"],
                    "\(arms) arms divide the readers, of whom there are \(readers). Add readers, or "
                        + "nest cases."))
        }
        return problems
    }

    /// The fewest days that reading can take, with one examination a participant.
    private static func days(of design: Design, _ numbers: StudyNumbers) -> [DesignProblem] {
        guard let days = numbers.days, let arms = numbers.arms, arms > 0 else { return [] }
        let least = Rounds.leastDays(of: design, armCount: arms)
        guard least > days else { return [] }
        return [
            DesignProblem(
                ["calendar"],
                "Reading takes at least \(least) days, and the calendar has \(days). Make the washout "
                    + "or the lag shorter, or give more days.")
        ]
    }

    private static func options(of design: Design) -> [DesignProblem] {
        let kind = design.kind
        let manyRounds = design.hasRounds
        var problems: [DesignProblem] = []
        func refuse(_ key: String, _ sentence: String, when wrong: Bool) {
            if wrong { problems.append(DesignProblem(["design", key], sentence)) }
        }
        refuse(
            "kind",
            "A splitPlot says what is divided among the arms. Add nest: readers, cases or blocks.",
            when: kind == .splitPlot && design.nesting == nil)
        refuse(
            "nest", "Only a splitPlot divides readers or cases. Remove nest, or choose splitPlot.",
            when: kind != .splitPlot && design.nesting != nil)
        refuse(
            "square",
            "Only the arms of a crossover follow a square. Remove it, or choose crossover.",
            when: kind != .crossover && design.square != nil)
        refuse(
            "prefill", "Only the steps of a sequential design can be prefilled. Remove prefill.",
            when: kind != .sequential && design.prefill != nil)
        refuse(
            "armBlocks",
            "A participant is read in one round here, so that arms make no blocks. "
                + "Remove armBlocks, or choose crossed or crossover.",
            when: !manyRounds && design.armBlocks == true)
        refuse(
            "washoutDays",
            kind == .sequential
                ? "The steps of a sequential design are read in one sitting. Remove washoutDays, or "
                    + "choose crossover."
                : "No reader meets a participant in two arms here, so that nothing is washed out. "
                    + "Remove washoutDays.",
            when: !manyRounds && kind != .single && design.washoutDays > 0)
        return problems
    }

    private static func repeats(of design: Design) -> [DesignProblem] {
        guard let repeats = design.repeats, repeats.areHidden else { return [] }
        var problems: [DesignProblem] = []
        if repeats.percent > 50 {
            problems.append(
                DesignProblem(
                    ["design", "repeats", "percent"],
                    "Hidden repeats stand among the first reads of the other half, so that at most "
                        + "50 percent can be hidden. Take fewer, or remove hidden."))
        }
        if let lag = design.serialLagDays, lag > 0 {
            problems.append(
                DesignProblem(
                    ["design", "repeats", "hidden"],
                    "Examinations that keep a lag leave no place to hide repeats. Remove hidden, or "
                        + "the serialLagDays."))
        }
        return problems
    }
}

/// How many arms, readers and days a study has; `nil` for what is not known.
public struct StudyNumbers: Hashable, Sendable {
    /// Number of arms.
    public let arms: Int?
    /// Number of readers.
    public let readers: Int?
    /// Whether somebody decides where readers differ.
    public let hasAdjudicator: Bool
    /// The days that reading may take.
    public let days: Int?

    /// The numbers of a study.
    public init(arms: Int?, readers: Int?, hasAdjudicator: Bool, days: Int? = nil) {
        self.arms = arms
        self.readers = readers
        self.hasAdjudicator = hasAdjudicator
        self.days = days
    }
}
