import StudyFiles

/// Counts of a table: whole numbers of 0 or more.
enum CountColumn {
    /// Larger counts are mistakes, and their sums would not fit.
    static let largest = 1_000_000_000

    /// The count in `row` at `place`.
    static func count(_ table: CSVTable, _ row: CSVTable.Row, _ place: Int) throws -> Int {
        guard let count = Int(row.cells[place]), (0...largest).contains(count) else {
            throw Refusal(
                table.mistake(
                    row.line,
                    "The count \"\(row.cells[place].prefix(40))\" is not a whole number of 0 or "
                        + "more, up to \(largest)."
                ).description)
        }
        return count
    }
}
