import Statistics

/// All sections of one finding at one level.
struct FindingSections {
    let table: ReadTable
    let calls: CallTable
    let scope: AnalysisScope
    let properties: [String: [String: String]]
    let plan: AnalysisPlan

    private var stratum: Stratum { Stratum(finding: calls.finding.item, level: calls.level) }
    private var title: String { calls.title }

    /// Accuracy, contrasts, curves, readers, subgroups and what not assessable answers could change.
    func sections() throws(AnalysisError) -> [ResultSection] {
        let first = calls.firstReads
        guard !first.calls.isEmpty else { return [] }
        var sections: [ResultSection] = []
        if first.calls.contains(where: { first.isRight($0) != nil }) {
            sections += try accuracy(first)
        } else if let refused = noAccuracy(first) {
            sections.append(refused)
        }
        if case .number(let unit, _) = calls.finding.kind {
            sections += try MeasurementAgreement(
                calls: first, scope: scope, unit: unit
            ).sections(stratum)
        } else {
            sections += try readers(first)
        }
        return sections
    }

    private func accuracy(_ first: CallTable) throws(AnalysisError) -> [ResultSection] {
        var sections = [try accuracySection(first)]
        if scope.arms.count > 1 { sections.append(try contrastSection(first)) }
        sections += [
            try ConfidenceCurves(
                calls: first, arms: scope.arms, readers: scope.readers, settings: scope.settings
            ).section(stratum),
            try MultiReader(
                calls: first, arms: scope.arms, readers: scope.readers, settings: scope.settings
            ).section(stratum),
            NotAssessableCases(
                calls: first, arms: scope.arms, settings: scope.settings
            ).section(stratum),
        ].compactMap(\.self)
        sections += try Subgroups(
            table: table, calls: first, scope: scope, properties: properties, plan: plan
        ).sections(stratum)
        return sections
    }

    private func noAccuracy(_ first: CallTable) -> ResultSection? {
        // A measurement without a threshold is compared as a number, not as a call.
        guard calls.finding.calls != nil else { return nil }
        let hasTruth = first.units.contains { $0.truth != .none && $0.truth != .excluded }
        guard hasTruth, calls.level == "site" else { return nil }
        return ResultSection(
            kind: .accuracy, title: "Accuracy: \(title)", stratum: stratum,
            remarks: [
                .refusal(
                    "No sensitivity or specificity of \(calls.finding.item): the plan does not say "
                        + "which answers are positive. Add positive: or from: to the finding.")
            ],
            contents: CrossTables(calls: first, arms: scope.arms, stratum: stratum).tables()
                .map { .crossTable($0) })
    }

    private func accuracySection(_ first: CallTable) throws(AnalysisError) -> ResultSection {
        let tables = CrossTables(calls: first, arms: scope.arms, stratum: stratum).tables()
        var estimates = try estimates(first, stratum)
        if scope.readers.count > 1 {
            for reader in scope.readers {
                let own = first.keeping { $0.reader == reader.place }
                guard own.calls.contains(where: { own.isRight($0) != nil }) else { continue }
                var about = stratum
                about.reader = reader.name
                estimates += try self.estimates(own, about)
            }
        }
        return ResultSection(
            kind: .accuracy, title: "Accuracy: \(title)", stratum: stratum, methods: methods,
            remarks: accuracyRemarks(first),
            contents: tables.map { .crossTable($0) } + [.estimates(estimates)])
    }

    private func estimates(
        _ calls: CallTable, _ stratum: Stratum
    ) throws(AnalysisError) -> [Estimate] {
        let arms = scope.arms.filter { arm in calls.calls.contains { $0.arm == arm.place } }
        return try AccuracyEstimates(
            calls: calls, arms: arms, settings: scope.settings, stratum: stratum
        ).estimates()
    }

    private var methods: [String] {
        [
            "A call of \(calls.finding.item) is positive when it is \(calls.finding.positiveWords).",
            "Sensitivity is computed over units whose reference is positive, specificity over those "
                + "whose reference is negative, accuracy over all.",
            "Where participants have several units, limits come from a logistic GEE with "
                + "\(plan.correlation.rawValue) as the working correlation, participants as clusters "
                + "and \(errorWords); single units have Wilson's "
                + "interval, arms in which all calls are alike the exact one.",
        ]
    }

