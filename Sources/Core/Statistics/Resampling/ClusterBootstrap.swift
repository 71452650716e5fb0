/// Intervals by drawing whole clusters again, with replacement.
///
/// Percentile limits are type 7 quantiles; BCa takes its acceleration from leaving out each cluster.
/// A replicate in which the statistic is undefined is counted, not hidden.
///
/// Source: Efron 1987, doi:10.1080/01621459.1987.10478410; Field and Welsh 2007. The
/// percentile limits are `quantile` of the draws of R `boot::boot`, to the error of simulation.
public struct ClusterBootstrap: Hashable, Sendable, NamedResults {
    /// Draws.
    public let replicates: Int
    /// Draws in which the statistic was undefined.
    public let failures: Int
    /// Between quantiles of the draws.
    public let percentile: Interval
    /// Corrected for bias and acceleration.
    public let bca: Interval

    /// Draws `clusters` clusters `replicates` times; `statistic` gets how often each was drawn.
    public init(
        clusters: Int, replicates: Int, seed: UInt64, level: ConfidenceLevel = .standard,
        statistic: ([Int]) -> Double?
    ) throws(StatisticsError) {
        guard replicates >= 100 && replicates <= 1_000_000 else {
            throw .badParameter(
                name: "bootstrap", sentence: "Draw at least 100 and at most 1000000 times.")
        }
        guard clusters >= 2 else {
            throw .unsuitableDesign(
                "There are \(clusters) clusters. A bootstrap needs at least two.")
        }
        let draws = Self.draws(clusters, replicates, seed, statistic).sorted()
        self.replicates = replicates
        failures = replicates - draws.count
        guard !draws.isEmpty, let estimate = statistic([Int](repeating: 1, count: clusters)) else {
            percentile = .undefined("the statistic is undefined in every draw")
            bca = percentile
            return
        }
        percentile = Interval(
            Self.quantile(draws, level.lowerProbability),
            Self.quantile(draws, level.upperProbability))
        bca = Self.corrected(
            draws, estimate, Self.acceleration(clusters, statistic), level)
    }

    private static func draws(
        _ clusters: Int, _ replicates: Int, _ seed: UInt64, _ statistic: ([Int]) -> Double?
    ) -> [Double] {
        var generator = SplitMix64(seed: seed)
        var found: [Double] = []
        found.reserveCapacity(replicates)
        for _ in 0..<replicates {
            var times = [Int](repeating: 0, count: clusters)
            for _ in 0..<clusters { times[generator.below(clusters)] += 1 }
            if let value = statistic(times), value.isFinite { found.append(value) }
        }
        return found
    }

    /// Type 7: between the two draws around (n − 1)·probability.
    static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
        let place = Double(sorted.count - 1) * probability
        let lower = min(sorted.count - 1, max(0, Int(place)))
        let upper = min(sorted.count - 1, lower + 1)
        return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }

    /// The skewness of the influence of each cluster / 6; `nil` where leaving one out is undefined.
    private static func acceleration(
        _ clusters: Int, _ statistic: ([Int]) -> Double?
    ) -> Double? {
        var values: [Double] = []
        for cluster in 0..<clusters {
            var times = [Int](repeating: 1, count: clusters)
            times[cluster] = 0
            guard let value = statistic(times) else { return nil }
            values.append(value)
        }
        let mean = values.reduce(0, +) / Double(clusters)
        let squares = values.reduce(0) { $0 + (mean - $1) * (mean - $1) }
        let cubes = values.reduce(0) { $0 + (mean - $1) * (mean - $1) * (mean - $1) }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : nil
    }

    private static func corrected(
        _ draws: [Double], _ estimate: Double, _ acceleration: Double?, _ level: ConfidenceLevel
    ) -> Interval {
        guard let acceleration else {
            return .undefined("leaving out one cluster leaves the statistic undefined or unchanged")
        }
        let below = draws.reduce(0.0) { $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0) }
        guard below > 0, below < Double(draws.count) else {
            return .undefined("every draw lies on one side of the estimate")
        }
        let bias = NormalDistribution.quantile(below / Double(draws.count))
        func limit(_ probability: Double) -> Double {
            let shifted = bias + NormalDistribution.quantile(probability)
            return quantile(
                draws, NormalDistribution.lowerTail(bias + shifted / (1 - acceleration * shifted)))
        }
        return Interval(limit(level.lowerProbability), limit(level.upperProbability))
    }

    /// `replicates`, `failures`, `percentile` and `bca`.
    @ResultList public var results: [ResultValue] {
        ResultValue("replicates", replicates)
        ResultValue("failures", failures)
        percentile.results(under: "percentile")
        bca.results(under: "bca")
    }
}
