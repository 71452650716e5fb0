import ReaderStudies
import StudyDesigns

/// A study and its cases as a seed makes them: 1 to 12 readers, 1 to 400 cases, 1 to 4 arms, caps and washouts.
struct GeneratedStudy {
    let study: ReaderStudy
    let cases: [StudyCase]

    init(study: ReaderStudy, cases: [StudyCase]) {
        self.study = study
        self.cases = cases
    }

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed, label: "generated")
        let armCount = 1 + random.below(4)
        let kinds: [DesignKind] =
            armCount == 1 ? [.single, .crossed] : [.crossed, .crossover]
        study = ReaderStudy(
            id: "s", title: "S", instruments: [],
            arms: ["A", "B", "C", "D"].prefix(armCount).map {
                Arm(id: ArmID($0), label: "L", series: [SeriesRule()])
            },
            design: Design(
                kind: kinds[random.below(kinds.count)], washoutDays: random.below(43),
                seed: random.next(), casesPerSession: 1 + random.below(30)),
            readers: (1...1 + random.below(12)).map { ReaderID("R\($0)") })
        cases = Self.cases(&random)
    }

    /// Most participants have one case; some have several, and now and then one has too many.
    private static func cases(_ random: inout SeededRandom) -> [StudyCase] {
        // Small studies are as likely as large ones: what cannot be kept apart shows there.
        let count = random.below(2) == 0 ? 1 + random.below(12) : 1 + random.below(400)
        let spread = 1 + random.below(count)
        return (1...count).map { number in
            let participant = random.below(3) == 0 ? random.below(spread) : number + count
            return StudyCase(
                id: CaseID("C\(number)"), participant: ParticipantID("P\(participant)"))
        }
    }
}
