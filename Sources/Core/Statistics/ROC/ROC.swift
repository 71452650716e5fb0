/// The empirical ROC curve of one reader or test; a high rating means disease.
///
/// Agrees with R `pROC::roc(direction = "<")`, whose Youden thresholds lie midway between two
/// ratings.
public struct ROC: Hashable, Sendable, NamedResults {
    /// One threshold of the curve: a rating of at least this is a positive call.
    public struct Point: Hashable, Sendable {
        /// A rating that occurs.
        public let threshold: Double
        /// Positive calls among the diseased.
        public let sensitivity: Double
        /// Negative calls among the healthy.
        public let specificity: Double

        /// Sensitivity + specificity − 1.
        public var youden: Double { sensitivity + specificity - 1 }
    }

    /// Diseased units.
    public let positives: Int
    /// Healthy units.
    public let negatives: Int
    /// The area.
    public let area: AreaUnderCurve
    /// The curve from the highest threshold to the lowest.
    public let points: [Point]
    private let reason: String?

    /// The curve of `ratings` of units that are `diseased` or not.
    public init(
        ratings: [Double], diseased: [Bool], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard ratings.count == diseased.count else {
            throw .unequalLengths(
                first: "ratings", ratings.count, second: "truths", diseased.count)
        }
        positives = diseased.count { $0 }
        negatives = diseased.count - positives
        reason = Self.tooFew(positives, negatives)
        if let reason {
            area = .undefined(reason)
            points = []
        } else {
            area = AreaUnderCurve(Self.placements(ratings, diseased), level)
            points = Self.curve(ratings, diseased, positives, negatives)
        }
    }

    static func tooFew(_ positives: Int, _ negatives: Int) -> String? {
        positives < 2
            ? "fewer than two positives" : negatives < 2 ? "fewer than two negatives" : nil
    }

    static func placements(_ ratings: [Double], _ diseased: [Bool]) -> Placements {
        Placements(
            positives: ratings.indices.filter { diseased[$0] }.map { ratings[$0] },
            negatives: ratings.indices.filter { !diseased[$0] }.map { ratings[$0] })
    }

    private static func curve(
        _ ratings: [Double], _ diseased: [Bool], _ positives: Int, _ negatives: Int
    ) -> [Point] {
        let order = ratings.indices.sorted { ratings[$0] > ratings[$1] }
        var (points, hits, alarms): ([Point], Int, Int) = ([], 0, 0)
        for (place, row) in order.enumerated() {
            if diseased[row] { hits += 1 } else { alarms += 1 }
            let isLast = place + 1 == order.count || ratings[order[place + 1]] != ratings[row]
            guard isLast else { continue }
            points.append(
                Point(
                    threshold: ratings[row], sensitivity: Double(hits) / Double(positives),
                    specificity: 1 - Double(alarms) / Double(negatives)))
        }
        return points
    }

    /// The point with the largest Youden index; of equal ones, within 1e-12, the lowest threshold.
    public var best: Point? {
        guard let largest = points.map(\.youden).max() else { return nil }
        return points.last { $0.youden >= largest - 1e-12 }
    }

    /// Sensitivity and specificity when a rating of at least `threshold` is a positive call.
    public func accuracy(at threshold: Double) -> (sensitivity: Quantity, specificity: Quantity) {
        if let reason { return (.undefined(reason), .undefined(reason)) }
        guard let point = points.last(where: { $0.threshold >= threshold }) else {
            return (.value(0), .value(1))
        }
        return (.value(point.sensitivity), .value(point.specificity))
    }

    /// The area where the false positive rate is at most `rate` (above 0, at most 1).
    public func partialArea(to rate: Double) throws(StatisticsError) -> PartialArea {
        guard rate > 0 && rate <= 1 else {
            throw .proportionOutOfRange(name: "maximumFalsePositiveRate", rate)
        }
        return reason.map { .undefined($0) } ?? PartialArea(points, to: rate)
    }

    /// Counts, `auc` and `youden`.
    @ResultList public var results: [ResultValue] {
        ResultValue("positives", positives)
        ResultValue("negatives", negatives)
        area.results(under: "auc")
        ResultValue("youden.threshold", best.map { .value($0.threshold) } ?? none)
        ResultValue("youden.index", best.map { .value($0.youden) } ?? none)
        ResultValue("youden.sensitivity", best.map { .value($0.sensitivity) } ?? none)
        ResultValue("youden.specificity", best.map { .value($0.specificity) } ?? none)
    }

    private var none: Quantity { .undefined(reason ?? "no ratings") }
}
