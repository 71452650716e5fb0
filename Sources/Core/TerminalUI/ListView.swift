/// One line of a list.
public struct ListRow: Hashable, Sendable {
    /// Words, at the left.
    public var text: String
    /// A number or a state, at the right.
    public var detail: String
    /// The role of the words.
    public var role: Role

    /// A line.
    public init(_ text: String, detail: String = "", role: Role = .text) {
        self.text = text
        self.detail = detail
        self.role = role
    }
}

/// Draws lists that are longer than their place.
public enum ListView {
    /// The first row to show so that the selected one is seen with its neighbours; never an empty
    /// rest.
    public static func firstVisible(selected: Int?, count: Int, height: Int) -> Int {
        guard let selected, count > height, height > 0 else { return 0 }
        return max(0, min(selected - height / 2, count - height))
    }
}

extension CellGrid {
    /// Draws a list: the selected row has the focus sign and is reversed; `▴` and `▾` at the
    /// right edge tell of more.
    /// - Returns: The rows shown, as indices of `rows`.
    @discardableResult
    public mutating func list(_ rows: [ListRow], selected: Int?, in area: Rect) -> Range<Int> {
        let first = ListView.firstVisible(
            selected: selected, count: rows.count, height: area.height)
        let shown = first..<min(rows.count, first + area.height)
        for index in shown {
            let line = area.split(top: index - first).rest.split(top: 1).top
            listRow(rows[index], isSelected: index == selected, in: line)
        }
        if first > 0 { self[area.maxX - 1, area.y] = Cell("▴", role: .dim) }
        if shown.upperBound < rows.count {
            self[area.maxX - 1, area.maxY - 1] = Cell("▾", role: .dim)
        }
        return shown
    }

    private mutating func listRow(_ row: ListRow, isSelected: Bool, in line: Rect) {
        if isSelected { fill(line, with: Cell(" ", role: row.role, reversed: true)) }
        let sign = isSelected ? String(Sign.focus.character) : " "
        write(sign, column: line.x, row: line.y, width: 1, role: .accent, reversed: isSelected)
        let detailWidth = min(DisplayWidth.of(row.detail), line.width - 3)
        let textWidth = line.width - 4 - (detailWidth > 0 ? detailWidth + 1 : 0)
        write(
            row.text, column: line.x + 1, row: line.y, width: max(0, textWidth + 1),
            role: row.role, reversed: isSelected)
        write(
            row.detail, column: line.maxX - 2 - max(0, detailWidth), row: line.y,
            width: max(0, detailWidth), align: .trailing, role: row.role, reversed: isSelected)
    }
}
