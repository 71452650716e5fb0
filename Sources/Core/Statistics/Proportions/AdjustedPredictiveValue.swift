import Glibc

/// A predictive value at a prevalence that is not the sample's, by Bayes's theorem.
///
/// The interval is symmetric on the logit scale; a zero cell adds a half to all four for it.
///
/// Source: Mercaldo, Lau and Zhou 2007, doi:10.1002/sim.2677. Agrees with R `bdpv::BDtest`,
/// but for tables with an empty cell, to which it adds z²/2.
public struct AdjustedPredictiveValue: Hashable, Sendable, NamedResults {
    /// The value by the raw counts.
    public let estimate: Quantity
    /// The interval.
    public let interval: Interval

    /// How likely disease is after a positive call where `prevalence` have it.
    static func positive(
        _ counts: AccuracyCounts, prevalence: Double, _ level: ConfidenceLevel
    ) -> Self {
        Self(
            counts, level, odds: { $0.tp / $0.positives * prevalence },
            against: { $0.fp / $0.negatives * (1 - prevalence) },
            variance: { $0.fn / $0.positives / $0.tp + $0.tn / $0.negatives / $0.fp })
    }

    /// How likely health is after a negative call where `prevalence` have the disease.
    static func negative(
        _ counts: AccuracyCounts, prevalence: Double, _ level: ConfidenceLevel
    ) -> Self {
        Self(
            counts, level, odds: { $0.tn / $0.negatives * (1 - prevalence) },
            against: { $0.fn / $0.positives * prevalence },
            variance: { $0.tp / $0.positives / $0.fn + $0.fp / $0.negatives / $0.tn })
    }

    private init(
        _ counts: AccuracyCounts, _ level: ConfidenceLevel, odds: (Cells) -> Double,
        against: (Cells) -> Double, variance: (Cells) -> Double
    ) {
        if let reason = counts.oneSided {
            (estimate, interval) = (.undefined(reason), .undefined(reason))
            return
        }
        let raw = Cells(counts)
        estimate = .ratio(
            odds(raw), odds(raw) + against(raw), "division by zero: no such calls")
        let used = raw.corrected
        let logit = log(odds(used) / against(used))
        interval = Interval(around: logit, level.z * variance(used).squareRoot())
            .map { 1 / (1 + exp(-$0)) }
    }

    /// `estimate`, `lower` and `upper`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        interval.results
    }
}
