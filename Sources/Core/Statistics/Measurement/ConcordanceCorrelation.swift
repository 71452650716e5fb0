import Glibc

/// Lin's concordance: correlation × closeness to the line of identity.
///
/// Moments with n, variance with n − 2, limits by Fisher's z.
///
/// Source: Lin 1989, doi:10.2307/2532051, with the correction of 2000. Agrees with R
/// `epiR::epi.ccc`.
public struct ConcordanceCorrelation: Hashable, Sendable, NamedResults {
    /// From −1 to 1.
    public let estimate: Quantity
    /// Its error.
    public let standardError: Quantity
    /// By Fisher's z.
    public let interval: Interval
    /// Pearson's correlation.
    public let pearson: Quantity
    /// Estimate / correlation.
    public let biasCorrection: Quantity

    /// The concordance of `first` and `second`, of one length.
    public init(_ first: [Double], _ second: [Double], level: ConfidenceLevel = .standard) {
        let n = Double(first.count)
        let (x, y) = (first.reduce(0, +) / n, second.reduce(0, +) / n)
        let varianceX = first.reduce(0) { $0 + ($1 - x) * ($1 - x) } / n
        let varianceY = second.reduce(0) { $0 + ($1 - y) * ($1 - y) } / n
        let covariance = zip(first, second).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / n
        guard varianceX > 0, varianceY > 0 else {
            let reason = "a rater gave every unit the same rating"
            (estimate, pearson) = (.undefined(reason), .undefined(reason))
            (biasCorrection, standardError) = (estimate, estimate)
            interval = .undefined(reason)
            return
        }
        let root = (varianceX * varianceY).squareRoot()
        let shift = (x - y) * (x - y)
        let concordance = 2 * covariance / (varianceX + varianceY + shift)
        let correlation = covariance / root
        estimate = Quantity(concordance)
        pearson = Quantity(correlation)
        biasCorrection = .ratio(concordance, correlation, "the correlation is 0")
        let rest = 1 - concordance * concordance
        guard rest > 1e-14, correlation != 0, n > 2 else {
            let reason = n > 2 ? "the concordance is 1, or 0" : "fewer than three units"
            (standardError, interval) = (.undefined(reason), .undefined(reason))
            return
        }
        let variance = Self.variance(concordance, correlation, shift / root) / (n - 2)
        let z = atanh(concordance)
        standardError = Quantity(variance.squareRoot() * rest)
        interval = Interval(around: z, level.z * variance.squareRoot()).map { tanh($0) }
    }

    /// Of Fisher's z, times n − 2; `shift` is the squared difference of means over the product of
    /// the standard deviations.
    private static func variance(
        _ concordance: Double, _ correlation: Double, _ shift: Double
    ) -> Double {
        let (square, rest) = (concordance * concordance, 1 - concordance * concordance)
        let first = (1 - correlation * correlation) * square / (rest * correlation * correlation)
        let second =
            2 * square * concordance * (1 - concordance) * shift / (correlation * rest * rest)
        let third =
            square * square * shift * shift / (2 * correlation * correlation * rest * rest)
        return max(0, first + second - third)
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        interval.results
        ResultValue("pearson", pearson)
        ResultValue("biasCorrection", biasCorrection)
    }
}
