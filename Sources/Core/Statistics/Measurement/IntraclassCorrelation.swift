/// Mean squares of units × raters.
public struct MeanSquares: Hashable, Sendable, NamedResults {
    /// Units.
    public let unitCount: Int
    /// Raters.
    public let raterCount: Int
    /// Between units.
    public let units: Double
    /// Between raters.
    public let raters: Double
    /// What neither explains.
    public let error: Double
    /// Within units: raters and error together.
    public let within: Double

    /// The mean squares of `measurements`, one row a unit, complete; at least two units and raters.
    public init(_ measurements: [[Double]]) throws(StatisticsError) {
        let (n, k) = (measurements.count, measurements.first?.count ?? 0)
        guard n >= 2, k >= 2 else {
            throw .unsuitableDesign(
                "There are \(n) complete units of \(k) raters. At least two units, each rated by "
                    + "at least two raters, are needed.")
        }
        for row in measurements where row.count != k {
            throw .unequalLengths(first: "ratings of a unit", row.count, second: "raters", k)
        }
        let (units, raters) = (Double(n), Double(k))
        let grand = measurements.joined().reduce(0, +) / (units * raters)
        let unitMeans = measurements.map { $0.reduce(0, +) / raters }
        let raterMeans = (0..<k).map { rater in
            measurements.reduce(0) { $0 + $1[rater] } / units
        }
        func square(_ x: Double) -> Double { x * x }
        let between = raters * unitMeans.reduce(0) { $0 + square($1 - grand) }
        let ofRaters = units * raterMeans.reduce(0) { $0 + square($1 - grand) }
        var (within, residual) = (0.0, 0.0)
        for (row, mean) in zip(measurements, unitMeans) {
            for (value, raterMean) in zip(row, raterMeans) {
                within += square(value - mean)
                residual += square(value - mean - raterMean + grand)
            }
        }
        (unitCount, raterCount) = (n, k)
        self.units = between / (units - 1)
        self.raters = ofRaters / (raters - 1)
        error = residual / ((units - 1) * (raters - 1))
        self.within = within / (units * (raters - 1))
    }

    /// `units`, `raters`, `error` and `within`.
    @ResultList public var results: [ResultValue] {
        ResultValue("units", units)
        ResultValue("raters", raters)
        ResultValue("error", error)
        ResultValue("within", within)
    }
}

/// An intraclass correlation of a single rating or of the mean of all raters.
///
/// One way: ICC(1); agreement: ICC(A,·); consistency: ICC(C,·) of McGraw and Wong 1996,
/// doi:10.1037/1082-989X.1.1.30, which are the three of Shrout and Fleiss 1979,
/// doi:10.1037/0033-2909.86.2.420. F tests that the correlation is 0. Agrees with R
/// `psych::ICC(lmer = FALSE)`; the limits of `irr::icc` for agreement/average mix k twice.
public struct IntraclassCorrelation: Hashable, Sendable, NamedResults {
    /// Which differences count against the raters.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// Each unit has raters of its own.
        case oneWay
        /// A rater who always rates higher counts.
        case agreement
        /// Such a rater does not count.
        case consistency
    }

    /// Of one rating.
    public let single: Quantity
    /// Its interval.
    public let singleInterval: Interval
    /// Of the mean of all raters.
    public let average: Quantity
    /// Its interval.
    public let averageInterval: Interval
    /// Mean square of units / mean square of error.
    public let f: Quantity
    /// Degrees of freedom of the units.
    public let firstDegrees: Quantity
    /// Degrees of freedom of the error.
    public let secondDegrees: Quantity
    /// Against a correlation of 0.
    public let p: Quantity

    /// The correlation of `form`.
    public init(_ squares: MeanSquares, _ form: Form, level: ConfidenceLevel = .standard) {
        let moments = ICCMoments(squares, form)
        single = moments.single
        average = moments.average
        guard moments.error > 0 else {
            let reason = "zero residual variance: the F statistic is not finite"
            (f, p) = (.undefined(reason), .undefined(reason))
            (firstDegrees, secondDegrees) = (f, f)
            (singleInterval, averageInterval) = (.undefined(reason), .undefined(reason))
            return
        }
        let ratio = squares.units / moments.error
        f = Quantity(ratio)
        firstDegrees = Quantity(moments.first)
        secondDegrees = Quantity(moments.second)
        p = Quantity(FDistribution.upperTail(ratio, moments.first, moments.second))
        let limits =
            form == .agreement ? moments.agreementLimits(level) : moments.ratioLimits(ratio, level)
        singleInterval = limits
        averageInterval = Interval(
            moments.spearmanBrown(limits.lower), moments.spearmanBrown(limits.upper))
    }

    /// The numbers under `single` and `average`.
    @ResultList public var results: [ResultValue] {
        part(single, singleInterval).under("single")
        part(average, averageInterval).under("average")
    }

    @ResultList private func part(_ estimate: Quantity, _ interval: Interval) -> [ResultValue] {
        ResultValue("estimate", estimate)
        interval.results
        ResultValue("f", f)
        ResultValue("df1", firstDegrees)
        ResultValue("df2", secondDegrees)
        ResultValue("p", p)
    }
}

/// The pieces of one form of the correlation.
private struct ICCMoments {
    let squares: MeanSquares
    let n: Double
    let k: Double
    let error: Double
    let first: Double
    let second: Double
    let single: Quantity
    let average: Quantity

    init(_ squares: MeanSquares, _ form: IntraclassCorrelation.Form) {
        let (n, k) = (Double(squares.unitCount), Double(squares.raterCount))
        let error = form == .oneWay ? squares.within : squares.error
        let raters = form == .agreement ? (squares.raters - error) / n : 0
        let reason = "every rating is the same"
        single = .ratio(
            squares.units - error, squares.units + (k - 1) * error + k * raters, reason)
        average = .ratio(squares.units - error, squares.units + raters, reason)
        (self.squares, self.n, self.k, self.error) = (squares, n, k, error)
        first = n - 1
        second = form == .oneWay ? n * (k - 1) : (n - 1) * (k - 1)
    }

    func ratioLimits(_ f: Double, _ level: ConfidenceLevel) -> Interval {
        let lower = f / FDistribution.quantile(level.upperProbability, first, second)
        let upper = f * FDistribution.quantile(level.upperProbability, second, first)
        return Interval((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1))
    }

    /// With the degrees of freedom of Satterthwaite for the error of raters and residual.
    func agreementLimits(_ level: ConfidenceLevel) -> Interval {
        guard let rho = single.value, rho < 1 else { return .undefined("the estimate is 1") }
        let a = k * rho / (n * (1 - rho)) * squares.raters
        let b = (1 + k * rho * (n - 1) / (n * (1 - rho))) * error
        let degrees = (a + b) * (a + b) / (a * a / (k - 1) + b * b / second)
        let lower = FDistribution.quantile(level.upperProbability, first, degrees)
        let upper = FDistribution.quantile(level.upperProbability, degrees, first)
        let rest = k * squares.raters + (k * n - k - n) * error
        return Interval(
            n * (squares.units - lower * error) / (lower * rest + n * squares.units),
            n * (upper * squares.units - error) / (rest + n * upper * squares.units))
    }

    func spearmanBrown(_ limit: Quantity) -> Quantity {
        guard let x = limit.value else { return limit }
        let denominator = 1 + (k - 1) * x
        return denominator > 0
            ? Quantity(k * x / denominator)
            : .undefined("the limit of a single rating is too low for a mean of raters")
    }
}
