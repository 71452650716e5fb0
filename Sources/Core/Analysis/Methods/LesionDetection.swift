import Statistics

/// How well lesions are found: each reader and arm against the reference's list.
struct LesionDetection {
    let table: ReadTable
    let reference: Reference
    let plan: LesionPlan
    let arms: [(place: Int, name: String)]
    let readers: [(place: Int, name: String)]
    let settings: MethodSettings

    /// The section.
    func section() throws(AnalysisError) -> ResultSection {
        let lists = LesionLists(table: table, reference: reference, plan: plan)
        let (marked, withoutPlace) = lists.marked()
        let (truths, lostTruths) = lists.references()
        var remarks: [Remark] = []
        if withoutPlace > 0 {
            remarks.append(
                .warning(
                    "\(withoutPlace) lesions have no place and cannot be matched; they are neither "
                        + "found nor false."))
        }
        if lostTruths > 0 {
            remarks.append(
                .warning(
                    "\(lostTruths) lesions of the reference have no place "
                        + "(\(plan.referenceItems.joined(separator: ", "))) and cannot be found; "
                        + "they are in no number. Add their places."))
        }
        remarks += unknownCases(truths)
        if truths.values.allSatisfy(\.isEmpty) {
            return ResultSection(
                kind: .lesionDetection, title: "Lesion detection",
                remarks: remarks + [
                    .refusal(
                        "No lesion detection: the reference gives no lesion with a place "
                            + "(\(plan.referenceItems.joined(separator: ", "))), so that nothing "
                            + "can be found or missed. Add places to the reference.")
                ], contents: [])
        }
        var contents: [ResultSection.Content] = []
        for arm in arms {
            for reader in readers {
                let reads = table.reads.indices.filter {
                    let read = table.reads[$0]
                    return read.arm == arm.place && read.reader == reader.place
                        && read.occasion == 1 && read.isSigned
                        && truths[table.cases[read.caseID]] != nil
                }
                guard !reads.isEmpty else { continue }
                contents += try detection(
                    reads, marked, truths,
                    Stratum(level: "lesion", arm: arm.name, reader: reader.name))
            }
        }
        return ResultSection(
            kind: .lesionDetection, title: "Lesion detection", stratum: Stratum(level: "lesion"),
            methods: [
                "Lesions were matched greedily by the nearest centres within "
                    + "\(plan.distanceMM) mm or half the larger diameter"
                    + (plan.sameItems.isEmpty
                        ? "." : ", with equal \(plan.sameItems.joined(separator: ", "))."),
                "Sensitivity is the share of reference lesions matched, with a cluster-robust "
                    + "interval over participants; false marks are counted for each examination.",
            ], remarks: remarks, contents: contents)
    }

    /// Cases that were read and of which the reference says nothing: their marks are neither right nor wrong.
    private func unknownCases(_ truths: [String: [MarkedLesion]]) -> [Remark] {
        let read = Set(table.reads.filter(\.isSigned).map { table.cases[$0.caseID] })
        let unknown = read.filter { truths[$0] == nil }.sorted()
        guard !unknown.isEmpty, unknown.count < read.count else { return [] }
        return [
            .warning(
                "The reference says nothing of \(unknown.count) of \(read.count) cases "
                    + "(\(FlowCounts.list(unknown))): they are left out, since a mark there is "
                    + "neither right nor false. Where a case has no lesion, say so in the reference."
            )
        ]
    }

    /// What one reader found in one arm.
    private struct Tally {
        var found: [Int: Int] = [:]
        var lesions: [Int: Int] = [:]
        var falseMarks: [Int] = []
        var types: [[String]] = []
        var counts: [[Double]] = []
        var cases: [FROCCase] = []
        var records: [UInt32] = []
        var hasConfidence = true
    }

    private func detection(
        _ reads: [Int], _ marked: [Int: [MarkedLesion]], _ truths: [String: [MarkedLesion]],
        _ stratum: Stratum
    ) throws(AnalysisError) -> [ResultSection.Content] {
        var tally = Tally()
        for place in reads {
            let read = table.reads[place]
            let own = marked[place] ?? []
            let truth = truths[table.cases[read.caseID]] ?? []
            let pairs = LesionMatching.pairs(own, truth, within: plan.distanceMM)
            tally.found[read.participant, default: 0] += pairs.count
            tally.lesions[read.participant, default: 0] += truth.count
            tally.falseMarks.append(own.count - pairs.count)
            tally.counts.append([Double(own.count), Double(truth.count)])
            tally.records += [read.event] + own.map(\.record)
            for pair in pairs {
                if let first = own[pair.first].type, let second = truth[pair.second].type {
                    tally.types.append([first, second])
                }
            }
            let matched = Set(pairs.map(\.first))
            tally.hasConfidence = tally.hasConfidence && own.allSatisfy { $0.confidence != nil }
            tally.cases.append(
                FROCCase(
                    lesions: truth.indices.map { lesion in
                        pairs.first { $0.second == lesion }.flatMap { own[$0.first].confidence }
                    },
                    falseMarks: own.indices.filter { !matched.contains($0) }.compactMap {
                        own[$0].confidence
                    }))
        }
        return try contents(tally, stratum)
    }

    private func contents(
        _ tally: Tally, _ stratum: Stratum
    ) throws(AnalysisError) -> [ResultSection.Content] {
        let source = EventSet(tally.records.filter { $0 > 0 })
        var contents: [ResultSection.Content] = [
            .estimates([
                try sensitivity(tally, stratum, source), falseMarks(tally, stratum, source),
            ])
        ]
        if let counts = try countAgreement(tally, stratum, source) {
            contents.append(.estimates([counts]))
        }
        contents += try typeAgreement(tally, stratum, source)
        if tally.hasConfidence, plan.confidence != nil {
            contents.append(.curve(curve(tally, stratum, source)))
        }
        return contents
    }

