import Statistics

/// How a grade persists from one examination of a participant to the next.
struct SerialGrades {
    let table: ReadTable
    let plan: SerialPlan
    let arms: [(place: Int, name: String)]
    let prevalence: Double?
    let settings: MethodSettings

    /// One section for each reader and arm that has two examinations of a participant.
    func sections() throws(AnalysisError) -> [ResultSection] {
        let finding = Finding(
            item: plan.item,
            kind: .categories(plan.categories, positive: .from(plan.cut), ordered: true))
        let calls = try CallReader(table: table, reference: Reference()).calls(of: finding)
        guard !calls.calls.isEmpty else {
            throw .unknown(what: "item", name: plan.item, known: table.items.names.sorted())
        }
        var sections: [ResultSection] = []
        for arm in arms {
            for reader in table.readers.names.indices {
                let own = calls.firstReads.keeping { $0.arm == arm.place && $0.reader == reader }
                guard !own.calls.isEmpty else { continue }
                sections.append(
                    try section(
                        own,
                        Stratum(
                            finding: plan.item, level: "case", arm: arm.name,
                            reader: table.readers[reader])))
            }
        }
        return sections
    }

    /// One stage: grades from and to, with the records behind each.
    private struct Stage {
        var counts: [[Int]]
        var records: [CallTable.Call] = []
        var missing = 0
    }

    private func section(
        _ calls: CallTable, _ stratum: Stratum
    ) throws(AnalysisError) -> ResultSection {
        let stages = self.stages(calls)
        guard stages.contains(where: { $0.counts.contains { $0.contains { $0 > 0 } } }) else {
            return ResultSection(
                kind: .serialDichotomy, title: "Persistence of \(plan.item)", stratum: stratum,
                remarks: [
                    .refusal(
                        "No participant has two graded examinations one after the other, so that "
                            + "no grade can persist.")
                ], contents: [])
        }
        let model = try AnalysisError.telling { () throws(StatisticsError) in
            try SerialDichotomy(
                transitions(stages), cut: Double(plan.categories.firstIndex(of: plan.cut) ?? 0),
                prevalence: prevalence, level: settings.level)
        }
        var contents: [ResultSection.Content] = []
        for (place, stage) in stages.enumerated() {
            contents += tables(stage, place, calls, stratum)
        }
        contents.append(.estimates(estimates(model, stages, calls, stratum)))
        contents.append(
            .values(method: "serial-dichotomy", stratum: stratum, model.results))
        return ResultSection(
            kind: .serialDichotomy,
            title: "Persistence of \(plan.item) (not diagnostic accuracy)", stratum: stratum,
            methods: [
                "The earlier grade from \(plan.cut) on is the condition, the later one the test. "
                    + "Counts of all stages are pooled; the unweighted mean of stages is a "
                    + "different number and named so."
            ], remarks: [.warning(SerialDichotomy.meaning)] + missing(stages), contents: contents)
    }

    /// Examinations of each participant in order of time, then pairs of neighbours.
    private func stages(_ calls: CallTable) -> [Stage] {
        var series: [Int: [(order: Int, name: String, call: CallTable.Call)]] = [:]
        for call in calls.calls {
            let unit = calls.units[call.unit]
            let name = table.cases[unit.caseID]
            let order = plan.endings.firstIndex { name.hasSuffix($0) } ?? 0
            series[unit.participant, default: []].append((order, name, call))
        }
        var stages: [Stage] = []
        let size = plan.categories.count
        for participant in series.keys.sorted() {
            let ordered = (series[participant] ?? []).sorted {
                ($0.order, $0.name.count, $0.name) < ($1.order, $1.name.count, $1.name)
            }
            for (place, pair) in zip(ordered, ordered.dropFirst()).enumerated() {
                let (from, to) = (pair.0.call, pair.1.call)
                let stage = plan.endings.isEmpty ? place : pair.0.order
                while stages.count <= stage {
                    stages.append(
                        Stage(
                            counts: Array(repeating: Array(repeating: 0, count: size), count: size)
                        ))
                }
                guard from.category >= 0, to.category >= 0,
                    plan.endings.isEmpty || pair.1.order == pair.0.order + 1
                else {
                    stages[stage].missing += 1
                    continue
                }
                stages[stage].counts[from.category][to.category] += 1
                stages[stage].records += [from, to]
            }
        }
        return stages
    }

    private func label(_ stage: Int) -> String { "\(stage + 1)-\(stage + 2)" }

    private func transitions(_ stages: [Stage]) -> [SerialTransition] {
        stages.enumerated().flatMap { place, stage in
            stage.counts.enumerated().flatMap { from, row in
                row.enumerated().map { to, count in
                    SerialTransition(
                        stage: label(place), from: Double(from), to: Double(to), count: count)
                }
            }
        }
    }

