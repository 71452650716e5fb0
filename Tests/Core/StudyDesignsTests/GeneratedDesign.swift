import ReaderStudies
import StudyDesigns

extension GeneratedStudy {
    /// A study of any design as a seed makes it: readers 1 to 12, cases 1 to 400, arms 1 to 4, caps, washouts,
    /// lags, squares, blocks, steps and repeats; some contradict themselves.
    static func ofAnyDesign(seed: UInt64) -> GeneratedStudy {
        let base = GeneratedStudy(seed: seed)
        var random = SeededRandom(seed: seed, label: "design")
        var study = base.study
        study.design = design(
            DesignKind.allCases[random.below(6)], washout: study.design.washoutDays, &random)
        study.design.casesPerSession = base.study.design.casesPerSession
        if [.single, .adjudicated].contains(study.design.kind), random.below(8) > 0 {
            study.arms = Array(study.arms.prefix(1))
        }
        if random.below(8) > 0 { study.adjudicator = "Z" }
        return GeneratedStudy(study: study, cases: base.cases)
    }

    /// The same study with another greatest number of cases a session.
    func capped(at casesPerSession: Int) -> GeneratedStudy {
        var study = study
        study.design.casesPerSession = casesPerSession
        return GeneratedStudy(study: study, cases: cases)
    }

    private static func design(
        _ kind: DesignKind, washout: Int, _ random: inout SeededRandom
    ) -> Design {
        let meets = kind == .crossed || kind == .crossover
        var design = Design(
            kind: kind, washoutDays: meets || random.below(8) == 0 ? washout : 0,
            seed: random.next())
        if kind == .crossover, random.below(2) == 0 { design.square = .williams }
        if kind == .splitPlot {
            design.nesting = Nesting.allCases[random.below(3)]
            if design.nesting == .blocks { design.washoutDays = washout }
        }
        if kind == .sequential { design.prefill = random.below(2) == 0 }
        if meets, random.below(3) == 0 { design.armBlocks = true }
        if random.below(3) == 0 { design.serialLagDays = random.below(15) }
        if random.below(3) == 0 {
            design.repeats = RepeatPlan(
                percent: 1 + random.below(100), lagDays: random.below(43),
                areHidden: random.below(2) == 0)
        }
        return design
    }
}
