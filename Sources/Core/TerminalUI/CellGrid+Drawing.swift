extension CellGrid {
    /// Writes one line of text, cut to `width` cells (to the end of the row when `nil`), a cut
    /// shown by `…`.
    ///
    /// Cells outside the grid are dropped. The text is made safe first; see `SafeText`.
    /// - Returns: The column after the text.
    @discardableResult
    public mutating func write(
        _ text: String, column: Int, row: Int, width: Int? = nil,
        align: TextAlignment = .leading, role: Role = .text, reversed: Bool = false,
        bold: Bool = false
    ) -> Int {
        let width = max(0, width ?? size.width - column)
        let characters = TextFitting.clip(text, width: width)
        var next = column + indent(TextFitting.total(characters), width, align)
        for character in characters {
            self[next, row] = Cell(character, role: role, reversed: reversed, bold: bold)
            next += DisplayWidth.of(character)
        }
        return next
    }

    /// Writes text wrapped between words into a rectangle; what does not fit below is left out.
    /// - Returns: The rows used.
    @discardableResult
    public mutating func writeWrapped(
        _ text: String, in area: Rect, role: Role = .text, bold: Bool = false
    ) -> Int {
        let lines = TextFitting.wrap(text, width: area.width).prefix(area.height)
        for (offset, line) in lines.enumerated() {
            write(
                line, column: area.x, row: area.y + offset, width: area.width, role: role,
                bold: bold)
        }
        return lines.count
    }

    /// Fills a rectangle with one cell.
    public mutating func fill(_ area: Rect, with cell: Cell = Cell()) {
        let area = area.intersection(size.bounds)
        for row in area.y..<area.maxY {
            for column in area.x..<area.maxX { self[column, row] = cell }
        }
    }

    /// Copies another grid so that its upper left cell stands at a place; what sticks out is
    /// dropped.
    public mutating func draw(_ other: CellGrid, column: Int, row: Int) {
        for y in 0..<other.size.height {
            for x in 0..<other.size.width where other[x, y].character != nil {
                self[column + x, row + y] = other[x, y]
            }
        }
    }

    /// A thin line to the right; it crosses a vertical one with `┼`.
    public mutating func horizontalLine(
        column: Int, row: Int, length: Int, role: Role = .dim
    ) {
        for offset in 0..<max(0, length) {
            let crosses = "│┼".contains(self[column + offset, row].character ?? " ")
            self[column + offset, row] = Cell(crosses ? "┼" : "─", role: role)
        }
    }

    /// A thin line downwards; it crosses a horizontal one with `┼`.
    public mutating func verticalLine(
        column: Int, row: Int, length: Int, role: Role = .dim
    ) {
        for offset in 0..<max(0, length) {
            let crosses = "─┼".contains(self[column, row + offset].character ?? " ")
            self[column, row + offset] = Cell(crosses ? "┼" : "│", role: role)
        }
    }

    /// A frame with a title, blank inside; nothing when it has no room for a frame.
    /// - Returns: The cells inside, without one column of air at the left and right.
    @discardableResult
    public mutating func box(_ area: Rect, title: String = "", role: Role = .dim) -> Rect {
        guard area.width >= 2, area.height >= 2 else {
            return Rect(x: 0, y: 0, width: 0, height: 0)
        }
        fill(area)
        drawFrame(area, role: role)
        if !title.isEmpty {
            write(
                " \(title) ", column: area.x + 2, row: area.y, width: area.width - 4,
                role: .text, bold: true)
        }
        return area.inset(columns: 2, rows: 1)
    }

    private mutating func drawFrame(_ area: Rect, role: Role) {
        let right = area.maxX - 1
        let bottom = area.maxY - 1
        for column in area.x...right {
            self[column, area.y] = Cell("─", role: role)
            self[column, bottom] = Cell("─", role: role)
        }
        for row in area.y...bottom {
            self[area.x, row] = Cell("│", role: role)
            self[right, row] = Cell("│", role: role)
        }
        self[area.x, area.y] = Cell("┌", role: role)
        self[right, area.y] = Cell("┐", role: role)
        self[area.x, bottom] = Cell("└", role: role)
        self[right, bottom] = Cell("┘", role: role)
    }

    private func indent(_ used: Int, _ width: Int, _ align: TextAlignment) -> Int {
        switch align {
        case .leading: 0
        case .center: (width - used) / 2
        case .trailing: width - used
        }
    }
}

extension Frame {
    /// Opens a framed popup above everything, also above pictures.
    ///
    /// `air` columns on both sides are empty, so that no letter of what lies below touches the frame.
    /// - Returns: The cells inside.
    @discardableResult
    public mutating func popup(
        _ area: Rect, title: String = "", role: Role = .accent, air: Int = 1
    ) -> Rect {
        popups.append(area.intersection(grid.size.bounds))
        grid.fill(
            Rect(x: area.x - air, y: area.y, width: area.width + 2 * air, height: area.height))
        return grid.box(area, title: title, role: role)
    }
}
