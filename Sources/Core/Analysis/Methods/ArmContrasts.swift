import Statistics

/// Every two arms against each other.
struct ArmContrasts {
    let calls: CallTable
    let arms: [(place: Int, name: String)]
    let settings: MethodSettings
    let stratum: Stratum

    /// Odds ratios and differences of sensitivity, specificity and accuracy, and why some are not told.
    func found() throws(AnalysisError) -> (estimates: [Estimate], remarks: [Remark]) {
        var estimates: [Estimate] = []
        var remarks: [Remark] = []
        let pairings = arms.indices.map { later in
            arms[..<later].map {
                PairedCalls(calls, first: $0.place, second: arms[later].place)
            }
        }
        for measure in AccuracyMeasure.compared {
            let units = calls.units(measure, arms: arms.map(\.place))
            let model = ArmProportions(units, arms: arms.map(\.name), settings)
            if let reason = model.refusal {
                remarks.append(
                    .refusal(
                        "\(measure.label) of the arms is not compared by a GEE: \(reason). The "
                            + "differences below need no model; Firth's correction or an exact "
                            + "test needs independent units."))
            }
            for later in arms.indices {
                for earlier in arms.indices where earlier < later {
                    let pair = ArmPair(
                        pairings[later][earlier], of: calls, measure: measure,
                        names: (arms[earlier].name, arms[later].name), settings: settings,
                        stratum: stratum)
                    estimates += try pair.estimates(model, later, earlier)
                    remarks += pair.remarks
                }
            }
        }
        return (estimates, remarks)
    }
}

/// The calls of two arms whose unit has a truth: those that the same reader made in both, and the others.
struct PairedCalls {
    /// Places in the table of calls: in the first arm, in the second.
    let pairs: [(first: Int, second: Int)]
    /// Places of the calls without a partner.
    let alone: [Int]

    /// Pairs the calls of the arms at two places of the table of reads.
    init(_ calls: CallTable, first: Int, second: Int) {
        let readers = 1 + (calls.calls.lazy.map(\.reader).max() ?? 0)
        var partners: [Int: Int] = [:]
        var pairs: [(first: Int, second: Int)] = []
        var alone: [Int] = []
        func visit(_ arm: Int, _ body: (_ place: Int, _ key: Int) -> Void) {
            for (place, call) in calls.calls.enumerated() where call.arm == arm {
                guard call.state == .value, call.positive != nil,
                    calls.units[call.unit].truth.isPositive != nil
                else { continue }
                body(place, call.unit * readers + call.reader)
            }
        }
        visit(first) { place, key in partners[key] = place }
        visit(second) { place, key in
            if let other = partners.removeValue(forKey: key) {
                pairs.append((other, place))
            } else {
                alone.append(place)
            }
        }
        self.pairs = pairs
        self.alone = alone + partners.values.sorted()
    }
}

/// Two arms on the units that the same reader called in both.
struct ArmPair {
    private let measure: AccuracyMeasure
    private let names: (first: String, second: String)
    private let settings: MethodSettings
    private let stratum: Stratum
    /// One entry a pair: participant and whether each call is right.
    private let pairs: [(participant: Int, first: Bool, second: Bool)]
    private let unpaired: Int
    private let source: EventSet

    init(
        _ paired: PairedCalls, of calls: CallTable, measure: AccuracyMeasure,
        names: (first: String, second: String), settings: MethodSettings, stratum: Stratum
    ) {
        (self.measure, self.settings, self.stratum) = (measure, settings, stratum)
        self.names = names
        func success(_ place: Int) -> Bool? {
            let call = calls.calls[place]
            guard let positive = call.positive, let truth = calls.units[call.unit].truth.isPositive
            else { return nil }
            // A predictive value has no pairs; only measures of the truth are compared.
            return measure.success(truth: truth, positive: positive)
        }
        var pairs: [(participant: Int, first: Bool, second: Bool)] = []
        var used: [CallTable.Call] = []
        for (first, second) in paired.pairs {
            guard let one = success(first), let other = success(second) else { continue }
            pairs.append((calls.units[calls.calls[first].unit].participant, one, other))
            used += [calls.calls[first], calls.calls[second]]
        }
        self.pairs = pairs
        unpaired = paired.alone.count { success($0) != nil }
        source = calls.source(used)
    }

