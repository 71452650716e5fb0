import Glibc

/// Likelihood ratios, odds ratio, Youden's index and predictive values at a prevalence, from units
/// of which several belong to one case.
///
/// Each measure is a smooth function of four sums over clusters; its variance is that of the
/// linearised function, m/(m − 1)·Σ(Iᵢ − Ī)² with Iᵢ the derivative times the cluster's counts.
/// Ratios have limits on the log scale, predictive values on the logit scale, Youden's index plain.
///
/// Source: Binder 1983, doi:10.2307/1402588; Genders 2012, doi:10.1148/radiol.12120509. With one
/// unit a cluster the variances are those of Simel 1991 and Mercaldo 2007 times m/(m − 1).
public struct ClusteredAccuracyRatios: Hashable, Sendable, NamedResults {
    /// A number with its limits.
    public struct Measure: Hashable, Sendable, NamedResults {
        /// From the sums of counts.
        public let estimate: Quantity
        /// Of the transformed measure: log, logit or none.
        public let standardError: Quantity
        /// Over clusters.
        public let interval: Interval

        /// `estimate`, `standardError`, `lower` and `upper`.
        @ResultList public var results: [ResultValue] {
            ResultValue("estimate", estimate)
            ResultValue("standardError", standardError)
            interval.results
        }
    }

    /// Sensitivity / (1 − specificity).
    public let positiveLikelihoodRatio: Measure
    /// (1 − sensitivity) / specificity.
    public let negativeLikelihoodRatio: Measure
    /// The ratio of the two.
    public let diagnosticOddsRatio: Measure
    /// Sensitivity + specificity − 1.
    public let youden: Measure
    /// At the prevalence asked for; `nil` where none was.
    public let adjustedPositivePredictiveValue: Measure?
    /// At the prevalence asked for; `nil` where none was.
    public let adjustedNegativePredictiveValue: Measure?

    /// The measures over `clusters`, one table of counts each, at `prevalence` (0...1).
    public init(
        _ clusters: [AccuracyCounts], prevalence: Double? = nil,
        level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        if let prevalence, !(0...1).contains(prevalence) {
            throw .proportionOutOfRange(name: "prevalence", prevalence)
        }
        let sums = ClusterSums(clusters)
        positiveLikelihoodRatio = sums.ratio([1, 0, -1, 0], level)
        negativeLikelihoodRatio = sums.ratio([0, 1, 0, -1], level)
        diagnosticOddsRatio = sums.oddsRatio(level)
        youden = sums.youden(level)
        adjustedPositivePredictiveValue = prevalence.map {
            sums.predictive(prevalence: $0, positive: true, level)
        }
        adjustedNegativePredictiveValue = prevalence.map {
            sums.predictive(prevalence: $0, positive: false, level)
        }
    }

    /// Every number under its name.
    @ResultList public var results: [ResultValue] {
        positiveLikelihoodRatio.results(under: "positiveLikelihoodRatio")
        negativeLikelihoodRatio.results(under: "negativeLikelihoodRatio")
        diagnosticOddsRatio.results(under: "diagnosticOddsRatio")
        youden.results(under: "youden")
        if let adjustedPositivePredictiveValue {
            adjustedPositivePredictiveValue.results(under: "adjusted.positivePredictiveValue")
        }
        if let adjustedNegativePredictiveValue {
            adjustedNegativePredictiveValue.results(under: "adjusted.negativePredictiveValue")
        }
    }
}

/// tp, fn, fp and tn of every cluster and of all together.
private struct ClusterSums {
    let cells: [[Double]]
    let sums: [Double]

    init(_ clusters: [AccuracyCounts]) {
        let cells = clusters.map {
            [$0.truePositive, $0.falseNegative, $0.falsePositive, $0.trueNegative].map(Double.init)
        }.filter { $0.contains { $0 > 0 } }
        self.cells = cells
        sums = (0..<4).map { cell in cells.reduce(0) { $0 + $1[cell] } }
    }

    private var positives: Double { sums[0] + sums[1] }
    private var negatives: Double { sums[2] + sums[3] }

