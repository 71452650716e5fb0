/// Counts of units by two classifications.
public struct CrossTable: Hashable, Sendable {
    /// What it counts: `calls against the reference`, `first against second examination`.
    public let title: String
    /// What it is about.
    public let stratum: Stratum
    /// What the rows are: `call`, `reader R1`.
    public let rowTitle: String
    /// What the columns are: `reference`, `reader R2`.
    public let columnTitle: String
    /// Labels of the rows, from above.
    public let rows: [String]
    /// Labels of the columns, from the left.
    public let columns: [String]
    /// Counts by row and column.
    public let counts: [[Int]]
    /// The records behind it.
    public let source: EventSet

    /// A table; `counts` has one row for each of `rows` and one column for each of `columns`.
    public init(
        title: String, stratum: Stratum, rowTitle: String, columnTitle: String, rows: [String],
        columns: [String], counts: [[Int]], source: EventSet
    ) {
        precondition(
            counts.count == rows.count && counts.allSatisfy { $0.count == columns.count },
            "counts must be \(rows.count) × \(columns.count)")
        (self.title, self.stratum) = (title, stratum)
        (self.rowTitle, self.columnTitle) = (rowTitle, columnTitle)
        (self.rows, self.columns, self.counts, self.source) = (rows, columns, counts, source)
    }

    /// All counts together.
    public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
}
