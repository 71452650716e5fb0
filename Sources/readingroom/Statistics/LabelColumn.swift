import Statistics

/// A column of names: each row holds the place of its name.
struct LabelColumn: Sendable {
    /// The names, sorted.
    let labels: [String]
    /// One place in `labels` a row.
    let places: [Int]

    /// The column with these cells.
    init(_ cells: some Sequence<String>) {
        var found = Places<String>()
        var names: [String] = []
        var places = cells.map { cell in
            let place = found.place(of: cell)
            if place == names.count { names.append(cell) }
            return place
        }
        let order = names.indices.sorted { names[$0] < names[$1] }
        var rank = [Int](repeating: 0, count: names.count)
        for (new, old) in order.enumerated() { rank[old] = new }
        labels = order.map { names[$0] }
        for row in places.indices { places[row] = rank[places[row]] }
        self.places = places
    }

    /// A column that is not in the file: one name for all `count` rows.
    init(absent count: Int) {
        labels = [""]
        places = [Int](repeating: 0, count: count)
    }
}
