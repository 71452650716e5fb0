import Statistics

/// Units in the order of the table.
struct UnitOrder {
    /// The unit of each row.
    let places: [Int]
    /// Units.
    let count: Int

    /// The units of `rows`, one place a row.
    init(_ table: RatingTable, _ rows: [Int]) {
        let units = table.units
        var found = Places<Int>()
        places = rows.map { found.place(of: units[$0]) }
        count = found.count
    }

    /// The units of all rows.
    init(_ table: RatingTable) { self.init(table, Array(0..<table.count)) }
}