    /// What the pairs leave out.
    var remarks: [Remark] {
        if pairs.isEmpty {
            return [
                .refusal(
                    "No paired difference in \(measure.rawValue) between \(names.first) and "
                        + "\(names.second): no reader called the same unit in both arms, so "
                        + "nothing is paired. The GEE compares the arms as groups.")
            ]
        }
        guard unpaired > 0 else { return [] }
        return [
            .note(
                "\(measure.label), \(names.second) and \(names.first): \(unpaired) calls without "
                    + "a partner in the other arm are in the GEE and not in the paired difference.")
        ]
    }

    /// Odds ratio, difference and, for independent pairs, McNemar's test.
    func estimates(
        _ model: ArmProportions, _ later: Int, _ earlier: Int
    ) throws(AnalysisError) -> [Estimate] {
        let contrast = model.contrast(later, earlier)
        let clusters = Set(model.units.map(\.cluster)).count
        let odds = estimate(
            "oddsRatio", "odds ratio", .ratio, contrast.ratio, units: model.units.count,
            clusters: clusters,
            interval: NamedInterval("GEE, \(settings.correlation.rawValue)", contrast.limits),
            p: contrast.p, method: "GEE, \(settings.correlation.rawValue), Wald")
        guard !pairs.isEmpty else { return [odds] }
        return [odds] + (try differences())
    }

    private func differences() throws(AnalysisError) -> [Estimate] {
        let participants = Set(pairs.map(\.participant)).count
        let counts = try AnalysisError.telling { () throws(StatisticsError) in
            try PairedCounts(first: pairs.map(\.first), second: pairs.map(\.second))
        }
        let plain = PairedProportions(counts, level: settings.level)
        if participants == pairs.count {
            return [
                estimate(
                    "difference", "difference", .difference, plain.difference.estimate,
                    units: pairs.count, clusters: participants,
                    interval: NamedInterval("Newcombe", plain.difference.newcombe),
                    alternatives: [NamedInterval("Tango", plain.difference.tango)],
                    p: NumberIndex(plain.results)["mcnemar.exact.p"], method: "McNemar, exact")
            ]
        }
        let clustered = try self.clustered()
        let small: [Remark] =
            participants < 2
            ? [
                .refusal(
                    "No interval of the difference: all pairs are of one participant, so nothing "
                        + "tells how participants differ.")
            ] : []
        return [
            estimate(
                "difference", "difference", .difference, clustered.difference,
                units: pairs.count, clusters: participants,
                interval: NamedInterval("ratio estimator over participants", clustered.interval),
                p: clustered.obuchowski.p, method: "Obuchowski's clustered McNemar test",
                remarks: small)
        ]
    }

    private func clustered() throws(AnalysisError) -> ClusteredPaired {
        var places = Places<Int>()
        var (first, second, units) = ([Int](), [Int](), [Int]())
        for pair in pairs {
            let place = places.place(of: pair.participant)
            if place == units.count {
                first.append(0)
                second.append(0)
                units.append(0)
            }
            units[place] += 1
            if pair.first { first[place] += 1 }
            if pair.second { second[place] += 1 }
        }
        return try AnalysisError.telling { () throws(StatisticsError) in
            try ClusteredPaired(first: first, second: second, units: units, level: settings.level)
        }
    }

    private func estimate(
        _ name: String, _ words: String, _ scale: MeasureScale, _ value: Quantity, units: Int,
        clusters: Int, interval: NamedInterval, alternatives: [NamedInterval] = [], p: Quantity,
        method: String, remarks: [Remark] = []
    ) -> Estimate {
        var own = stratum
        own.arm = "\(names.second)-\(names.first)"
        return Estimate(
            name: "\(name).\(measure.rawValue)",
            label: "\(measure.label), \(words) \(names.second) to \(names.first)", stratum: own,
            scale: scale, value: value, units: units, clusters: clusters, interval: interval,
            alternatives: alternatives, p: p, method: method, remarks: remarks, source: source)
    }
}
