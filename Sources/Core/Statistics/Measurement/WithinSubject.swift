/// How far ratings of one unit scatter, and the difference that two of them seldom exceed.
///
/// Source: Bland and Altman 1996, doi:10.1136/bmj.312.7047.1654.
public struct WithinSubject: Hashable, Sendable, NamedResults {
    /// In units of the rating.
    public let standardDeviation: Double
    /// By χ².
    public let interval: Interval
    /// 1.96·√2 standard deviations: 95 % of differences of two ratings are smaller.
    public let repeatability: Double
    /// The same multiple of the limits.
    public let repeatabilityInterval: Interval

    /// The scatter within units.
    public init(_ squares: MeanSquares, level: ConfidenceLevel = .standard) {
        let degrees = Double(squares.unitCount * (squares.raterCount - 1))
        let sum = degrees * squares.within
        let deviation = squares.within.squareRoot()
        let factor = NormalDistribution.quantile(0.975) * 2.0.squareRoot()
        standardDeviation = deviation
        interval = Interval(
            (sum / ChiSquared.quantile(level.upperProbability, degrees)).squareRoot(),
            (sum / ChiSquared.quantile(level.lowerProbability, degrees)).squareRoot())
        repeatability = factor * deviation
        repeatabilityInterval = interval.map { factor * $0 }
    }

    /// `withinSubject` and `repeatabilityCoefficient`.
    @ResultList public var results: [ResultValue] {
        ResultValue("withinSubject.standardDeviation", standardDeviation)
        interval.results(under: "withinSubject")
        ResultValue("repeatabilityCoefficient.estimate", repeatability)
        repeatabilityInterval.results(under: "repeatabilityCoefficient")
    }
}
