import Glibc

/// A ratio of two proportions or of two odds, with an interval on the log scale.
///
/// If any of the four cells is 0, a half is added to all four for `corrected` and the interval.
///
/// Source: Simel, Samsa and Matchar 1991, doi:10.1016/0895-4356(91)90128-V. Agrees with R
/// `epiR::epi.tests`.
public struct LikelihoodRatio: Hashable, Sendable, NamedResults {
    /// From the raw counts.
    public let estimate: Quantity
    /// From the counts that the interval is made of.
    public let corrected: Quantity
    /// The interval.
    public let interval: Interval

    /// Sensitivity / (1 − specificity).
    static func positive(_ counts: AccuracyCounts, _ level: ConfidenceLevel) -> Self {
        Self(counts, level, numerator: { $0.tp / $0.positives * $0.negatives }, denominator: \.fp) {
            1 / $0.tp - 1 / $0.positives + 1 / $0.fp - 1 / $0.negatives
        }
    }

    /// (1 − sensitivity) / specificity.
    static func negative(_ counts: AccuracyCounts, _ level: ConfidenceLevel) -> Self {
        Self(counts, level, numerator: { $0.fn / $0.positives * $0.negatives }, denominator: \.tn) {
            1 / $0.fn - 1 / $0.positives + 1 / $0.tn - 1 / $0.negatives
        }
    }

    /// The odds of a positive call with disease over those without.
    static func oddsRatio(_ counts: AccuracyCounts, _ level: ConfidenceLevel) -> Self {
        Self(counts, level, numerator: { $0.tp * $0.tn }, denominator: { $0.fn * $0.fp }) {
            1 / $0.tp + 1 / $0.fn + 1 / $0.fp + 1 / $0.tn
        }
    }

    private init(
        _ counts: AccuracyCounts, _ level: ConfidenceLevel, numerator: (Cells) -> Double,
        denominator: (Cells) -> Double, variance: (Cells) -> Double
    ) {
        if let reason = counts.oneSided {
            (estimate, corrected) = (.undefined(reason), .undefined(reason))
            interval = .undefined(reason)
            return
        }
        let raw = Cells(counts)
        let used = raw.corrected
        estimate = .ratio(numerator(raw), denominator(raw), "division by zero: a zero cell")
        let ratio = numerator(used) / denominator(used)
        corrected = Quantity(ratio)
        interval = Interval(around: log(ratio), level.z * variance(used).squareRoot()).map(exp)
    }

    /// `estimate`, `corrected`, `lower` and `upper`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("corrected", corrected)
        interval.results
    }
}

/// The four counts as numbers that may carry a half.
struct Cells {
    let tp: Double
    let fn: Double
    let fp: Double
    let tn: Double

    init(_ counts: AccuracyCounts) {
        (tp, fn) = (Double(counts.truePositive), Double(counts.falseNegative))
        (fp, tn) = (Double(counts.falsePositive), Double(counts.trueNegative))
    }

    private init(tp: Double, fn: Double, fp: Double, tn: Double) {
        (self.tp, self.fn, self.fp, self.tn) = (tp, fn, fp, tn)
    }

    var positives: Double { tp + fn }
    var negatives: Double { fp + tn }

    /// A half more in each cell when one of them is 0.
    var corrected: Cells {
        guard min(tp, fn, fp, tn) == 0 else { return self }
        return Cells(tp: tp + 0.5, fn: fn + 0.5, fp: fp + 0.5, tn: tn + 0.5)
    }
}

extension AccuracyCounts {
    static let noPositives = "no reference-positive cases"
    static let noNegatives = "no reference-negative cases"

    /// Why there is no comparison of diseased with healthy units; `nil` where there are both.
    var oneSided: String? {
        positives == 0 ? Self.noPositives : negatives == 0 ? Self.noNegatives : nil
    }
}
