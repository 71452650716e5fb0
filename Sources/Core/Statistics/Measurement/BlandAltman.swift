/// Limits between which 95 % of the differences of two raters lie.
///
/// The limits are bias ± 1.96 s whatever the confidence level, which is that of their own
/// intervals: approximate (Bland and Altman 1999, doi:10.1177/096228029900800204) and exact by the
/// non-central t (Carkeet 2015, doi:10.1097/OPX.0000000000000513).
public struct BlandAltman: Hashable, Sendable, NamedResults {
    /// One limit of agreement.
    public struct Limit: Hashable, Sendable, NamedResults {
        /// The limit.
        public let estimate: Double
        /// Its approximate interval.
        public let approximate: Interval
        /// Its exact interval.
        public let exact: Interval

        /// `estimate`, `approximate` and `exact`.
        @ResultList public var results: [ResultValue] {
            ResultValue("estimate", estimate)
            approximate.results(under: "approximate")
            exact.results(under: "exact")
        }
    }

    /// The mean difference, first − second.
    public let bias: Double
    /// Its error.
    public let standardError: Double
    /// Its interval by t.
    public let interval: Interval
    /// Of the differences.
    public let standardDeviation: Double
    /// Bias − 1.96 s.
    public let lowerLimit: Limit
    /// Bias + 1.96 s.
    public let upperLimit: Limit
    /// Regression of the difference on the mean of both.
    public let proportionalBias: ProportionalBias

    /// The differences of `first` and `second`, at least two of one length.
    public init(
        _ first: [Double], _ second: [Double], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard first.count == second.count else {
            throw .unequalLengths(first: "first", first.count, second: "second", second.count)
        }
        guard first.count >= 2 else {
            throw .unsuitableDesign("There are fewer than two pairs of ratings. Add units.")
        }
        let n = Double(first.count)
        let differences = zip(first, second).map { $0 - $1 }
        let mean = differences.reduce(0, +) / n
        let deviation =
            (differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
        let z = NormalDistribution.quantile(0.975)
        let t = level.t(n - 1)
        bias = mean
        standardError = deviation / n.squareRoot()
        interval = Interval(around: mean, t * deviation / n.squareRoot())
        standardDeviation = deviation
        let half = t * deviation * (1 / n + z * z / (2 * (n - 1))).squareRoot()
        let near = deviation * Self.factor(level.lowerProbability, n, z)
        let far = deviation * Self.factor(level.upperProbability, n, z)
        lowerLimit = Limit(
            estimate: mean - z * deviation,
            approximate: Interval(around: mean - z * deviation, half),
            exact: Interval(mean - far, mean - near))
        upperLimit = Limit(
            estimate: mean + z * deviation,
            approximate: Interval(around: mean + z * deviation, half),
            exact: Interval(mean + near, mean + far))
        proportionalBias = ProportionalBias(
            differences, means: zip(first, second).map { ($0 + $1) / 2 })
    }

    private static func factor(_ probability: Double, _ n: Double, _ z: Double) -> Double {
        StudentsT.quantile(probability, n - 1, noncentrality: z * n.squareRoot()) / n.squareRoot()
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        ResultValue("bias.estimate", bias)
        ResultValue("bias.standardError", standardError)
        interval.results(under: "bias")
        ResultValue("standardDeviation", standardDeviation)
        lowerLimit.results(under: "lowerLimit")
        upperLimit.results(under: "upperLimit")
        proportionalBias.results(under: "proportionalBias")
    }
}

/// Whether a difference grows with what is measured.
public struct ProportionalBias: Hashable, Sendable, NamedResults {
    /// Of the difference on the mean.
    public let slope: Quantity
    /// Against a slope of 0, two-sided.
    public let p: Quantity

    init(_ differences: [Double], means: [Double]) {
        let n = Double(means.count)
        let (center, bias) = (means.reduce(0, +) / n, differences.reduce(0, +) / n)
        let spread = means.reduce(0) { $0 + ($1 - center) * ($1 - center) }
        let product = zip(means, differences).reduce(0) {
            $0 + ($1.0 - center) * ($1.1 - bias)
        }
        let total = differences.reduce(0) { $0 + ($1 - bias) * ($1 - bias) }
        guard spread > 0, total > 0 else {
            let reason = spread > 0 ? "all differences are equal" : "all means are equal"
            (slope, p) = (.undefined(reason), .undefined(reason))
            return
        }
        let value = product / spread
        let residual = max(0, total - value * product)
        slope = Quantity(value)
        let error = (residual / ((n - 2) * spread)).squareRoot()
        p =
            n > 2
            ? Quantity.ratio(value, error, "zero residual variance")
                .map { StudentsT.twoSidedP($0, n - 2) }
            : .undefined("fewer than three units")
    }

    /// `slope` and `p`.
    @ResultList public var results: [ResultValue] {
        ResultValue("slope", slope)
        ResultValue("p", p)
    }
}
