/// Properties of cases for subgroups: the column `case` and one column a property.
public enum CasePropertiesFile {
    /// Reads the table at `path`: properties by name, then by case.
    ///
    /// - Throws: `TableError` with every mistake and its line.
    public static func load(_ path: String) throws(TableError) -> [String: [String: String]] {
        let table = try CSVTable.load(path)
        guard let place = table.header.firstIndex(of: "case") else {
            throw .mistakes([
                table.mistake(1, "The column case is missing. The others are its properties.")
            ])
        }
        var properties: [String: [String: String]] = [:]
        for name in table.header where name != "case" { properties[name] = [:] }
        for row in table.rows {
            guard row.cells.count == table.header.count else {
                throw .mistakes([
                    table.mistake(
                        row.line,
                        "This line has \(row.cells.count) cells, the header has "
                            + "\(table.header.count).")
                ])
            }
            for (column, name) in table.header.enumerated() where column != place {
                properties[name]?[row.cells[place]] = row.cells[column]
            }
        }
        return properties
    }
}
