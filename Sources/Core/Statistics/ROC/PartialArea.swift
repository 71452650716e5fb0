/// The area under the part of the curve with few false positives, by trapezoids.
///
/// `corrected` is ½ at chance and 1 at best: McClish 1989, doi:10.1177/0272989X8900900307. Agrees
/// with R `pROC::auc(partial.auc =, partial.auc.correct = TRUE)`, which gives NA below chance.
public struct PartialArea: Hashable, Sendable, NamedResults {
    /// From 0 to the largest false positive rate.
    public let estimate: Quantity
    /// Standardised.
    public let corrected: Quantity

    init(_ points: [ROC.Point], to rate: Double) {
        var (area, x, y) = (0.0, 0.0, 0.0)
        for point in points {
            let (nextX, nextY) = (1 - point.specificity, point.sensitivity)
            guard nextX > x else {
                y = nextY
                continue
            }
            let endX = min(nextX, rate)
            let endY = y + (nextY - y) * (endX - x) / (nextX - x)
            area += (endX - x) * (y + endY) / 2
            (x, y) = (nextX, nextY)
            if nextX >= rate { break }
        }
        let chance = rate * rate / 2
        estimate = Quantity(area)
        corrected = Quantity((1 + (area - chance) / (rate - chance)) / 2)
    }

    private init(reason: String) {
        (estimate, corrected) = (.undefined(reason), .undefined(reason))
    }

    static func undefined(_ reason: String) -> Self { Self(reason: reason) }

    /// `estimate` and `corrected`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("corrected", corrected)
    }
}
