import ArgumentParser
import ReaderStudies

/// The form in which a command prints a table.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case text, csv

    /// The lines of `table`, whose first row has the names of its columns.
    func text(_ table: [[String]]) -> String {
        switch self {
        case .csv: CSVText.text(table)
        case .text: Self.columns(table).map { "\($0)\n" }.joined()
        }
    }

    /// The rows with each column as wide as its widest field.
    static func columns(_ table: [[String]]) -> [String] {
        guard let first = table.first else { return [] }
        let widths = first.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { row in
            trimmed(
                zip(row, widths).map { field, width in
                    field + String(repeating: " ", count: width - field.count)
                }.joined(separator: "  "))
        }
    }

    /// The text without the spaces at its end.
    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
