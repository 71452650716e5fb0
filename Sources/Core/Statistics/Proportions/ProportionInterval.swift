import Glibc

/// Intervals of a single proportion by three methods.
///
/// Wilson: score interval without continuity correction (Wilson 1927,
/// doi:10.1080/01621459.1927.10502953). Clopper–Pearson: exact, by beta quantiles (Clopper and
/// Pearson 1934, doi:10.1093/biomet/26.4.404). Jeffreys: quantiles of Beta(k + ½, n − k + ½), 0 at
/// no success and 1 at no failure (Brown, Cai and DasGupta 2001, doi:10.1214/ss/1009213286).
/// Agrees with R `binom::binom.wilson`, `binom.test` and, but for its limits at no success or no
/// failure, `binom::binom.bayes(type = "central")`.
public struct ProportionInterval: Hashable, Sendable, NamedResults {
    /// Successes / trials.
    public let estimate: Quantity
    /// The score interval.
    public let wilson: Interval
    /// The exact interval.
    public let clopperPearson: Interval
    /// The interval of Jeffreys's prior.
    public let jeffreys: Interval

    /// The proportion of `successes` in `trials`; where there is no trial, undefined for `reason`.
    public init(
        successes: Int, trials: Int, reason: String = "no trials",
        level: ConfidenceLevel = .standard
    ) {
        guard trials > 0 else {
            estimate = .undefined(reason)
            (wilson, clopperPearson) = (.undefined(reason), .undefined(reason))
            jeffreys = .undefined(reason)
            return
        }
        estimate = Quantity(Double(successes) / Double(trials))
        wilson = Self.wilson(
            Double(successes) / Double(trials), trials: Double(trials), level: level)
        clopperPearson = Self.betaLimits(successes, trials, level, lower: (0, 1), upper: (1, 0))
        jeffreys = Self.betaLimits(successes, trials, level, lower: (0.5, 0.5), upper: (0.5, 0.5))
    }

    /// Wilson's interval of `proportion` among `trials`, which need not be a whole number.
    static func wilson(_ proportion: Double, trials: Double, level: ConfidenceLevel) -> Interval {
        let z = level.z
        let square = z * z / trials
        let center = (proportion + square / 2) / (1 + square)
        let half =
            z / (1 + square)
            * (proportion * (1 - proportion) / trials + square / (4 * trials)).squareRoot()
        return Interval(around: center, half).clamped(to: 0...1)
    }

    /// Quantiles of Beta(k + a, n − k + b), with `lower` and `upper` the two (a, b).
    private static func betaLimits(
        _ successes: Int, _ trials: Int, _ level: ConfidenceLevel, lower: (Double, Double),
        upper: (Double, Double)
    ) -> Interval {
        let (k, rest) = (Double(successes), Double(trials - successes))
        return Interval(
            successes == 0
                ? 0
                : BetaDistribution.quantile(level.lowerProbability, k + lower.0, rest + lower.1),
            successes == trials
                ? 1
                : BetaDistribution.quantile(level.upperProbability, k + upper.0, rest + upper.1))
    }

    /// `estimate`, `wilson`, `clopperPearson` and `jeffreys`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        wilson.results(under: "wilson")
        clopperPearson.results(under: "clopperPearson")
        jeffreys.results(under: "jeffreys")
    }
}
