/// How sure an interval is, such as 0.95.
public struct ConfidenceLevel: Hashable, Sendable {
    /// The level, above 0 and below 1.
    public let level: Double

    /// A level of `level`.
    public init(_ level: Double) throws(StatisticsError) {
        guard level > 0 && level < 1 else { throw .levelOutOfRange(level) }
        self.level = level
    }

    private init(known level: Double) { self.level = level }

    /// 95 %.
    public static let standard = ConfidenceLevel(known: 0.95)

    /// The probability below an upper limit, such as 0.975.
    var upperProbability: Double { 1 - (1 - level) / 2 }

    /// The probability below a lower limit, such as 0.025.
    var lowerProbability: Double { (1 - level) / 2 }

    /// The normal quantile of `upperProbability`, such as 1.959964.
    public var z: Double { NormalDistribution.quantile(upperProbability) }

    /// The t quantile of `upperProbability`.
    func t(_ degrees: Double) -> Double { StudentsT.quantile(upperProbability, degrees) }
}
