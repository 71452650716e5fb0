/// Two arms on the same units, of which several belong to one case.
///
/// The difference is a ratio estimator over clusters. Obuchowski 1998,
/// doi:10.1002/(SICI)1097-0258(19980715)17:13<1495::AID-SIM863>3.0.CO;2-I, in the form of Yang 2010;
/// Durkalski 2003, doi:10.1002/sim.1438. Agrees with R `clust.bin.pair::clust.bin.pair`.
public struct ClusteredPaired: Hashable, Sendable, NamedResults {
    /// Clusters that have units.
    public let clusters: Int
    /// Units.
    public let units: Int
    /// Successes in the first arm / units.
    public let first: Quantity
    /// Successes in the second arm / units.
    public let second: Quantity
    /// Second − first.
    public let difference: Quantity
    /// Over clusters.
    public let standardError: Quantity
    /// By Wald.
    public let interval: Interval
    /// Differences of successes a cluster.
    public let obuchowski: ChiSquaredTest
    /// Differences of proportions a cluster.
    public let durkalski: ChiSquaredTest

    /// The comparison over clusters; the arrays have one count each a cluster.
    public init(
        first: [Int], second: [Int], units: [Int], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard first.count == units.count, second.count == units.count else {
            throw .unequalLengths(
                first: "successes", min(first.count, second.count), second: "units", units.count)
        }
        let used = units.indices.filter { units[$0] > 0 }
        let total = units.reduce(0, +)
        (clusters, self.units) = (used.count, total)
        let (m, n) = (Double(used.count), Double(total))
        func share(_ counts: [Int]) -> Quantity {
            .ratio(
                Double(used.reduce(0) { $0 + counts[$1] }), n, ClusteredProportion.noUnits)
        }
        (self.first, self.second) = (share(first), share(second))
        let differences = used.map { Double(second[$0] - first[$0]) }
        let sizes = used.map { Double(units[$0]) }
        let mean = differences.reduce(0, +) / n
        difference = n > 0 ? Quantity(mean) : .undefined(ClusteredProportion.noUnits)
        guard m > 1 else {
            let reason = n > 0 ? "fewer than two clusters" : ClusteredProportion.noUnits
            (standardError, interval) = (.undefined(reason), .undefined(reason))
            (obuchowski, durkalski) = (.undefined(reason), .undefined(reason))
            return
        }
        let sum = zip(differences, sizes).reduce(0) {
            let residual = $1.0 - mean * $1.1
            return $0 + residual * residual
        }
        let error = (m / (m - 1) * sum).squareRoot() / n
        standardError = Quantity(error)
        interval = Interval(around: mean, level.z * error)
        obuchowski = Self.test(differences, scale: (m - 1) / m)
        durkalski = Self.test(zip(differences, sizes).map { $0 / $1 }, scale: 1)
    }

    /// scale·(Σd)²/Σd².
    private static func test(_ differences: [Double], scale: Double) -> ChiSquaredTest {
        let sum = differences.reduce(0, +)
        let squares = differences.reduce(0) { $0 + $1 * $1 }
        return squares > 0
            ? ChiSquaredTest(scale * sum * sum / squares, degrees: 1)
            : .undefined("no cluster with a difference")
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        ResultValue("clusters", clusters)
        ResultValue("units", units)
        ResultValue("first.estimate", first)
        ResultValue("second.estimate", second)
        ResultValue("difference.estimate", difference)
        ResultValue("difference.standardError", standardError)
        interval.results(under: "difference")
        obuchowski.withoutDegrees.under("obuchowski")
        durkalski.withoutDegrees.under("durkalski")
    }
}
