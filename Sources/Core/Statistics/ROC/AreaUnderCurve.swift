import Glibc

/// The empirical area under the ROC curve, ties counted half, with three errors.
///
/// DeLong 1988, doi:10.2307/2531595, its interval cut to 0...1 (R `pROC::ci.auc`); the logit
/// interval of the same error; Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747.
public struct AreaUnderCurve: Hashable, Sendable, NamedResults {
    /// The chance that a diseased unit is rated higher than a healthy one.
    public let estimate: Quantity
    /// DeLong's error.
    public let standardError: Quantity
    /// DeLong's interval.
    public let interval: Interval
    /// Symmetric on the logit scale.
    public let logit: Interval
    /// Hanley and McNeil's error.
    public let hanleyMcNeil: Quantity

    init(_ placements: Placements, _ level: ConfidenceLevel) {
        let area = placements.area
        let error = DeLong.covariance(placements, placements).squareRoot()
        estimate = Quantity(area)
        standardError = Quantity(error)
        interval = Interval(around: area, level.z * error).clamped(to: 0...1)
        logit =
            area > 0 && area < 1
            ? Interval(around: log(area / (1 - area)), level.z * error / (area * (1 - area)))
                .map { 1 / (1 + exp(-$0)) }
            : .undefined("AUC is 0 or 1")
        hanleyMcNeil = Quantity(
            Self.hanleyMcNeil(
                area, Double(placements.positives.count), Double(placements.negatives.count)))
    }

    private init(reason: String) {
        let none = Quantity.undefined(reason)
        (estimate, standardError, hanleyMcNeil) = (none, none, none)
        (interval, logit) = (.undefined(reason), .undefined(reason))
    }

    static func undefined(_ reason: String) -> Self { Self(reason: reason) }

    private static func hanleyMcNeil(_ area: Double, _ m: Double, _ n: Double) -> Double {
        let (first, second) = (area / (2 - area), 2 * area * area / (1 + area))
        let variance =
            area * (1 - area) + (m - 1) * (first - area * area) + (n - 1) * (second - area * area)
        return max(0, variance / (m * n)).squareRoot()
    }

    /// `estimate`, `delong`, `logit` and `hanleyMcNeil`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("delong.standardError", standardError)
        interval.results(under: "delong")
        logit.results(under: "logit")
        ResultValue("hanleyMcNeil.standardError", hanleyMcNeil)
    }
}
