import Statistics
import StudyFiles

extension StatisticsMethod {
    /// Tests of independence in a table of counts.
    static let chiSquare = StatisticsMethod(
        name: "chi-square",
        question: "Are the rows and columns of a table of counts independent?",
        columns: "row, column, count",
        parameters: [("scores", "one number a column for the trend (1,2,…)")],
        assumptions:
            "Independent units; expected counts of at least 5 for χ² (see minimumExpected).",
        source: """
            Pearson 1900; Yates 1934; Fisher 1935; Armitage 1955. R: chisq.test, fisher.test, \
            prop.trend.test.
            """,
        compute: { request in
            let table = try request.demandTable()
            let (counts, columns) = try crossTable(table)
            return try ContingencyTable(
                counts, columnLabels: columns, scores: try request.parameters.numbers("scores"),
                level: try request.parameters.level()
            ).results
        })

    /// Counts by row and column, both in the order of the file.
    private static func crossTable(_ table: CSVTable) throws -> ([[Int]], columns: [String]) {
        let places = try TableColumns(table, needed: ["row", "column", "count"])
        var (rows, columns): ([String], [String]) = ([], [])
        var cells: [String: [String: Int]] = [:]
        for line in table.rows {
            let (row, column) = (
                line.cells[places.place("row")], line.cells[places.place("column")]
            )
            if !rows.contains(row) { rows.append(row) }
            if !columns.contains(column) { columns.append(column) }
            try TableLimits.demand(rows.count * 100, by: columns.count * 100, "rows and columns")
            let count = try CountColumn.count(table, line, places.place("count"))
            guard cells[row, default: [:]].updateValue(count, forKey: column) == nil else {
                throw Refusal(
                    table.mistake(
                        line.line, "A second count of row \(row), column \(column). Leave one out."
                    ).description)
            }
        }
        return (rows.map { row in columns.map { cells[row]?[$0] ?? 0 } }, columns)
    }
}
