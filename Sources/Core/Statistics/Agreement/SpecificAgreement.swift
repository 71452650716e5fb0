/// Agreement of two raters without correction for chance, category by category.
///
/// Source: Cicchetti and Feinstein 1990, doi:10.1016/0895-4356(90)90159-M; Byrt, Bishop and Carlin
/// 1993, doi:10.1016/0895-4356(93)90018-V (PABAK, prevalence and bias index).
public struct SpecificAgreement: Hashable, Sendable, NamedResults {
    private let table: SquareTable
    private let categories: [String]
    private static let noUnits = "no unit has both ratings"

    init(_ table: SquareTable, categories: [String]) {
        (self.table, self.categories) = (table, categories)
    }

    /// (k·agreement − 1) / (k − 1).
    public var pabak: Quantity {
        let (k, n) = (Double(table.order), table.total)
        let agreeing = (0..<table.order).reduce(0) { $0 + table[$1, $1] }
        guard table.order > 1 else { return .undefined("a single category") }
        return Quantity.ratio(agreeing, n, Self.noUnits).map { (k * $0 - 1) / (k - 1) }
    }

    /// How far the raters agree on one category: 2a / (2a + b + c).
    public func agreement(on category: Int) -> Quantity {
        .ratio(
            2 * table[category, category], table.rows[category] + table.columns[category],
            "category not used")
    }

    /// (both positive − both negative) / units, for two categories.
    public var prevalenceIndex: Quantity {
        .ratio(table[1, 1] - table[0, 0], table.total, Self.noUnits)
    }

    /// (first alone positive − second alone positive) / units, for two categories.
    public var biasIndex: Quantity {
        .ratio(table[1, 0] - table[0, 1], table.total, Self.noUnits)
    }

    /// PABAK, and by the number of categories the two-category indices or one number a category.
    @ResultList public var results: [ResultValue] {
        ResultValue("pabak.estimate", pabak)
        if table.order == 2 {
            ResultValue("positiveAgreement.estimate", agreement(on: 1))
            ResultValue("negativeAgreement.estimate", agreement(on: 0))
            ResultValue("prevalenceIndex.estimate", prevalenceIndex)
            ResultValue("biasIndex.estimate", biasIndex)
        } else {
            for (place, label) in categories.enumerated() {
                ResultValue(
                    "category.\(ResultValue.part(label)).specificAgreement", agreement(on: place))
            }
        }
    }
}
