/// What not assessable answers could change: left out, all wrong, all right.
struct NotAssessableCases {
    let calls: CallTable
    let arms: [(place: Int, name: String)]
    let settings: MethodSettings

    /// The section; `nil` where every answer could be given.
    func section(_ stratum: Stratum) -> ResultSection? {
        let open = calls.calls.count {
            $0.state == .notAssessable && calls.units[$0.unit].truth.isPositive != nil
        }
        guard open > 0, calls.finding.calls?.positive != nil || calls.level != "site" else {
            return nil
        }
        let ways: [(name: String, label: String, right: Bool?)] = [
            ("excluded", "left out", nil), ("worst", "all counted as wrong", false),
            ("best", "all counted as right", true),
        ]
        let sources = arms.map { arm in
            calls.source(calls.calls.lazy.filter { $0.arm == arm.place })
        }
        let estimates = ways.flatMap { way in
            let changed = way.right.map(answered) ?? calls
            return AccuracyMeasure.compared.flatMap { measure in
                self.estimates(measure, of: changed, way.name, way.label, stratum, sources)
            }
        }
        return ResultSection(
            kind: .sensitivityAnalysis,
            title: "If not assessable answers were otherwise: \(calls.title)",
            stratum: stratum,
            methods: [
                "Not assessable answers were left out; the analysis was repeated with all of them "
                    + "counted as wrong (worst) and as right (best)."
            ],
            remarks: [
                .note(
                    "\(open) of \(calls.calls.count) first answers are not assessable. Missing "
                        + "answers are in none of the three: the reader did not look.")
            ], contents: [.estimates(estimates)])
    }

    /// The calls with every not assessable one answered right, or wrong, where the truth is known.
    private func answered(right: Bool) -> CallTable {
        var changed = calls
        for place in changed.calls.indices where changed.calls[place].state == .notAssessable {
            let call = changed.calls[place]
            guard let truth = calls.units[call.unit].truth.isPositive else { continue }
            changed.calls[place] = call.answered(positive: truth == right)
        }
        return changed
    }

    private func estimates(
        _ measure: AccuracyMeasure, of changed: CallTable, _ name: String, _ label: String,
        _ stratum: Stratum, _ sources: [EventSet]
    ) -> [Estimate] {
        let found = ArmProportions(
            changed.units(measure, arms: arms.map(\.place)), arms: arms.map(\.name), settings)
        return arms.enumerated().map { place, arm in
            let own = found.found(place)
            var about = stratum
            about.arm = arm.name
            return Estimate(
                name: "notAssessable.\(name).\(measure.rawValue)",
                label: "\(measure.label), not assessable \(label)", stratum: about,
                scale: .proportion, value: own.value, fraction: own.fraction,
                units: own.fraction.total, clusters: own.clusters, interval: own.interval,
                alternatives: own.alternatives, method: own.method, remarks: own.remarks,
                source: sources[place])
        }
    }
}

extension CallTable.Call {
    /// The same call with an answer.
    fileprivate func answered(positive: Bool) -> CallTable.Call {
        CallTable.Call(
            read: read, unit: unit, reader: reader, arm: arm, occasion: occasion, state: .value,
            category: category, positive: positive, number: number, confidence: confidence,
            reason: -1, records: records)
    }
}
