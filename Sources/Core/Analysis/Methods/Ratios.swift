import Statistics

/// Likelihood ratios, odds ratio, Youden's index and predictive values at the plan's prevalence.
///
/// Independent units have the intervals of their papers; clustered ones are linearised over participants.
struct Ratios {
    let counts: ClusterCounts
    let stratum: Stratum
    let settings: MethodSettings

    func estimates() throws(AnalysisError) -> [Estimate] {
        counts.isIndependent ? try independent() : try clustered()
    }

    private func independent() throws(AnalysisError) -> [Estimate] {
        let found = try AnalysisError.telling { () throws(StatisticsError) in
            try Accuracy(counts.total, prevalence: settings.prevalence, level: settings.level)
        }
        func ratio(_ measure: Measure, _ ratio: LikelihoodRatio) -> Estimate {
            let half = ratio.estimate == ratio.corrected ? "" : ", one half added to every cell"
            return estimate(
                measure, ratio.estimate, NamedInterval("log, delta method\(half)", ratio.interval))
        }
        var estimates = [
            ratio(.positiveLikelihoodRatio, found.positiveLikelihoodRatio),
            ratio(.negativeLikelihoodRatio, found.negativeLikelihoodRatio),
            ratio(.diagnosticOddsRatio, found.diagnosticOddsRatio),
            estimate(
                .youden, found.youden.estimate, NamedInterval("Wald", found.youden.interval)),
        ]
        if let adjusted = found.adjusted {
            estimates += [
                estimate(
                    .positive, adjusted.positive.estimate,
                    NamedInterval("logit, delta method", adjusted.positive.interval)),
                estimate(
                    .negative, adjusted.negative.estimate,
                    NamedInterval("logit, delta method", adjusted.negative.interval)),
            ]
        }
        return estimates
    }

    private func clustered() throws(AnalysisError) -> [Estimate] {
        let found = try AnalysisError.telling { () throws(StatisticsError) in
            var tables: [AccuracyCounts] = []
            for cells in counts.clusters {
                tables.append(
                    try AccuracyCounts(
                        truePositive: cells[0], falseNegative: cells[1], falsePositive: cells[2],
                        trueNegative: cells[3]))
            }
            return try ClusteredAccuracyRatios(
                tables, prevalence: settings.prevalence, level: settings.level)
        }
        let all: [(Measure, ClusteredAccuracyRatios.Measure?)] = [
            (.positiveLikelihoodRatio, found.positiveLikelihoodRatio),
            (.negativeLikelihoodRatio, found.negativeLikelihoodRatio),
            (.diagnosticOddsRatio, found.diagnosticOddsRatio),
            (.youden, found.youden),
            (.positive, found.adjustedPositivePredictiveValue),
            (.negative, found.adjustedNegativePredictiveValue),
        ]
        return all.compactMap { measure, number in
            number.map {
                estimate(
                    measure, $0.estimate,
                    NamedInterval("linearised over participants", $0.interval))
            }
        }
    }

    private enum Measure: String {
        case positiveLikelihoodRatio, negativeLikelihoodRatio, diagnosticOddsRatio, youden
        case positive = "adjusted.positivePredictiveValue"
        case negative = "adjusted.negativePredictiveValue"

        var scale: MeasureScale {
            switch self {
            case .positiveLikelihoodRatio, .negativeLikelihoodRatio, .diagnosticOddsRatio: .ratio
            case .youden: .difference
            case .positive, .negative: .proportion
            }
        }
    }

    private func label(_ measure: Measure) -> String {
        let prevalence = "at prevalence \(settings.prevalence ?? 0)"
        return switch measure {
        case .positiveLikelihoodRatio: "Positive likelihood ratio"
        case .negativeLikelihoodRatio: "Negative likelihood ratio"
        case .diagnosticOddsRatio: "Diagnostic odds ratio"
        case .youden: "Youden's index"
        case .positive: "Positive predictive value \(prevalence) (Bayes)"
        case .negative: "Negative predictive value \(prevalence) (Bayes)"
        }
    }

    private func estimate(
        _ measure: Measure, _ value: Quantity, _ interval: NamedInterval
    ) -> Estimate {
        Estimate(
            name: measure.rawValue, label: label(measure), stratum: stratum, scale: measure.scale,
            value: value, units: counts.total.total, clusters: counts.clusters.count,
            interval: interval, method: "from the pooled counts",
            remarks: measure == .youden ? Self.remarks(interval.limits) : [],
            source: counts.source)
    }

    private static func remarks(_ limits: Interval) -> [Remark] {
        let isBeyond = [limits.lower, limits.upper].contains { abs($0.value ?? 0) > 1 }
        return isBeyond
            ? [.note("A limit lies beyond 1, since the interval is even about the index.")] : []
    }
}
