/// A table in lines of a width: numbers end below each other, words are wrapped, and what is wider than
/// the screen goes on below with the first columns repeated.
struct TextTable {
    /// The table.
    let table: ReportTable
    /// Characters in a line.
    let width: Int

    /// Words are never squeezed below this, and two columns stand this far apart.
    private static let (narrowest, gap) = (14, 2)

    /// The lines, without title and notes.
    var lines: [String] {
        Array(chunks.map(lines).joined(separator: [""]))
    }

    private func lines(of places: [Int]) -> [String] {
        let widths = fitted(places)
        let titles = places.map { table.columns[$0].title }
        let rule = String(repeating: "-", count: min(width, Self.sum(widths)))
        let groups = table.groups.flatMap { group -> [String] in
            let rows = group.rows.flatMap { row in
                self.row(places.map { row[$0] }, places, widths)
            }
            return (group.title.map { [$0] } ?? []) + rows
        }
        return row(titles, places, widths, fromBelow: true) + [rule] + groups
    }

    /// One row, as many lines as its highest cell.
    private func row(
        _ cells: [String], _ places: [Int], _ widths: [Int], fromBelow: Bool = false
    ) -> [String] {
        let wrapped = zip(cells, widths).map { TextWrap.lines($0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let texts = places.indices.map { place -> String in
                let above = fromBelow ? height - wrapped[place].count : 0
                let cell =
                    wrapped[place].indices.contains(line - above)
                    ? wrapped[place][line - above] : ""
                return table.columns[places[place]].isNumeric
                    ? TextWrap.right(cell, widths[place]) : TextWrap.left(cell, widths[place])
            }
            let text = texts.joined(separator: String(repeating: " ", count: Self.gap))
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Columns that fit beside each other; the key columns begin every part.
    private var chunks: [[Int]] {
        let keys = Array(0..<table.keys)
        var chunks: [[Int]] = []
        var chunk = keys
        for place in table.columns.indices.dropFirst(table.keys) {
            let next = chunk + [place]
            if Self.sum(next.map(least)) > width, chunk.count > keys.count {
                chunks.append(chunk)
                chunk = keys + [place]
            } else {
                chunk = next
            }
        }
        return chunks + [chunk]
    }

    /// The widths of `places`: natural, but words squeezed until the line fits.
    private func fitted(_ places: [Int]) -> [Int] {
        var widths = places.map(natural)
        while Self.sum(widths) > width {
            let loose = widths.indices.filter { widths[$0] > least(places[$0]) }
            guard let widest = loose.max(by: { widths[$0] < widths[$1] }) else { return widths }
            widths[widest] -= 1
        }
        return widths
    }

    /// The longest cell; a title may be wrapped at its spaces.
    private func natural(_ place: Int) -> Int {
        let words = table.columns[place].title.split(separator: " ").map(\.count)
        return max(table.rows.map { $0[place].count }.max() ?? 0, words.max() ?? 0, 1)
    }

    private func least(_ place: Int) -> Int {
        let natural = natural(place)
        return table.columns[place].isNumeric ? natural : min(natural, Self.narrowest)
    }

    private static func sum(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + gap * max(0, widths.count - 1)
    }
}
