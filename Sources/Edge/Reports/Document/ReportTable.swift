/// A table of texts, with what does not fit in a cell under it.
struct ReportTable: Hashable, Sendable {
    /// One column.
    struct Column: Hashable, Sendable {
        /// Its title, with the unit.
        let title: String
        /// Whether it holds numbers, which end at the right.
        let isNumeric: Bool

        /// A column of words.
        static func words(_ title: String) -> Column { Column(title: title, isNumeric: false) }
        /// A column of numbers.
        static func numbers(_ title: String) -> Column { Column(title: title, isNumeric: true) }
    }

    /// Rows that belong together.
    struct Group: Hashable, Sendable {
        /// What they share; `nil` where the table has one group only.
        let title: String?
        /// One text for each column.
        let rows: [[String]]
    }

    /// What the table holds.
    let title: String
    /// The columns, from the left.
    let columns: [Column]
    /// So many columns at the left say what a row is about.
    let keys: Int
    /// The rows.
    let groups: [Group]
    /// Sentences under the table.
    let notes: [String]

    /// A table; columns in which every cell is empty are left out.
    init(title: String, columns: [Column], keys: Int, groups: [Group], notes: [String] = []) {
        let rows = groups.flatMap(\.rows)
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row of \(title) has gaps")
        let used = columns.indices.filter { place in rows.contains { !$0[place].isEmpty } }
        self.title = title
        self.columns = used.map { columns[$0] }
        self.keys = used.count { $0 < keys }
        self.groups = groups.map { group in
            Group(title: group.title, rows: group.rows.map { row in used.map { row[$0] } })
        }
        self.notes = notes
    }

    /// A table with one group.
    init(title: String, columns: [Column], keys: Int, rows: [[String]], notes: [String] = []) {
        self.init(
            title: title, columns: columns, keys: keys, groups: [Group(title: nil, rows: rows)],
            notes: notes)
    }

    /// All rows.
    var rows: [[String]] { groups.flatMap(\.rows) }
}
