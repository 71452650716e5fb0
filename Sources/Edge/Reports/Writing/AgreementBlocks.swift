import Analysis
import ReaderStudies

/// A coefficient for every two readers, as a table and a heat map.
struct AgreementBlocks {
    /// The coefficients.
    let matrix: AgreementMatrix
    /// Names of the records.
    let sources: SourceRegister

    /// Table and figure.
    var blocks: [ReportDocument.Block] {
        [.table(table)]
            + (matrix.readers.count > 2
                ? [
                    .figure(
                        Figure(
                            title: title, alternative: alternative,
                            chart: MatrixChart(matrix).chart))
                ] : [])
    }

    private var title: String {
        let about = matrix.stratum.text
        return "\(matrix.label) of every two readers" + (about.isEmpty ? "" : ": \(about)")
    }

    private var pairs: [(first: Int, second: Int)] {
        matrix.readers.indices.flatMap { first in
            matrix.readers.indices.dropFirst(first + 1).map { (first, $0) }
        }
    }

    private var table: ReportTable {
        var notes = Footnotes()
        let rows = pairs.map { first, second in
            let quantity = matrix.values[first][second]
            return [
                matrix.readers[first], matrix.readers[second], text(quantity),
                "\(matrix.units[first][second])",
                quantity.reason.map { "(\(notes.mark($0)))" } ?? "",
                sources.name(of: matrix.source),
            ]
        }
        return ReportTable(
            title: title,
            columns: [
                .words("Reader"), .words("And"), .numbers(matrix.label), .numbers("Units"),
                .words("Notes"), .words("Source"),
            ], keys: 2, rows: rows, notes: notes.lines)
    }

    private var alternative: String {
        let values = pairs.map { first, second in
            let names = "\(matrix.readers[first]) and \(matrix.readers[second])"
            return "\(names) \(text(matrix.values[first][second]))"
        }
        return "Heat map. " + values.joined(separator: "; ") + "."
    }

    private func text(_ quantity: Quantity) -> String {
        quantity.value.map { NumberText.fixed($0, places: 3) } ?? EstimateText.none
    }
}
