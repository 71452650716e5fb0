import Glibc

/// A proportion over units of which several belong to one case.
///
/// The ratio estimator over clusters with the variance m/(m − 1)·Σ(xᵢ − p nᵢ)²/N²; Wald, logit by
/// the delta method, and Wilson with the units divided by the design effect.
///
/// Source: Rao and Scott 1992, doi:10.2307/2532311; Genders 2012, doi:10.1148/radiol.12120509.
/// Agrees with R `geepack::geeglm` (independence, errors times √(m/(m − 1))) and, for Wilson,
/// `binom::binom.wilson`.
public struct ClusteredProportion: Hashable, Sendable, NamedResults {
    static let noUnits = "no such units"

    /// Clusters that have units.
    public let clusters: Int
    /// Units.
    public let units: Int
    /// Successes.
    public let successes: Int
    /// Successes / units.
    public let estimate: Quantity
    /// Over clusters.
    public let standardError: Quantity
    /// How much larger the variance is than that of independent units.
    public let designEffect: Quantity
    /// Units / design effect.
    public let effectiveUnits: Quantity
    /// Not cut to 0...1.
    public let wald: Interval
    /// Symmetric on the logit scale.
    public let logit: Interval
    /// Of the effective units.
    public let wilson: Interval

    /// The proportion over clusters; `successes` and `units` have one count each a cluster.
    public init(
        successes: [Int], units: [Int], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard successes.count == units.count else {
            throw .unequalLengths(
                first: "successes", successes.count, second: "units", units.count)
        }
        let used = units.indices.filter { units[$0] > 0 }
        clusters = used.count
        self.units = units.reduce(0, +)
        self.successes = used.reduce(0) { $0 + successes[$1] }
        let (m, n) = (Double(used.count), Double(self.units))
        let p = Double(self.successes) / n
        let sum = used.reduce(0.0) {
            let residual = Double(successes[$1]) - p * Double(units[$1])
            return $0 + residual * residual
        }
        let error = m > 1 ? (m / (m - 1) * sum).squareRoot() / n : 0
        estimate = n > 0 ? Quantity(p) : .undefined(Self.noUnits)
        if let reason = Self.reason(m, n, p) {
            standardError = n > 0 && (p == 0 || p == 1) ? .value(0) : .undefined(reason)
            (designEffect, effectiveUnits) = (.undefined(reason), .undefined(reason))
            (wald, logit, wilson) = (
                .undefined(reason), .undefined(reason), .undefined(reason)
            )
            return
        }
        let effect = error * error * n / (p * (1 - p))
        let effective = Quantity.ratio(n, effect, "every cluster has the same proportion")
        standardError = Quantity(error)
        designEffect = Quantity(effect)
        effectiveUnits = effective
        wald = Interval(around: p, level.z * error)
        logit = Interval(around: log(p / (1 - p)), level.z * error / (p * (1 - p)))
            .map { 1 / (1 + exp(-$0)) }
        wilson =
            effective.value.map { ProportionInterval.wilson(p, trials: $0, level: level) }
            ?? .undefined(effective.reason ?? Self.noUnits)
    }

    /// Why there is no interval.
    private static func reason(_ clusters: Double, _ units: Double, _ p: Double) -> String? {
        if units == 0 { return noUnits }
        if p == 0 || p == 1 { return "estimate is 0 or 1" }
        return clusters < 2 ? "fewer than two clusters" : nil
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        ResultValue("clusters", clusters)
        ResultValue("units", units)
        ResultValue("positive", successes)
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        ResultValue("designEffect", designEffect)
        ResultValue("effectiveUnits", effectiveUnits)
        wald.results(under: "wald")
        logit.results(under: "logit")
        wilson.results(under: "wilson")
    }
}
