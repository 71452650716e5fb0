import ReaderStudies

/// Reads the plan by which reads are drawn.
enum DesignReader {
    /// The usual washout of a crossover, in days.
    ///
    /// Source: FDA guidance on computer-assisted detection (2022), sessions at least 4 weeks apart.
    static let usualWashoutDays = 28

    /// The plan; each entry that is wrong is noted, and the others are read all the same.
    ///
    /// - Parameter armCount: How many arms are listed, right or wrong; `nil` when they are no list.
    static func design(
        _ value: YAMLValue, armCount: Int?, _ mistakes: inout Mistakes
    ) throws(StudyFileError) -> Design? {
        let table = try value.table(["kind", "washoutDays", "seed", "casesPerSession"])
        let kind = mistakes.noting { _ throws(StudyFileError) in
            try self.kind(try table.required("kind"), armCount: armCount)
        }
        let washout = mistakes.noting { _ throws(StudyFileError) in
            try table["washoutDays"]?.integer(in: 0...3650)
        }
        let seed = mistakes.noting { _ throws(StudyFileError) in
            try self.seed(try table.required("seed"))
        }
        let cases = mistakes.noting { _ throws(StudyFileError) in
            try table["casesPerSession"]?.integer(in: 1...1000)
        }
        guard let kind, let washout, let seed, let cases else { return nil }
        return Design(
            kind: kind, washoutDays: washout ?? (kind == .crossover ? usualWashoutDays : 0),
            seed: seed, casesPerSession: cases ?? 20)
    }

    private static func kind(
        _ value: YAMLValue, armCount: Int?
    ) throws(StudyFileError) -> DesignKind {
        let kind = try value.word(DesignKind.self)
        if let armCount { try demandArms(value, kind, armCount) }
        return kind
    }

    private static func seed(_ value: YAMLValue) throws(StudyFileError) -> UInt64 {
        guard let seed = UInt64(try value.text()) else {
            throw value.mistake("A seed is a whole number from 0 to \(UInt64.max).")
        }
        return seed
    }

    private static func demandArms(
        _ value: YAMLValue, _ kind: DesignKind, _ count: Int
    ) throws(StudyFileError) {
        if kind == .single, count != 1 {
            throw value.mistake(
                "A study of the kind single has one arm; \(count) are listed. Choose crossover or "
                    + "crossed.")
        }
        if kind == .crossover, count < 2 {
            throw value.mistake("A crossover has at least two arms. Choose single for one.")
        }
    }
}
