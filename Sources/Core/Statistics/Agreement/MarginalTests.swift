/// Whether two raters use the categories alike.
enum MarginalTests {
    /// Bowker's test of symmetry; a pair of empty cells is left out with its degree of freedom.
    ///
    /// Source: Bowker 1948, doi:10.1080/01621459.1948.10483284. Agrees with R `mcnemar.test`, which
    /// gives NaN where a pair of cells is empty.
    static func bowker(_ table: SquareTable) -> ChiSquaredTest {
        var (statistic, degrees) = (0.0, 0)
        for row in 0..<table.order {
            for column in 0..<row {
                let sum = table[row, column] + table[column, row]
                guard sum > 0 else { continue }
                let difference = table[row, column] - table[column, row]
                statistic += difference * difference / sum
                degrees += 1
            }
        }
        return degrees > 0
            ? ChiSquaredTest(statistic, degrees: degrees) : .undefined("no disagreement")
    }

    /// The test of Stuart and Maxwell of equal margins, over categories that either rater used.
    ///
    /// Source: Stuart 1955, doi:10.1093/biomet/42.3-4.412; Maxwell 1970. Agrees with R
    /// `contingencytables::Stuart_test_paired_cxc`; `irr::stuart.maxwell.mh` drops categories with
    /// equal margins.
    static func stuartMaxwell(_ table: SquareTable) throws(StatisticsError) -> ChiSquaredTest {
        let (rows, columns) = (table.rows, table.columns)
        let used = (0..<table.order).filter { rows[$0] + columns[$0] > 0 }.dropLast()
        guard !used.isEmpty else { return .undefined("fewer than two categories are used") }
        let places = Array(used)
        var variance = SymmetricMatrix(order: places.count)
        for (i, row) in places.enumerated() {
            for (j, column) in places.enumerated() {
                variance[i, j] =
                    row == column
                    ? rows[row] + columns[row] - 2 * table[row, row]
                    : -(table[row, column] + table[column, row])
            }
        }
        let differences = places.map { rows[$0] - columns[$0] }
        do throws(StatisticsError) {
            let inverse = try variance.inverse("Stuart–Maxwell", "")
            return ChiSquaredTest(inverse.quadraticForm(differences), degrees: places.count)
        } catch {
            guard case .singular = error else { throw error }
            return .undefined("singular: no disagreement in some category")
        }
    }
}
