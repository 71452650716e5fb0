import StudyFiles

/// Where each column of a table is.
struct TableColumns {
    private let places: [String: Int]

    /// The columns of `table`, which must have all `needed`, and every row as many cells as the
    /// header.
    init(_ table: CSVTable, needed: [String]) throws {
        var places: [String: Int] = [:]
        for (place, name) in table.header.enumerated() {
            guard places.updateValue(place, forKey: name) == nil else {
                throw Refusal(
                    table.mistake(1, "The column \(name) stands twice. Leave one out.").description)
            }
        }
        for name in needed where places[name] == nil {
            throw Refusal(
                table.mistake(
                    1,
                    "The column \(name) is missing. The method needs "
                        + needed.joined(separator: ", ") + "."
                ).description)
        }
        guard !table.rows.isEmpty else {
            throw Refusal(table.mistake(1, "There is no row below the header.").description)
        }
        for row in table.rows where row.cells.count != table.header.count {
            throw Refusal(
                table.mistake(
                    row.line,
                    "This line has \(row.cells.count) cells, the header has "
                        + "\(table.header.count)."
                ).description)
        }
        self.places = places
    }

    /// The place of a column; `nil` where it is absent.
    subscript(name: String) -> Int? { places[name] }

    /// The place of a column that was among those needed.
    func place(_ name: String) -> Int { places[name, default: 0] }
}
