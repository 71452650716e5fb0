import Analysis
import ReaderStudies

/// A table of shaded cells: counts of two classifications, or a coefficient for every two readers.
struct MatrixChart {
    /// Labels of the rows, from above.
    let rows: [String]
    /// Labels of the columns, from the left.
    let columns: [String]
    /// What the rows are.
    let rowTitle: String
    /// What the columns are.
    let columnTitle: String
    /// The text and the shade (0 to 1) of every cell.
    let cells: [[(text: String, shade: Double)]]

    /// Counts; shades go by the share of the largest.
    init(_ table: CrossTable) {
        (rows, columns) = (table.rows, table.columns)
        (rowTitle, columnTitle) = (table.rowTitle, table.columnTitle)
        let largest = Double(max(table.counts.flatMap(\.self).max() ?? 0, 1))
        cells = table.counts.map { row in row.map { ("\($0)", Double($0) / largest) } }
    }

    /// Coefficients; shades go from 0 to 1, and agreement below chance is as pale as none.
    init(_ matrix: AgreementMatrix) {
        (rows, columns) = (matrix.readers, matrix.readers)
        (rowTitle, columnTitle) = ("", "")
        cells = matrix.values.map { row in
            row.map { quantity in
                guard let value = quantity.value else { return ("", 0) }
                return (NumberText.fixed(value, places: 2), min(max(value, 0), 1))
            }
        }
    }

    /// The chart.
    var chart: Chart {
        let marks = cells.enumerated().flatMap { row, cells in
            cells.enumerated().map { column, cell in
                ChartMark.cell(
                    .init(Double(column) + 0.5, Double(row) + 0.5),
                    .init(Double(column) + 1.5, Double(row) + 1.5), shade: cell.shade,
                    text: cell.text)
            }
        }
        return Chart(
            shape: .square, x: .columns(title: columnTitle, columns),
            y: .rows(title: rowTitle, rows), marks: marks)
    }
}