    private var errorWords: String {
        plan.errors == .sandwich
            ? "sandwich errors without small-sample correction"
            : "the errors of Mancl and DeRouen for few participants"
    }

    private func accuracyRemarks(_ first: CallTable) -> [Remark] {
        var remarks: [Remark] = []
        let truths = first.units.compactMap(\.truth.isPositive)
        if !truths.contains(true) {
            remarks.append(
                .refusal("No sensitivity: the reference has no positive unit."))
        }
        if !truths.contains(false) {
            remarks.append(.refusal("No specificity: the reference has no negative unit."))
        }
        if Set(first.units.map(\.participant)).count == 1, first.units.count > 1 {
            remarks.append(
                .refusal(
                    "All units are of one participant: numbers hold for this participant alone, and "
                        + "no interval says more."))
        }
        return remarks
    }

    private func contrastSection(_ first: CallTable) throws(AnalysisError) -> ResultSection {
        let arms = scope.arms.filter { arm in first.calls.contains { $0.arm == arm.place } }
        guard arms.count > 1 else {
            return ResultSection(
                kind: .contrast, title: "Arms compared: \(title)", stratum: stratum,
                remarks: [
                    .refusal("Only one arm has answers about \(calls.finding.item).")
                ], contents: [])
        }
        let found = try ArmContrasts(
            calls: first, arms: arms, settings: scope.settings, stratum: stratum
        ).found()
        return ResultSection(
            kind: .contrast, title: "Arms compared: \(title)", stratum: stratum,
            methods: [
                "Arms were compared by the Wald test of a logistic GEE with the arm as covariate. "
                    + "Differences are those of units that the same reader called in both arms.",
                "No correction for several comparisons was made.",
            ], remarks: found.remarks, contents: [.estimates(found.estimates)])
    }

    private func readers(_ first: CallTable) throws(AnalysisError) -> [ResultSection] {
        [try interReader(first), try intraReader()].compactMap(\.self)
    }

    private func interReader(_ first: CallTable) throws(AnalysisError) -> ResultSection? {
        guard scope.readers.count > 1 else { return nil }
        let agreement = ReaderAgreement(calls: first, settings: scope.settings)
        var contents: [ResultSection.Content] = []
        var remarks: [Remark] = []
        for arm in scope.arms {
            let own = first.keeping { $0.arm == arm.place }
            let present = scope.readers.filter { reader in
                own.calls.contains { $0.reader == reader.place }
            }
            guard !own.calls.isEmpty else { continue }
            var about = stratum
            about.arm = arm.name
            let found = try agreement.found(
                ReaderAgreement.ratings(own, raters: present.map(\.name)) { call in
                    present.firstIndex { $0.place == call.reader }
                }, about)
            contents += found.contents
            remarks += found.remarks
        }
        return ResultSection(
            kind: .interReader, title: "Agreement between readers: \(title)", stratum: stratum,
            methods: [
                "Readers were compared on the units that they both could assess. Kappa of two readers "
                    + "has limits by drawing participants again (\(scope.settings.draws) draws, BCa)."
            ], remarks: remarks, contents: contents)
    }

    /// The first read against the first repeat, reader by reader.
    private func intraReader() throws(AnalysisError) -> ResultSection? {
        guard calls.calls.contains(where: { $0.occasion > 1 && $0.state == .value }) else {
            return nil
        }
        let agreement = ReaderAgreement(calls: calls, settings: scope.settings)
        var contents: [ResultSection.Content] = []
        var remarks: [Remark] = []
        for arm in scope.arms {
            for reader in scope.readers {
                let own = calls.keeping {
                    $0.arm == arm.place && $0.reader == reader.place && $0.occasion <= 2
                }
                guard own.calls.contains(where: { $0.occasion == 2 }) else { continue }
                let repeated = Set(own.calls.filter { $0.occasion == 2 }.map(\.unit))
                var about = stratum
                (about.arm, about.reader) = (arm.name, reader.name)
                let found = try agreement.found(
                    ReaderAgreement.ratings(
                        own.keeping { repeated.contains($0.unit) },
                        raters: ["first read", "repeat"]
                    ) { $0.occasion - 1 }, about)
                contents += found.contents
                remarks += found.remarks
            }
        }
        return ResultSection(
            kind: .intraReader, title: "Agreement of readers with themselves: \(title)",
            stratum: stratum,
            methods: ["The first read was compared with the first repeat of the same case."],
            remarks: remarks, contents: contents)
    }
}
