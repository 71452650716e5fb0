/// Conger's κ: chance by each rater's own shares; for two raters it is Cohen's.
///
/// Source: Conger 1980, doi:10.1037/0033-2909.88.2.322; error by Gwet 2014. Agrees with R
/// `irrCAC::conger.kappa.raw`.
public enum CongerKappa {
    static func coefficient(
        _ matrix: RatingMatrix, _ units: UnitAgreement, _ level: ConfidenceLevel
    ) -> AgreementCoefficient {
        let margins = RaterMargins(matrix, units)
        guard let shares = margins.shares else { return .undefined("a rater has no rating") }
        let (raters, order) = (matrix.raterCount, units.order)
        let sums = (0..<order).map { category in
            (0..<raters).reduce(0) { $0 + shares[$1 * order + category] }
        }
        var chance = 0.0
        var influence = [Double](repeating: 0, count: raters * order)
        for rater in 0..<raters {
            for category in 0..<order {
                // What this rater's category meets among the other raters.
                influence[rater * order + category] = (0..<order).reduce(0) {
                    $0 + units.weights[category * order + $1]
                        * (sums[$1] - shares[rater * order + $1])
                }
                chance +=
                    shares[rater * order + category] * influence[rater * order + category]
            }
        }
        let pairs = Double(raters * (raters - 1))
        return AgreementCoefficient(
            units, chance: chance / pairs,
            chanceOfUnit: margins.chanceOfUnit(matrix, units, shares, influence), level)
    }
}

/// How each rater used the categories.
private struct RaterMargins {
    /// Ratings of each rater.
    let totals: [Double]
    /// Shares of the categories by rater; `nil` where a rater has no rating.
    let shares: [Double]?

    init(_ matrix: RatingMatrix, _ units: UnitAgreement) {
        var counts = [Double](repeating: 0, count: matrix.raterCount * units.order)
        var totals = [Double](repeating: 0, count: matrix.raterCount)
        for unit in units.rows {
            for rater in 0..<matrix.raterCount {
                let category = matrix.category(unit, rater)
                guard category >= 0 else { continue }
                counts[rater * units.order + category] += 1
                totals[rater] += 1
            }
        }
        self.totals = totals
        shares =
            totals.contains(0)
            ? nil : counts.indices.map { counts[$0] / totals[$0 / units.order] }
    }

    /// The part of each unit in the chance agreement; a missing rating counts as the rater's mean.
    func chanceOfUnit(
        _ matrix: RatingMatrix, _ units: UnitAgreement, _ shares: [Double], _ influence: [Double]
    ) -> [Double] {
        let (raters, order, n) = (matrix.raterCount, units.order, Double(units.count))
        let means = (0..<raters).map { rater in
            (0..<order).reduce(0) {
                $0 + shares[rater * order + $1] * influence[rater * order + $1]
            }
        }
        return units.rows.map { unit in
            let sum = (0..<raters).reduce(0.0) { sum, rater in
                let category = matrix.category(unit, rater)
                let share = totals[rater] / n
                let own =
                    category >= 0
                    ? influence[rater * order + category] - (1 - share) * means[rater]
                    : share * means[rater]
                return sum + own / share
            }
            return sum / Double(raters * (raters - 1))
        }
    }
}
