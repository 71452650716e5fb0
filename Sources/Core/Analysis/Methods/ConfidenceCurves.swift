import Statistics

/// ROC curves of rated confidence, by arm and reader.
struct ConfidenceCurves {
    let calls: CallTable
    let arms: [(place: Int, name: String)]
    let readers: [(place: Int, name: String)]
    let settings: MethodSettings

    /// The section; `nil` where confidence is not rated.
    func section(_ stratum: Stratum) throws(AnalysisError) -> ResultSection? {
        let rated = calls.keeping { $0.confidence != nil }
        guard !rated.calls.isEmpty else { return nil }
        var contents: [ResultSection.Content] = []
        var remarks: [Remark] = []
        var areas: [Estimate] = []
        for arm in arms {
            for reader in readers {
                let own = rated.keeping { $0.arm == arm.place && $0.reader == reader.place }
                guard !own.calls.isEmpty else { continue }
                var about = stratum
                (about.arm, about.reader) = (arm.name, reader.name)
                let curve = try self.curve(own, about)
                areas.append(curve.area)
                contents.append(.curve(curve))
                if curve.area.value.value == nil, let reason = curve.area.value.reason {
                    remarks.append(
                        .refusal("No area under the curve for \(about.text): \(reason)."))
                }
            }
        }
        let unrated = calls.calls.count { $0.state == .value } - rated.calls.count
        if unrated > 0 {
            remarks.append(
                .note("\(unrated) answers have no confidence and are not in the curves."))
        }
        return ResultSection(
            kind: .roc,
            title: "Receiver operating characteristic: \(calls.title)",
            stratum: stratum,
            methods: [
                "Empirical areas under the ROC curve count ties half; errors are DeLong's where every "
                    + "unit is of another participant, else Obuchowski's for clustered data."
            ], remarks: remarks, contents: [.estimates(areas)] + contents)
    }

    private func curve(_ own: CallTable, _ about: Stratum) throws(AnalysisError) -> Curve {
        var (diseased, ratings, clusters) = ([Bool](), [Double](), [Int]())
        var used: [CallTable.Call] = []
        for call in own.calls {
            guard let truth = own.units[call.unit].truth.isPositive, let sure = call.confidence
            else { continue }
            diseased.append(truth)
            ratings.append(sure)
            clusters.append(own.units[call.unit].participant)
            used.append(call)
        }
        let (found, clustered) = try AnalysisError.telling { () throws(StatisticsError) in
            (
                try ROC(ratings: ratings, diseased: diseased, level: settings.level),
                try ClusteredROC(
                    diseased: diseased, ratings: ratings, clusters: clusters,
                    level: settings.level)
            )
        }
        let participants = Set(clusters).count
        let isClustered = participants < ratings.count
        let source = own.source(used)
        let area = Estimate(
            name: "auc", label: "Area under the curve", stratum: about, scale: .area,
            value: found.area.estimate, units: ratings.count, clusters: participants,
            interval: isClustered
                ? NamedInterval("Obuchowski", clustered.interval)
                : NamedInterval("DeLong", found.area.interval),
            alternatives: isClustered
                ? [NamedInterval("DeLong, as if units were independent", found.area.interval)]
                : [NamedInterval("DeLong, logit", found.area.logit)],
            method: "empirical, ties one half", source: source)
        return Curve(
            kind: .roc, stratum: about, points: points(found), area: area, source: source)
    }

    private func points(_ roc: ROC) -> [Curve.Point] {
        guard roc.positives > 0, roc.negatives > 0 else { return [] }
        let start = Curve.Point(threshold: nil, x: 0, y: 0)
        return [start]
            + roc.points.map { point in
                let hits = Int((point.sensitivity * Double(roc.positives)).rounded())
                return Curve.Point(
                    threshold: point.threshold, x: 1 - point.specificity, y: point.sensitivity,
                    band: ProportionInterval(
                        successes: hits, trials: roc.positives, level: settings.level
                    ).wilson)
            }
    }
}
