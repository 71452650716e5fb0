/// Cohen's κ of two raters with whole cases drawn again, for several sites a case.
///
/// Each case is its table of pairs of categories, so that a draw adds tables and reads no ratings.
public enum KappaBootstrap {
    /// The bootstrap of κ with `weights`; `clusters` has one place (from 0) for each unit.
    public static func intervals(
        _ matrix: RatingMatrix, clusters: [Int], weights: AgreementWeights, replicates: Int,
        seed: UInt64, level: ConfidenceLevel = .standard
    ) throws(StatisticsError) -> ClusterBootstrap {
        guard clusters.count == matrix.unitCount else {
            throw .unequalLengths(
                first: "clusters", clusters.count, second: "units", matrix.unitCount)
        }
        let order = matrix.categories.count
        let cells = order * order
        let count = (clusters.max() ?? -1) + 1
        var tables = [Double](repeating: 0, count: count * cells)
        for unit in 0..<matrix.unitCount {
            let (first, second) = (matrix.category(unit, 0), matrix.category(unit, 1))
            guard first >= 0 && second >= 0 else { continue }
            tables[clusters[unit] * cells + first * order + second] += 1
        }
        let weight = weights.matrix(order)
        return try ClusterBootstrap(
            clusters: count, replicates: replicates, seed: seed, level: level
        ) { times in
            var sum = [Double](repeating: 0, count: cells)
            for (cluster, time) in times.enumerated() where time > 0 {
                let start = cluster * cells
                for cell in 0..<cells { sum[cell] += Double(time) * tables[start + cell] }
            }
            return kappa(sum, order, weight)
        }
    }

    /// κ of a table of counts; `nil` where chance agreement is 1 or there are no pairs.
    private static func kappa(_ counts: [Double], _ order: Int, _ weights: [Double]) -> Double? {
        var (total, observed) = (0.0, 0.0)
        var rows = [Double](repeating: 0, count: order)
        var columns = rows
        for row in 0..<order {
            for column in 0..<order {
                let count = counts[row * order + column]
                total += count
                observed += weights[row * order + column] * count
                rows[row] += count
                columns[column] += count
            }
        }
        var chance = 0.0
        for row in 0..<order {
            for column in 0..<order {
                chance += weights[row * order + column] * rows[row] * columns[column]
            }
        }
        chance /= total * total
        guard total > 0, 1 - chance > 1e-12 else { return nil }
        return (observed / total - chance) / (1 - chance)
    }
}
