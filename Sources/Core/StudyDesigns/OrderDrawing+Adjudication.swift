import ReaderStudies

extension OrderDrawing {
    /// The rows of the adjudicator for `disputed` cases, behind those of `drawn`, in sessions of their own.
    ///
    /// The cases stand in the order of import, then in random order, no participant next to itself; the label is that
    /// of a reader's order.
    ///
    /// - Parameters:
    ///   - disputed: cases that both readers signed and answered differently.
    ///   - drawn: every row so far.
    ///   - day: the day on which they open, counted from the start.
    public func adjudication(
        of disputed: [CaseID], after drawn: [ReadingOrderRow], opensOnDay day: Int
    ) throws(DesignError) -> [ReadingOrderRow] {
        guard study.design.kind == .adjudicated, let adjudicator = study.adjudicator,
            let arm = study.arms.first?.id
        else { return [] }
        let own = drawn.filter { $0.read.reader == adjudicator }
        let known = Set(own.map(\.read.caseID))
        let added = cases.filter { disputed.contains($0.id) && !known.contains($0.id) }
        guard !added.isEmpty else { return [] }
        var random = SeededRandom(
            seed: study.design.seed, label: "order/\(adjudicator.rawValue)/\(own.count)")
        var writer = RowWriter(
            reader: adjudicator, casesPerSession: study.design.casesPerSession, after: own)
        // A batch of few participants may be mostly of one: then it stays in the order of import.
        let sequence =
            (try? Arrangement.sequence(added, after: writer.lastParticipant, &random)) ?? added
        writer.add(
            sequence.map { PlannedRead(studyCase: $0, arms: [arm], occasion: 1) },
            opensOnDay: day)
        return writer.rows
    }

    /// The rows that the adjudicator would get if `percent` of the cases were disputed, drawn by the seed.
    public func expectedAdjudication(
        percent: Int, opensOnDay day: Int
    ) throws(DesignError) -> [ReadingOrderRow] {
        var random = SeededRandom(seed: study.design.seed, label: "disputed")
        let count = (cases.count * percent + 50) / 100
        return try adjudication(
            of: Array(random.shuffled(cases.map(\.id)).prefix(count)), after: [], opensOnDay: day)
    }
}
