/// The area under the ROC curve of units of which several belong to one case.
///
/// Diseased and healthy units of one case may both occur. Placements are summed over each case
/// before their moments are taken. With one unit a case it is DeLong's error, but for factors of
/// n/(n − 1) that are equal here.
///
/// Source: Obuchowski 1997, doi:10.2307/2533958.
public struct ClusteredROC: Hashable, Sendable, NamedResults {
    /// Cases with a unit.
    public let clusters: Int
    /// Ties counted half.
    public let estimate: Quantity
    /// Over clusters.
    public let standardError: Quantity
    /// By the normal distribution, cut to 0...1.
    public let interval: Interval

    /// The area of the ratings of units that are `diseased` or not and belong to `clusters` (any
    /// numbers); the arrays are of one length.
    public init(
        diseased: [Bool], ratings: [Double], clusters: [Int], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard diseased.count == ratings.count, clusters.count == ratings.count else {
            throw .unequalLengths(
                first: "ratings", ratings.count, second: "clusters",
                min(clusters.count, diseased.count))
        }
        let positives = ratings.indices.filter { diseased[$0] }
        let negatives = ratings.indices.filter { !diseased[$0] }
        self.clusters = Set(clusters).count
        guard !positives.isEmpty, !negatives.isEmpty else {
            let reason =
                positives.isEmpty ? AccuracyCounts.noPositives : AccuracyCounts.noNegatives
            (estimate, standardError) = (.undefined(reason), .undefined(reason))
            interval = .undefined(reason)
            return
        }
        let placements = Placements(
            positives: positives.map { ratings[$0] }, negatives: negatives.map { ratings[$0] })
        let area = placements.area
        var sums: [Int: ClusterPart] = [:]
        for (place, unit) in positives.enumerated() {
            sums[clusters[unit], default: ClusterPart()].positive +=
                placements.positives[place] - area
            sums[clusters[unit], default: ClusterPart()].hasPositive = true
        }
        for (place, unit) in negatives.enumerated() {
            sums[clusters[unit], default: ClusterPart()].negative +=
                placements.negatives[place] - area
            sums[clusters[unit], default: ClusterPart()].hasNegative = true
        }
        estimate = Quantity(area)
        guard
            let variance = Self.variance(
                sums.sorted { $0.key < $1.key }.map(\.value), Double(positives.count),
                Double(negatives.count))
        else {
            let reason = "fewer than two cases with diseased or with healthy units"
            (standardError, interval) = (.undefined(reason), .undefined(reason))
            return
        }
        let error = max(0, variance).squareRoot()
        standardError = Quantity(error)
        interval = Interval(around: area, level.z * error).clamped(to: 0...1)
    }

    /// Centred placements of one case.
    private struct ClusterPart {
        var positive = 0.0
        var negative = 0.0
        var hasPositive = false
        var hasNegative = false
    }

    private static func variance(
        _ parts: [ClusterPart], _ positives: Double, _ negatives: Double
    ) -> Double? {
        let own = Double(parts.count { $0.hasPositive })
        let other = Double(parts.count { $0.hasNegative })
        guard own > 1, other > 1 else { return nil }
        let all = Double(parts.count)
        let first = parts.reduce(0) { $0 + $1.positive * $1.positive } * own / (own - 1)
        let second = parts.reduce(0) { $0 + $1.negative * $1.negative } * other / (other - 1)
        let mixed = parts.reduce(0) { $0 + $1.positive * $1.negative } * all / (all - 1)
        return first / (positives * positives) + second / (negatives * negatives)
            + 2 * mixed / (positives * negatives)
    }

    /// `clusters`, `estimate`, `standardError`, `lower` and `upper`.
    @ResultList public var results: [ResultValue] {
        ResultValue("clusters", clusters)
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        interval.results
    }
}
