import Glibc

/// A table of counts and its tests of independence.
///
/// Empty rows and columns are left out first. Pearson's χ² without continuity correction (R
/// `chisq.test(correct = FALSE)`), the likelihood ratio, Cramér's V (1946); for 2 × 2 also Yates's
/// correction and Fisher's test; for two rows and more columns each column against the rest, and
/// the trend.
public struct ContingencyTable: Hashable, Sendable, NamedResults {
    static let tooSmall = "fewer than two rows or columns"

    /// Labels of the columns that are not empty.
    public let columnLabels: [String]
    /// Counts that are left, by row and column.
    public let counts: [[Int]]
    /// Empty rows that were left out.
    public let droppedRows: Int
    /// Empty columns that were left out.
    public let droppedColumns: Int
    private let scores: [Double]
    private let level: ConfidenceLevel

    /// The table of `counts` (rows × columns), whose columns have labels and scores (1, 2, … unless
    /// given).
    public init(
        _ counts: [[Int]], columnLabels: [String], scores: [Double]? = nil,
        level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        for row in counts {
            guard row.count == columnLabels.count else {
                throw .unequalLengths(
                    first: "a row", row.count, second: "column labels", columnLabels.count)
            }
            for count in row where count < 0 { throw .negativeCount(name: "count", count) }
        }
        if let scores, scores.count != columnLabels.count {
            throw .unequalLengths(
                first: "scores", scores.count, second: "columns", columnLabels.count)
        }
        let rows = counts.filter { $0.contains { $0 > 0 } }
        let columns = columnLabels.indices.filter { column in rows.contains { $0[column] > 0 } }
        self.counts = rows.map { row in columns.map { row[$0] } }
        self.columnLabels = columns.map { columnLabels[$0] }
        droppedRows = counts.count - rows.count
        droppedColumns = columnLabels.count - columns.count
        let given = scores ?? columnLabels.indices.map { Double($0 + 1) }
        self.scores = columns.map { given[$0] }
        self.level = level
    }

    /// All counts together.
    public var total: Int { rowTotals.reduce(0, +) }
    /// Rows that are left.
    public var rowCount: Int { counts.count }
    /// Columns that are left.
    public var columnCount: Int { columnLabels.count }
    private var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }
    private var columnTotals: [Int] {
        columnLabels.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    }
    private var isLarge: Bool { rowCount > 1 && columnCount > 1 }
    private var degrees: Int { (rowCount - 1) * (columnCount - 1) }

    /// Observed and expected counts of all cells.
    private var cells: [(observed: Double, expected: Double)] {
        let (rows, columns, n) = (rowTotals, columnTotals, Double(total))
        return counts.indices.flatMap { row in
            columns.indices.map { column in
                (
                    Double(counts[row][column]),
                    Double(rows[row]) * Double(columns[column]) / n
                )
            }
        }
    }

    /// Pearson's test.
    public var pearson: ChiSquaredTest {
        guard isLarge else { return .undefined(Self.tooSmall) }
        return ChiSquaredTest(Self.statistic(cells, correction: 0), degrees: degrees)
    }

    /// The likelihood ratio test.
    public var likelihoodRatio: ChiSquaredTest {
        guard isLarge else { return .undefined(Self.tooSmall) }
        let sum = cells.filter { $0.observed > 0 }
            .reduce(0) { $0 + $1.observed * log($1.observed / $1.expected) }
        return ChiSquaredTest(2 * sum, degrees: degrees)
    }

    /// From 0 (independent) to 1.
    public var cramersV: Quantity {
        guard isLarge else { return .undefined(Self.tooSmall) }
        let smaller = Double(min(rowCount, columnCount) - 1)
        return pearson.statistic.map { ($0 / (Double(total) * smaller)).squareRoot() }
    }

    /// The smallest count that independence expects.
    public var minimumExpected: Quantity {
        guard isLarge else { return .undefined(Self.tooSmall) }
        return Quantity(cells.map(\.expected).min() ?? 0)
    }

    /// Yates's test of a 2 × 2 table.
    public var continuity: ChiSquaredTest? {
        guard rowCount == 2, columnCount == 2 else { return nil }
        let smallest = cells.map { abs($0.observed - $0.expected) }.min() ?? 0
        return ChiSquaredTest(
            Self.statistic(cells, correction: min(0.5, smallest)), degrees: 1)
    }

    /// Fisher's test of a 2 × 2 table of at most a million units; with more, χ² is as good.
    public var fisher: FisherExact? {
        guard rowCount == 2, columnCount == 2, total <= 1_000_000 else { return nil }
        return FisherExact(counts[0][0], counts[0][1], counts[1][0], counts[1][1], level)
    }

    /// Each column of a table of two rows against all others.
    public var categories: [(label: String, test: ChiSquaredTest)] {
        guard rowCount == 2, columnCount > 2 else { return [] }
        let rows = rowTotals
        return columnLabels.indices.compactMap { column in
            let split = counts.indices.map {
                [counts[$0][column], rows[$0] - counts[$0][column]]
            }
            let table = try? ContingencyTable(split, columnLabels: ["one", "rest"])
            return table.map { (columnLabels[column], $0.pearson) }
        }
    }

    /// The trend of the first of two rows over more than two columns.
    public var trend: CochranArmitage? {
        guard rowCount == 2, columnCount > 2 else { return nil }
        return CochranArmitage(row: counts[0], totals: columnTotals, scores: scores)
    }

    private static func statistic(
        _ cells: [(observed: Double, expected: Double)], correction: Double
    ) -> Double {
        cells.reduce(0) {
            let difference = abs($1.observed - $1.expected) - correction
            return $0 + difference * difference / $1.expected
        }
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        ResultValue("n", total)
        ResultValue("rows", rowCount)
        ResultValue("columns", columnCount)
        ResultValue("droppedRows", droppedRows)
        ResultValue("droppedColumns", droppedColumns)
        pearson.results
        likelihoodRatio.withoutDegrees.under("likelihoodRatio")
        ResultValue("cramersV", cramersV)
        ResultValue("minimumExpected", minimumExpected)
        if let continuity { continuity.withoutDegrees.under("continuity") }
        if let fisher { fisher.results(under: "fisher") }
        for (label, test) in categories {
            test.withoutDegrees.under("category.\(ResultValue.part(label))")
        }
        if let trend { trend.results(under: "trend") }
    }
}
