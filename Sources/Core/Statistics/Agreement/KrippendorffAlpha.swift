/// Krippendorff's α: 1 − observed / expected disagreement, for any number of raters and missing
/// ratings.
///
/// By the coincidence matrix, so that the time grows with the ratings and not with their pairs.
/// Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability. Agrees with R
/// `irrCAC::krippen.alpha.raw` (nominal) and Python `krippendorff`; `irr::kripp.alpha` is wrong
/// for complete data of more than two raters.
public struct KrippendorffAlpha: Hashable, Sendable {
    /// How far apart two categories are.
    public enum Metric: String, Hashable, Sendable, CaseIterable {
        /// Same or not.
        case nominal
        /// By the ratings between them.
        case ordinal
        /// By the difference of their values.
        case interval
    }

    private let order: Int
    private let coincidences: [Double]
    private let margins: [Double]

    /// The coincidences in `matrix`.
    public init(_ matrix: RatingMatrix) {
        order = matrix.categories.count
        var coincidences = [Double](repeating: 0, count: order * order)
        var own = [Double](repeating: 0, count: order)
        for unit in 0..<matrix.unitCount {
            for category in 0..<order { own[category] = 0 }
            var total = 0.0
            for rater in 0..<matrix.raterCount {
                let category = matrix.category(unit, rater)
                guard category >= 0 else { continue }
                own[category] += 1
                total += 1
            }
            guard total >= 2 else { continue }
            for row in 0..<order where own[row] > 0 {
                for column in 0..<order where own[column] > 0 {
                    let pairs = own[row] * (row == column ? own[row] - 1 : own[column])
                    coincidences[row * order + column] += pairs / (total - 1)
                }
            }
        }
        self.coincidences = coincidences
        let order = order
        margins = (0..<order).map { row in
            (0..<order).reduce(0) { $0 + coincidences[row * order + $1] }
        }
    }

    /// α by `metric`; `values` are the numbers of the categories, needed for `interval` alone.
    public func estimate(_ metric: Metric, values: [Double]) -> Quantity {
        let total = margins.reduce(0, +)
        var (observed, expected) = (0.0, 0.0)
        for row in 0..<order {
            for column in 0..<order where row != column {
                let distance = squaredDistance(metric, row, column, values)
                observed += coincidences[row * order + column] * distance
                expected += margins[row] * margins[column] * distance
            }
        }
        guard total > 0 else { return .undefined("no unit has two ratings") }
        guard expected > 0 else { return .undefined("every pairable rating is the same") }
        return Quantity(1 - (total - 1) * observed / expected)
    }

    private func squaredDistance(
        _ metric: Metric, _ row: Int, _ column: Int, _ values: [Double]
    ) -> Double {
        switch metric {
        case .nominal: return 1
        case .interval:
            let difference = values[row] - values[column]
            return difference * difference
        case .ordinal:
            let between = margins[min(row, column)...max(row, column)].reduce(0, +)
            let distance = between - (margins[row] + margins[column]) / 2
            return distance * distance
        }
    }
}
