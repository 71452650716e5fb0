/// Cohen's κ of two raters, plain or weighted, over the units that both rated.
///
/// Source: Cohen 1960, doi:10.1177/001316446002000104; errors by Fleiss, Cohen and Everitt 1969,
/// doi:10.1037/h0028106. Agrees with R `vcd::Kappa`; `psych::cohen.kappa` 2.2.9 has a wrong error
/// of weighted κ.
public struct CohenKappa: Hashable, Sendable, NamedResults {
    /// 1 is perfect, 0 what chance gives.
    public let estimate: Quantity
    /// For large numbers of units.
    public let standardError: Quantity
    /// By the normal distribution.
    public let interval: Interval
    /// Against no agreement beyond chance.
    public let test: NullTest

    /// κ of `table` with `weights`.
    public init(
        _ table: SquareTable, _ weights: AgreementWeights, level: ConfidenceLevel = .standard
    ) {
        guard table.total > 0 else {
            self = .undefined(nil, "no unit has both ratings")
            return
        }
        let moments = CohenMoments(table, weights)
        guard 1 - moments.chance > 1e-12 else {
            self = .undefined(
                nil, "both raters used one and the same category: chance agreement is 1")
            return
        }
        let kappa = (moments.observed - moments.chance) / (1 - moments.chance)
        let isConstant = [table.rows, table.columns].contains { $0.count { $0 > 0 } == 1 }
        guard !isConstant else {
            self = .undefined(
                0, "one rater used a single category: kappa is 0 whatever the other says")
            return
        }
        let error = moments.variance.squareRoot()
        self = Self(
            estimate: Quantity(kappa), standardError: Quantity(error),
            interval: Interval(around: kappa, level.z * error),
            test: NullTest(kappa, error: moments.nullVariance.squareRoot()))
    }

    private init(
        estimate: Quantity, standardError: Quantity, interval: Interval, test: NullTest
    ) {
        (self.estimate, self.standardError) = (estimate, standardError)
        (self.interval, self.test) = (interval, test)
    }

    /// κ alone, or nothing, for `reason`.
    private static func undefined(_ kappa: Double?, _ reason: String) -> Self {
        Self(
            estimate: kappa.map { Quantity($0) } ?? .undefined(reason),
            standardError: .undefined(reason), interval: .undefined(reason),
            test: .undefined(reason))
    }

    /// `estimate`, `standardError`, `lower`, `upper`, `standardErrorNull`, `z` and `p`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        interval.results
        test.results
    }
}

/// Observed and chance agreement of a table, and the variances of κ.
struct CohenMoments {
    let observed: Double
    let chance: Double
    let variance: Double
    let nullVariance: Double

    init(_ table: SquareTable, _ weights: AgreementWeights) {
        let (order, n) = (table.order, table.total)
        let weight = weights.matrix(order)
        let rows = table.rows.map { $0 / n }
        let columns = table.columns.map { $0 / n }
        // The mean weight of each category of one rater against the other rater's shares.
        let ofRow = (0..<order).map { row in
            (0..<order).reduce(0) { $0 + weight[row * order + $1] * columns[$1] }
        }
        let ofColumn = (0..<order).map { column in
            (0..<order).reduce(0) { $0 + weight[$1 * order + column] * rows[$1] }
        }
        let chance = zip(rows, ofRow).reduce(0) { $0 + $1.0 * $1.1 }
        var (observed, sum, nullSum) = (0.0, 0.0, 0.0)
        for row in 0..<order {
            for column in 0..<order {
                observed += weight[row * order + column] * table[row, column] / n
            }
        }
        // The mean of the terms below; centred first, they lose no digits at perfect agreement.
        let mean = observed * (1 + chance) - 2 * chance
        for row in 0..<order {
            for column in 0..<order {
                let own = weight[row * order + column]
                let margin = ofRow[row] + ofColumn[column]
                let term = own * (1 - chance) - margin * (1 - observed) - mean
                let nullTerm = own - margin + chance
                sum += table[row, column] / n * term * term
                nullSum += rows[row] * columns[column] * nullTerm * nullTerm
            }
        }
        let rest = 1 - chance
        (self.observed, self.chance) = (observed, chance)
        variance = sum / (n * rest * rest * rest * rest)
        nullVariance = nullSum / (n * rest * rest)
    }
}
