import StudyFiles

/// Counts of a table: whole numbers of 0 or more.
enum CountColumn {
    /// The count in `row` at `place`.
    static func count(_ table: CSVTable, _ row: CSVTable.Row, _ place: Int) throws -> Int {
        guard let count = Int(row.cells[place]), count >= 0 else {
            throw Refusal(
                table.mistake(
                    row.line,
                    "The count \"\(row.cells[place].prefix(40))\" is not a whole number of 0 or "
                        + "more."
                ).description)
        }
        return count
    }
}
