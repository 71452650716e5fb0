/// A statistic with the χ² distribution.
public struct ChiSquaredTest: Hashable, Sendable, NamedResults {
    /// The statistic.
    public let statistic: Quantity
    /// Degrees of freedom.
    public let degrees: Quantity
    /// The probability of a larger one.
    public let p: Quantity

    init(_ statistic: Double, degrees: Int) {
        self.statistic = Quantity(statistic)
        self.degrees = .value(Double(degrees))
        p = Quantity(ChiSquared.upperTail(statistic, Double(degrees)))
    }

    private init(reason: String) {
        (statistic, degrees, p) = (.undefined(reason), .undefined(reason), .undefined(reason))
    }

    /// No test, for `reason`.
    static func undefined(_ reason: String) -> Self { Self(reason: reason) }

    /// `statistic`, `df` and `p`.
    @ResultList public var results: [ResultValue] {
        ResultValue("statistic", statistic)
        ResultValue("df", degrees)
        ResultValue("p", p)
    }

    /// `statistic` and `p`, where the degrees of freedom are 1 by definition.
    var withoutDegrees: [ResultValue] {
        [ResultValue("statistic", statistic), ResultValue("p", p)]
    }
}
