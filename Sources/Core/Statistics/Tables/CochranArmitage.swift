/// A trend of a proportion over ordered columns.
///
/// The variance has n as its denominator, as in R `prop.trend.test`.
///
/// Source: Armitage 1955, doi:10.2307/3001775.
public struct CochranArmitage: Hashable, Sendable, NamedResults {
    /// The signed root of the statistic: positive when the first row grows with the score.
    public let z: Quantity
    /// χ² with 1 degree of freedom.
    public let test: ChiSquaredTest

    /// The trend of `row` among `totals`; one score a column.
    init(row: [Int], totals: [Int], scores: [Double]) {
        let n = Double(totals.reduce(0, +))
        let share = Double(row.reduce(0, +)) / n
        let mean = zip(totals, scores).reduce(0) { $0 + Double($1.0) * $1.1 } / n
        let numerator = zip(zip(row, totals), scores).reduce(0) {
            $0 + (Double($1.0.0) - Double($1.0.1) * share) * ($1.1 - mean)
        }
        let spread = zip(totals, scores).reduce(0) {
            $0 + Double($1.0) * ($1.1 - mean) * ($1.1 - mean)
        }
        let variance = share * (1 - share) * spread
        guard variance > 0 else {
            z = .undefined("all scores are equal")
            test = .undefined("all scores are equal")
            return
        }
        let value = numerator / variance.squareRoot()
        z = Quantity(value)
        test = ChiSquaredTest(value * value, degrees: 1)
    }

    /// `z`, `statistic` and `p`.
    @ResultList public var results: [ResultValue] {
        ResultValue("z", z)
        test.withoutDegrees
    }
}
