import Analysis

/// The flow of participants, reads and answers as tables.
struct FlowTables {
    /// The flow.
    let flow: Flow
    /// Names of the records.
    let sources: SourceRegister

    /// The tables: the numbers from above, and how answers stand.
    var tables: [ReportTable] { [counts, answers, reasons].compactMap(\.self) }

    private var counts: ReportTable? {
        guard !flow.counts.isEmpty else { return nil }
        let strata = VaryingStrata(flow.counts.map(\.stratum))
        return ReportTable(
            title: "Participants and reads",
            columns: [.words("What")] + strata.varying.map { .words($0.rawValue) }
                + [.numbers("Number")], keys: 1 + strata.varying.count,
            rows: flow.counts.map { [$0.label] + strata.cells(of: $0.stratum) + ["\($0.count)"] })
    }

    private var answers: ReportTable? {
        guard !flow.answers.isEmpty else { return nil }
        let strata = VaryingStrata(flow.answers.map(\.stratum))
        let numbers = [
            "Planned", "Analysed", "No reference", "Not assessable", "Skipped by rule", "Missing",
        ]
        return ReportTable(
            title: titled("Answers", strata.shared),
            columns: strata.varying.map { .words($0.rawValue) } + numbers.map { .numbers($0) }
                + [.words("Source")], keys: strata.varying.count,
            rows: flow.answers.map { answers in
                strata.cells(of: answers.stratum)
                    + [
                        answers.planned, answers.analysed, answers.withoutReference,
                        answers.notAssessable, answers.skipped, answers.missing,
                    ].map { "\($0)" } + [sources.name(of: answers.source)]
            }, notes: ["Planned is the sum of the five columns after it."])
    }

    private var reasons: ReportTable? {
        var totals: [String: Int] = [:]
        for answers in flow.answers { totals.merge(answers.reasons, uniquingKeysWith: +) }
        guard !totals.isEmpty else { return nil }
        return ReportTable(
            title: "Why not assessable", columns: [.words("Reason"), .numbers("Answers")], keys: 1,
            rows: totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { [$0.key, "\($0.value)"] })
    }

    private func titled(_ title: String, _ shared: String) -> String {
        shared.isEmpty ? title : "\(title): \(shared)"
    }
}
