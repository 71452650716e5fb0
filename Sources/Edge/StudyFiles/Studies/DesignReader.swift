import ReaderStudies

/// Reads the plan by which reads are drawn.
enum DesignReader {
    /// The usual washout of a crossover, in days.
    ///
    /// Source: FDA guidance on computer-assisted detection (2022), sessions at least 4 weeks apart.
    static let usualWashoutDays = 28

    static func design(
        _ value: YAMLValue, armCount: Int?
    ) throws(StudyFileError) -> Design {
        let table = try value.table(["kind", "washoutDays", "seed", "casesPerSession"])
        let kind = try table.required("kind")
        let word = try kind.word(DesignKind.self)
        if let armCount { try demandArms(kind, word, armCount) }
        let washout = try table["washoutDays"]?.integer(in: 0...3650)
        return Design(
            kind: word, washoutDays: washout ?? (word == .crossover ? usualWashoutDays : 0),
            seed: try seed(try table.required("seed")),
            casesPerSession: try table["casesPerSession"]?.integer(in: 1...1000) ?? 20)
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