    private func missing(_ stages: [Stage]) -> [Remark] {
        stages.enumerated().compactMap { place, stage in
            stage.missing == 0
                ? nil
                : .note(
                    "Stage \(label(place)): \(stage.missing) participants have no grade in one of "
                        + "the two examinations and are left out of this stage.")
        }
    }

    /// The grades, and the two halves that the cut makes of them.
    private func tables(
        _ stage: Stage, _ place: Int, _ calls: CallTable, _ stratum: Stratum
    ) -> [ResultSection.Content] {
        var about = stratum
        about.stage = label(place)
        let source = calls.source(stage.records)
        let cut = plan.categories.firstIndex(of: plan.cut) ?? 0
        var halves = [[0, 0], [0, 0]]
        for (from, row) in stage.counts.enumerated() {
            for (to, count) in row.enumerated() {
                halves[from >= cut ? 1 : 0][to >= cut ? 1 : 0] += count
            }
        }
        let names = ["below \(plan.cut)", "\(plan.cut) or more"]
        return [
            .crossTable(
                CrossTable(
                    title: "examination \(place + 1) against \(place + 2)", stratum: about,
                    rowTitle: "examination \(place + 1)", columnTitle: "examination \(place + 2)",
                    rows: plan.categories, columns: plan.categories, counts: stage.counts,
                    source: source)),
            .crossTable(
                CrossTable(
                    title: "examination \(place + 1) against \(place + 2), divided at \(plan.cut)",
                    stratum: about, rowTitle: "examination \(place + 1)",
                    columnTitle: "examination \(place + 2)", rows: names, columns: names,
                    counts: halves, source: source)),
        ]
    }

    private func estimates(
        _ model: SerialDichotomy, _ stages: [Stage], _ calls: CallTable, _ stratum: Stratum
    ) -> [Estimate] {
        let single = zip(model.stages, stages).flatMap { found, stage in
            stageEstimates(
                found.accuracy, "stage", calls.source(stage.records), stratum, found.label)
        }
        let source = calls.source(stages.flatMap(\.records))
        let pooled = stageEstimates(
            model.pooled.accuracy, "pooled", source, stratum, "all stages pooled")
        let means: [(String, String, MeanOfStages)] = [
            ("sensitivity", "Share that stays at or above the cut", model.meanSensitivity),
            ("specificity", "Share that stays below the cut", model.meanSpecificity),
        ]
        let averaged = means.map { name, label, mean in
            var about = stratum
            about.stage = "mean of stages"
            return Estimate(
                name: "serial.meanOfStages.\(name)", label: "\(label), unweighted mean of stages",
                stratum: about, scale: .proportion, value: mean.estimate, units: mean.count,
                clusters: mean.count, interval: NamedInterval("normal, over stages", mean.normal),
                alternatives: [NamedInterval("t, over stages", mean.t)],
                method: "mean of \(mean.count) stages", source: source)
        }
        return single + pooled + averaged
    }

    private func stageEstimates(
        _ accuracy: Accuracy, _ prefix: String, _ source: EventSet, _ stratum: Stratum,
        _ stage: String
    ) -> [Estimate] {
        var about = stratum
        about.stage = stage
        let counts = accuracy.counts
        func share(
            _ name: String, _ label: String, _ interval: ProportionInterval, _ fraction: Fraction
        ) -> Estimate {
            Estimate(
                name: "serial.\(prefix).\(name)", label: label, stratum: about,
                scale: .proportion, value: interval.estimate, fraction: fraction,
                units: fraction.total, clusters: fraction.total,
                interval: NamedInterval("Wilson", interval.wilson),
                alternatives: [NamedInterval("Clopper-Pearson", interval.clopperPearson)],
                method: "ratio of counts", source: source)
        }
        let adjusted = accuracy.adjusted.map {
            [
                ("adjusted.positivePredictiveValue", "Condition after a positive", $0.positive),
                ("adjusted.negativePredictiveValue", "No condition after a negative", $0.negative),
            ]
        }
        return [
            share(
                "sensitivity", "Share that stays at or above the cut", accuracy.sensitivity,
                Fraction(counts.truePositive, of: counts.truePositive + counts.falseNegative)),
            share(
                "specificity", "Share that stays below the cut", accuracy.specificity,
                Fraction(counts.trueNegative, of: counts.trueNegative + counts.falsePositive)),
            Estimate(
                name: "serial.\(prefix).youden", label: "Youden's index of persistence",
                stratum: about, scale: .difference, value: accuracy.youden.estimate,
                units: counts.total, clusters: counts.total,
                interval: NamedInterval("Wald", accuracy.youden.interval),
                method: "ratio of counts", source: source),
        ]
            + (adjusted ?? []).map { name, label, value in
                Estimate(
                    name: "serial.\(prefix).\(name)",
                    label: "\(label), at prevalence \(prevalence ?? 0) (Bayes)", stratum: about,
                    scale: .proportion, value: value.estimate, units: counts.total,
                    clusters: counts.total,
                    interval: NamedInterval("logit, delta method", value.interval),
                    method: "Bayes", source: source)
            }
    }
}
