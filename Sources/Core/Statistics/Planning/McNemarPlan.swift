import Glibc

/// Pairs and power of McNemar's test.
///
/// (z√ψ + z_β√(ψ − δ²))²/δ² pairs, with ψ the share of discordant pairs and δ the difference.
///
/// Source: Connett, Smith and McHugh 1987, Statistics in Medicine.
public struct McNemarPlan: Hashable, Sendable {
    private let discordant: Double
    private let difference: Double
    private let z: Double

    /// A plan where the shares `firstOnly` and `secondOnly` of the pairs are discordant.
    public init(
        firstOnly: Double, secondOnly: Double, level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        for (name, share) in [("firstOnly", firstOnly), ("secondOnly", secondOnly)]
        where !(share >= 0 && share <= 1) {
            throw .proportionOutOfRange(name: name, share)
        }
        guard firstOnly != secondOnly else {
            throw .badParameter(
                name: "secondOnly",
                sentence: "It equals firstOnly, so that there is no difference to find.")
        }
        guard firstOnly + secondOnly <= 1 else {
            throw .badParameter(
                name: "secondOnly", sentence: "Together with firstOnly it is more than 1.")
        }
        discordant = firstOnly + secondOnly
        difference = abs(firstOnly - secondOnly)
        z = level.z
    }

    private var spread: Double { (discordant - difference * difference).squareRoot() }

    /// The pairs that reach `power`, between 0 and 1.
    public func sampleSize(power: Double) throws(StatisticsError) -> McNemarSampleSize {
        guard power > 0 && power < 1 else { throw .proportionOutOfRange(name: "power", power) }
        let root =
            z * discordant.squareRoot() + NormalDistribution.quantile(power) * spread
        return McNemarSampleSize(exact: root * root / (difference * difference))
    }

    /// The power of `pairs`; undefined where every discordant pair goes one way and none is left to
    /// chance.
    public func power(pairs: Double) throws(StatisticsError) -> Quantity {
        guard pairs > 0 else {
            throw .badParameter(name: "pairs", sentence: "There must be at least one.")
        }
        let distance = difference * pairs.squareRoot() - z * discordant.squareRoot()
        guard spread > 0 else { return .undefined("every pair is discordant in one direction") }
        return Quantity(NormalDistribution.lowerTail(distance / spread))
    }
}

/// Pairs that reach a power.
public struct McNemarSampleSize: Hashable, Sendable, NamedResults {
    /// Before rounding up.
    public let exact: Double

    /// `pairs.exact` and `pairs`.
    @ResultList public var results: [ResultValue] {
        ResultValue("pairs.exact", exact)
        ResultValue("pairs", ceil(exact))
    }
}