    /// Σ sign·log(cell), each over the diseased or the healthy.
    func ratio(
        _ signs: [Double], _ level: ConfidenceLevel
    ) -> ClusteredAccuracyRatios.Measure {
        guard let measure = oneSided else { return zeroAware(signs, level) }
        return measure
    }

    private func zeroAware(
        _ signs: [Double], _ level: ConfidenceLevel
    ) -> ClusteredAccuracyRatios.Measure {
        let top = (signs[0] > 0 ? sums[0] : sums[1]) / positives
        let bottom = (signs[2] < 0 ? sums[2] : sums[3]) / negatives
        let slopes = signs.indices.map { cell -> Double in
            let whole = cell < 2 ? -1 / positives : 1 / negatives
            return signs[cell] == 0 ? whole : signs[cell] / sums[cell] + whole
        }
        return measure(
            .ratio(top, bottom, "division by zero: a zero cell"), log(top / bottom), slopes, level,
            exp)
    }

    func oddsRatio(_ level: ConfidenceLevel) -> ClusteredAccuracyRatios.Measure {
        if let measure = oneSided { return measure }
        let (top, bottom) = (sums[0] * sums[3], sums[1] * sums[2])
        return measure(
            .ratio(top, bottom, "division by zero: a zero cell"), log(top / bottom),
            [1 / sums[0], -1 / sums[1], -1 / sums[2], 1 / sums[3]], level, exp)
    }

    func youden(_ level: ConfidenceLevel) -> ClusteredAccuracyRatios.Measure {
        if let measure = oneSided { return measure }
        let value = sums[0] / positives + sums[3] / negatives - 1
        let (squarePositives, squareNegatives) = (positives * positives, negatives * negatives)
        return measure(
            Quantity(value), value,
            [
                sums[1] / squarePositives, -sums[0] / squarePositives,
                -sums[3] / squareNegatives, sums[2] / squareNegatives,
            ], level, { $0 })
    }

    /// log odds of a predictive value = log(se/(1 − sp)) or log(sp/(1 − se)) plus a constant.
    func predictive(
        prevalence: Double, positive: Bool, _ level: ConfidenceLevel
    ) -> ClusteredAccuracyRatios.Measure {
        if let measure = oneSided { return measure }
        let (se, sp) = (sums[0] / positives, sums[3] / negatives)
        let right = positive ? se * prevalence : sp * (1 - prevalence)
        let wrong = positive ? (1 - sp) * (1 - prevalence) : (1 - se) * prevalence
        let slopes =
            positive
            ? [
                1 / sums[0] - 1 / positives, -1 / positives, -1 / sums[2] + 1 / negatives,
                1 / negatives,
            ]
            : [
                1 / positives, -1 / sums[1] + 1 / positives, -1 / negatives,
                1 / sums[3] - 1 / negatives,
            ]
        return measure(
            .ratio(right, right + wrong, "no such calls at this prevalence"), log(right / wrong),
            slopes, level, { 1 / (1 + exp(-$0)) })
    }

    private var oneSided: ClusteredAccuracyRatios.Measure? {
        let reason =
            positives == 0
            ? AccuracyCounts.noPositives : negatives == 0 ? AccuracyCounts.noNegatives : nil
        return reason.map {
            ClusteredAccuracyRatios.Measure(
                estimate: .undefined($0), standardError: .undefined($0), interval: .undefined($0))
        }
    }

    private func measure(
        _ estimate: Quantity, _ transformed: Double, _ slopes: [Double], _ level: ConfidenceLevel,
        _ back: (Double) -> Double
    ) -> ClusteredAccuracyRatios.Measure {
        guard transformed.isFinite, slopes.allSatisfy(\.isFinite), cells.count > 1 else {
            let reason =
                cells.count > 1
                ? "a cell is zero: the delta method does not apply"
                : "fewer than two clusters"
            return ClusteredAccuracyRatios.Measure(
                estimate: estimate, standardError: .undefined(reason),
                interval: .undefined(reason))
        }
        let parts = cells.map { cell in zip(cell, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
        let m = Double(parts.count)
        let mean = parts.reduce(0, +) / m
        let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (m / (m - 1) * squares).squareRoot()
        return ClusteredAccuracyRatios.Measure(
            estimate: estimate, standardError: Quantity(error),
            interval: Interval(around: transformed, level.z * error).map(back))
    }
}
