import ReaderStudies

/// Reads the plan by which reads are drawn.
enum DesignReader {
    /// The usual washout of a crossover, in days.
    ///
    /// Source: FDA guidance on computer-assisted detection (2022), sessions at least 4 weeks apart.
    static let usualWashoutDays = 28

    private static let keys: Set<String> = [
        "kind", "washoutDays", "seed", "casesPerSession", "square", "nest", "prefill", "armBlocks",
        "serialLagDays", "repeats",
    ]

    /// The plan; each entry that is wrong is noted, and the others are read all the same.
    static func design(
        _ value: YAMLValue, _ mistakes: inout Mistakes
    ) throws(StudyFileError) -> Design? {
        let table = try value.table(keys)
        let kind = mistakes.noting { _ throws(StudyFileError) in
            try table.required("kind").word(DesignKind.self)
        }
        let seed = mistakes.noting { _ throws(StudyFileError) in
            try self.seed(try table.required("seed"))
        }
        guard var design = basics(table, kind: kind, seed: seed, &mistakes) else { return nil }
        _ = mistakes.noting { _ throws(StudyFileError) in
            design.square = try table["square"]?.word(ArmSquare.self)
            design.nesting = try table["nest"]?.word(Nesting.self)
        }
        _ = mistakes.noting { _ throws(StudyFileError) in
            design.prefill = try table["prefill"]?.truth()
            design.armBlocks = try table["armBlocks"]?.truth()
        }
        _ = mistakes.noting { _ throws(StudyFileError) in
            design.serialLagDays = try table["serialLagDays"]?.integer(in: days)
            design.repeats = try table["repeats"].map(repeats)
        }
        return design
    }

    private static let days = 0...3650

    private static func basics(
        _ table: YAMLTable, kind: DesignKind?, seed: UInt64?, _ mistakes: inout Mistakes
    ) -> Design? {
        let washout = mistakes.noting { _ throws(StudyFileError) in
            try table["washoutDays"]?.integer(in: days)
        }
        let cases = mistakes.noting { _ throws(StudyFileError) in
            try table["casesPerSession"]?.integer(in: 1...1000)
        }
        guard let kind, let washout, let seed, let cases else { return nil }
        return Design(
            kind: kind, washoutDays: washout ?? (kind == .crossover ? usualWashoutDays : 0),
            seed: seed, casesPerSession: cases ?? 20)
    }

    private static func seed(_ value: YAMLValue) throws(StudyFileError) -> UInt64 {
        guard let seed = UInt64(try value.text()) else {
            throw value.mistake("A seed is a whole number from 0 to \(UInt64.max).")
        }
        return seed
    }

    private static func repeats(_ value: YAMLValue) throws(StudyFileError) -> RepeatPlan {
        let table = try value.table(["percent", "lagDays", "hidden"])
        return RepeatPlan(
            percent: try table.required("percent").integer(in: 1...100),
            lagDays: try table.required("lagDays").integer(in: days),
            areHidden: try table["hidden"]?.truth() ?? false)
    }
}
