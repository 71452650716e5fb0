import Statistics

/// Several readers and arms together, by Obuchowski and Rockette, at the level of cases.
struct MultiReader {
    let calls: CallTable
    let arms: [(place: Int, name: String)]
    let readers: [(place: Int, name: String)]
    let settings: MethodSettings

    /// The section; `nil` where there is one arm or one reader, so that nothing is compared.
    func section(_ stratum: Stratum) throws(AnalysisError) -> ResultSection? {
        guard arms.count >= 2, readers.count >= 2 else { return nil }
        let title = "Several readers, several arms: \(calls.title)"
        if let remark = clusteredUnits {
            return ResultSection(
                kind: .multiReader, title: title, stratum: stratum, remarks: [remark], contents: [])
        }
        var contents: [ResultSection.Content] = []
        var remarks: [Remark] = []
        for metric in Metric.allCases {
            let design = self.design(metric)
            remarks += design.remarks
            guard let found = design.design else { continue }
            let results = ObuchowskiRockette(
                found, metric: metric.statistic, covariance: .jackknife, level: settings.level
            ).results
            contents.append(
                .estimates(estimates(NumberIndex(results), metric, found, design.source, stratum)))
            contents.append(
                .values(method: "mrmc \(metric.rawValue)", stratum: stratum, results))
        }
        return ResultSection(
            kind: .multiReader, title: title, stratum: stratum,
            methods: [
                "Arms are compared over readers by Obuchowski and Rockette with the degrees of "
                    + "freedom of Hillis and jackknifed covariances; readers and cases are random "
                    + "unless said otherwise."
            ], remarks: remarks, contents: contents)
    }

    private enum Metric: String, CaseIterable {
        case auc, sensitivity, specificity

        var label: String {
            switch self {
            case .auc: "Area under the curve"
            case .sensitivity: "Sensitivity"
            case .specificity: "Specificity"
            }
        }

        var statistic: MRMCMetric {
            switch self {
            case .auc: .area
            case .sensitivity: .sensitivity(threshold: 0.5)
            case .specificity: .specificity(threshold: 0.5)
            }
        }

        func rating(_ call: CallTable.Call) -> Double? {
            guard call.state == .value else { return nil }
            return self == .auc ? call.confidence : call.positive.map { $0 ? 1 : 0 }
        }
    }

    private var clusteredUnits: Remark? {
        var seen: Set<Int> = []
        let isClustered = !calls.units.allSatisfy { seen.insert($0.participant).inserted }
        guard isClustered else { return nil }
        return .refusal(
            "No multi-reader analysis of \(calls.finding.item) by \(calls.level): its covariances "
                + "take units as independent, and participants have several. It is made at the "
                + "level of the participant where the plan carries the finding up to one.")
    }

    /// The complete design, or why there is none.
    private func design(
        _ metric: Metric
    ) -> (design: MRMCDesign?, remarks: [Remark], source: EventSet) {
        var ratings = [Double?](
            repeating: nil, count: arms.count * readers.count * calls.units.count)
        func place(_ arm: Int, _ reader: Int, _ unit: Int) -> Int {
            (arm * readers.count + reader) * calls.units.count + unit
        }
        var used: [Int: [CallTable.Call]] = [:]
        for call in calls.calls {
            guard let arm = arms.firstIndex(where: { $0.place == call.arm }),
                let reader = readers.firstIndex(where: { $0.place == call.reader }),
                let rating = metric.rating(call)
            else { continue }
            ratings[place(arm, reader, call.unit)] = rating
            used[call.unit, default: []].append(call)
        }
        let known = calls.units.indices.filter {
            calls.units[$0].truth.isPositive != nil && used[$0] != nil
        }
        let complete = known.filter { used[$0]?.count == arms.count * readers.count }
        if known.isEmpty { return (nil, [], .none) }
        if complete.isEmpty {
            return (
                nil,
                [
                    .refusal(
                        "No multi-reader analysis of \(metric.label.lowercased()): no case was "
                            + "rated by every reader in every arm, and the method needs readers "
                            + "crossed with cases. Read the missing cases, or compare arms by GEE.")
                ], .none
            )
        }
        var remarks: [Remark] = []
        if complete.count < known.count {
            remarks.append(
                .warning(
                    "\(metric.label): \(known.count - complete.count) of \(known.count) cases "
                        + "lack a rating of some reader in some arm and are left out, since the "
                        + "method needs readers crossed with cases."))
        }
        do throws(StatisticsError) {
            let columns = arms.indices.map { arm in
                readers.indices.map { reader in
                    complete.compactMap { ratings[place(arm, reader, $0)] }
                }
            }
            let design = try MRMCDesign(
                readers: readers.map(\.name), modalities: arms.map(\.name),
                diseased: complete.map { calls.units[$0].truth.isPositive == true },
                ratings: columns)
            return (design, remarks, calls.source(complete.flatMap { used[$0] ?? [] }))
        } catch {
            return (nil, remarks + [.refusal(error.description)], .none)
        }
    }

    /// An interval without width is no certainty.
    private static func remarks(_ interval: Interval) -> [Remark] {
        guard let lower = interval.lower.value, lower == interval.upper.value else { return [] }
        return [
            .warning(
                "The interval has no width: readers do not differ and their errors do not go "
                    + "together, so that the estimated variance is 0. It says nothing of how exact "
                    + "the number is; take the interval by GEE.")
        ]
    }

    private func estimates(
        _ numbers: NumberIndex, _ metric: Metric, _ design: MRMCDesign, _ source: EventSet,
        _ stratum: Stratum
    ) -> [Estimate] {
        let units =
            switch metric {
            case .auc: design.positives + design.negatives
            case .sensitivity: design.positives
            case .specificity: design.negatives
            }
        func estimate(
            _ name: String, _ label: String, _ arm: String, _ scale: MeasureScale,
            _ value: Quantity, _ interval: Interval, _ p: Quantity?
        ) -> Estimate {
            var about = stratum
            about.arm = arm
            return Estimate(
                name: "mrmc.\(metric.rawValue)\(name)", label: label, stratum: about,
                scale: scale, value: value, units: units, clusters: units,
                interval: NamedInterval("random readers and cases", interval), p: p,
                method: "Obuchowski-Rockette, Hillis", remarks: Self.remarks(interval),
                source: source)
        }
        let arms = design.modalities.map { name in
            let part = ResultValue.part(name)
            return estimate(
                "", "\(metric.label), mean of readers", name,
                metric == .auc ? .area : .proportion, numbers["modality.\(part).estimate"],
                numbers.limits("randomReadersRandomCases.modality.\(part)"), nil)
        }
        var differences: [Estimate] = []
        for (place, first) in design.modalities.enumerated() {
            for second in design.modalities.dropFirst(place + 1) {
                let name =
                    "randomReadersRandomCases.difference."
                    + "\(ResultValue.part(first))-\(ResultValue.part(second))"
                differences.append(
                    estimate(
                        ".difference", "\(metric.label), \(first) minus \(second)",
                        "\(first)-\(second)", .difference, numbers["\(name).estimate"],
                        numbers.limits(name), numbers["\(name).p"]))
            }
        }
        return arms + differences
    }
}
