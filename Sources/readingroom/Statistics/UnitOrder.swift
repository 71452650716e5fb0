/// Units in the order of the table.
struct UnitOrder {
    /// The unit of each row.
    let places: [Int]
    /// Units.
    let count: Int

    /// The units of `rows`, one place a row.
    init(_ table: RatingTable, _ rows: [Int]) {
        let units = table.units
        var known = [Int](repeating: -1, count: (units.max() ?? -1) + 1)
        var count = 0
        places = rows.map { row in
            let unit = units[row]
            if known[unit] < 0 { (known[unit], count) = (count, count + 1) }
            return known[unit]
        }
        self.count = count
    }

    /// The units of all rows.
    init(_ table: RatingTable) { self.init(table, Array(0..<table.count)) }
}