    private func sensitivity(
        _ tally: Tally, _ stratum: Stratum, _ source: EventSet
    ) throws(AnalysisError) -> Estimate {
        let participants = tally.lesions.keys.sorted()
        let found = participants.map { tally.found[$0] ?? 0 }
        let all = participants.map { tally.lesions[$0] ?? 0 }
        let clustered = try AnalysisError.telling { () throws(StatisticsError) in
            try ClusteredProportion(successes: found, units: all, level: settings.level)
        }
        let plain = ProportionInterval(
            successes: clustered.successes, trials: clustered.units,
            reason: "no lesion in the reference", level: settings.level)
        let isDegenerate = clustered.logit.lower.value == nil
        return Estimate(
            name: "lesion.sensitivity", label: "Reference lesions found", stratum: stratum,
            scale: .proportion, value: clustered.estimate,
            fraction: Fraction(clustered.successes, of: clustered.units), units: clustered.units,
            clusters: clustered.clusters,
            interval: isDegenerate
                ? NamedInterval("Clopper-Pearson", plain.clopperPearson)
                : NamedInterval("ratio estimator, logit", clustered.logit),
            alternatives: [NamedInterval("Wilson, as if units were independent", plain.wilson)],
            method: "greedy matching", source: source)
    }

    private func falseMarks(_ tally: Tally, _ stratum: Stratum, _ source: EventSet) -> Estimate {
        let total = tally.falseMarks.reduce(0, +)
        return Estimate(
            name: "lesion.falseMarks", label: "False marks an examination", stratum: stratum,
            scale: .number(unit: "per examination"),
            value: tally.falseMarks.isEmpty
                ? .undefined("no examination")
                : Quantity(Double(total) / Double(tally.falseMarks.count)),
            fraction: Fraction(total, of: tally.falseMarks.count), units: tally.falseMarks.count,
            clusters: tally.falseMarks.count, method: "marks without a match / examinations",
            source: source)
    }

    private func countAgreement(
        _ tally: Tally, _ stratum: Stratum, _ source: EventSet
    ) throws(AnalysisError) -> Estimate? {
        guard tally.counts.count >= 2 else { return nil }
        let found = try AnalysisError.telling { () throws(StatisticsError) in
            IntraclassCorrelation(
                try MeanSquares(tally.counts), .agreement, level: settings.level)
        }
        return Estimate(
            name: "lesion.count.icc", label: "Number of lesions, ICC(A,1) with the reference",
            stratum: stratum, scale: .coefficient, value: found.single, units: tally.counts.count,
            clusters: tally.counts.count,
            interval: NamedInterval("McGraw-Wong", found.singleInterval),
            method: "two-way, absolute agreement", source: source)
    }

    private func typeAgreement(
        _ tally: Tally, _ stratum: Stratum, _ source: EventSet
    ) throws(AnalysisError) -> [ResultSection.Content] {
        let categories = Set(tally.types.flatMap { $0 }).sorted()
        guard !tally.types.isEmpty, !categories.isEmpty else { return [] }
        let places = Dictionary(
            uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
        let rows = tally.types.map { $0.map { places[$0] } }
        let numbers = try AnalysisError.telling { () throws(StatisticsError) in
            NumberIndex(
                try Agreement(
                    try RatingMatrix(rows, categories: categories), scale: .nominal,
                    values: categories.indices.map(Double.init), level: settings.level
                ).results)
        }
        var counts = categories.map { _ in categories.map { _ in 0 } }
        for row in rows {
            if let first = row[0], let second = row[1] { counts[first][second] += 1 }
        }
        return [
            .estimates([
                Estimate(
                    name: "lesion.type.cohen.unweighted",
                    label: "Type of matched lesions, Cohen's kappa with the reference",
                    stratum: stratum, scale: .coefficient,
                    value: numbers["cohen.unweighted.estimate"], units: rows.count,
                    clusters: tally.lesions.count,
                    interval: NamedInterval(
                        "Fleiss, Cohen, Everitt, as if units were independent",
                        numbers.limits("cohen.unweighted")),
                    method: "Cohen's kappa", source: source)
            ]),
            .crossTable(
                CrossTable(
                    title: "type of matched lesions", stratum: stratum, rowTitle: "reader",
                    columnTitle: "reference", rows: categories, columns: categories,
                    counts: counts, source: source)),
        ]
    }

    private func curve(_ tally: Tally, _ stratum: Stratum, _ source: EventSet) -> Curve {
        let froc = FROC(tally.cases, level: settings.level)
        let ratings = Set(tally.cases.flatMap { $0.falseMarks + $0.lesions.compactMap(\.self) })
        let points = ratings.sorted(by: >).compactMap { rating -> Curve.Point? in
            let point = froc.point(at: rating)
            guard let x = point.falseMarksPerCase.value, let y = point.lesionFraction.value else {
                return nil
            }
            return Curve.Point(threshold: rating, x: x, y: y)
        }
        let area = Estimate(
            name: "lesion.afroc", label: "Area under the AFROC curve", stratum: stratum,
            scale: .area, value: froc.afroc.estimate, units: tally.cases.count,
            clusters: tally.cases.count, interval: NamedInterval("Obuchowski", froc.afroc.interval),
            method: "AFROC, ties one half", source: source)
        return Curve(
            kind: .froc, stratum: stratum,
            points: [Curve.Point(threshold: nil, x: 0, y: 0)] + points, area: area, source: source)
    }
}
