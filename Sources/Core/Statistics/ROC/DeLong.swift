/// The covariance of areas under curves on the same units.
///
/// Source: DeLong, DeLong and Clarke-Pearson 1988, doi:10.2307/2531595. Agrees with R `pROC::var`
/// and `pROC::cov`.
enum DeLong {
    /// The covariance of two areas whose placements are of the same units.
    static func covariance(_ first: Placements, _ second: Placements) -> Double {
        Moments.covariance(first.positives, second.positives) / Double(first.positives.count)
            + Moments.covariance(first.negatives, second.negatives) / Double(first.negatives.count)
    }
}

/// Two areas under the curve of the same units and their difference, second − first.
///
/// Source: DeLong 1988. Agrees with R `pROC::roc.test(paired = TRUE)`.
public struct PairedROC: Hashable, Sendable, NamedResults {
    /// Diseased units.
    public let positives: Int
    /// Healthy units.
    public let negatives: Int
    /// The area of the first arm.
    public let first: Quantity
    /// Its error.
    public let firstError: Quantity
    /// The area of the second arm.
    public let second: Quantity
    /// Its error.
    public let secondError: Quantity
    /// Of the two areas.
    public let covariance: Quantity
    /// Of the two areas.
    public let correlation: Quantity
    /// Second − first.
    public let difference: Quantity
    /// Its error.
    public let differenceError: Quantity
    /// Its interval.
    public let interval: Interval
    /// Difference / error.
    public let z: Quantity
    /// Two-sided.
    public let p: Quantity

    /// The curves of the ratings `first` and `second` of units that are `diseased` or not.
    public init(
        first: [Double], second: [Double], diseased: [Bool], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard first.count == diseased.count, second.count == diseased.count else {
            throw .unequalLengths(
                first: "ratings", first.count, second: "truths", diseased.count)
        }
        positives = diseased.count { $0 }
        negatives = diseased.count - positives
        if let reason = ROC.tooFew(positives, negatives) {
            let none = Quantity.undefined(reason)
            (self.first, firstError, self.second, secondError) = (none, none, none, none)
            (covariance, correlation, difference) = (none, none, none)
            (differenceError, z, p, interval) = (none, none, none, .undefined(reason))
            return
        }
        let one = ROC.placements(first, diseased)
        let other = ROC.placements(second, diseased)
        let (oneVariance, otherVariance) = (
            DeLong.covariance(one, one), DeLong.covariance(other, other)
        )
        let shared = DeLong.covariance(one, other)
        let value = other.area - one.area
        // Identical curves leave rounding behind that must not look like a variance.
        let raw = oneVariance + otherVariance - 2 * shared
        let error = raw > 1e-14 * (oneVariance + otherVariance) ? raw.squareRoot() : 0
        (self.first, self.second) = (Quantity(one.area), Quantity(other.area))
        firstError = Quantity(oneVariance.squareRoot())
        secondError = Quantity(otherVariance.squareRoot())
        covariance = Quantity(shared)
        correlation = .ratio(
            shared, (oneVariance * otherVariance).squareRoot(), "an area has no variance")
        difference = Quantity(value)
        differenceError = Quantity(error)
        interval = Interval(around: value, level.z * error)
        z = .ratio(value, error, "zero variance of the difference")
        p = z.map(NormalDistribution.twoSidedP)
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        ResultValue("positives", positives)
        ResultValue("negatives", negatives)
        ResultValue("first.auc.estimate", first)
        ResultValue("first.auc.standardError", firstError)
        ResultValue("second.auc.estimate", second)
        ResultValue("second.auc.standardError", secondError)
        ResultValue("covariance", covariance)
        ResultValue("correlation", correlation)
        ResultValue("difference.estimate", difference)
        ResultValue("difference.standardError", differenceError)
        interval.results(under: "difference")
        ResultValue("difference.z", z)
        ResultValue("difference.p", p)
    }
}
