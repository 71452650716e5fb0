import Instruments

/// Where the columns of a site grid stand in a form: sides apart, as the anatomy lies.
struct GridColumns {
    /// Cells of the row headings.
    let head: Int
    /// Cells of each column.
    let cells: [Range<Int>]
    /// Headings over columns that belong together.
    let sides: [(title: String, cells: Range<Int>)]

    /// Cells between two sides.
    private static let gap = 3

    /// Columns for `grid` in a form of `width` columns.
    init(_ grid: SiteGrid, width: Int) {
        head = (grid.rows.map(\.count).max() ?? 0) + 1
        let groups = Self.groups(grid)
        let space = min(width - head - 2, 36) - Self.gap * (groups.count - 1)
        let groupWidth = max(1, space / max(1, groups.count))
        var start = head + 1
        var cells: [Range<Int>] = []
        var sides: [(String, Range<Int>)] = []
        for group in groups {
            let each = max(1, groupWidth / group.count)
            for index in 0..<group.count {
                cells.append(start + index * each..<start + (index + 1) * each)
            }
            if !grid.sides.isEmpty {
                sides.append((group.title, start..<start + each * group.count))
            }
            start += groupWidth + Self.gap
        }
        self.cells = cells
        self.sides = sides
    }

    /// Runs of columns with the same side.
    private static func groups(_ grid: SiteGrid) -> [(title: String, count: Int)] {
        guard !grid.sides.isEmpty else { return [("", max(1, grid.columns.count))] }
        var groups: [(title: String, count: Int)] = []
        for side in grid.sides {
            if groups.last?.title == side {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((side, 1))
            }
        }
        return groups
    }
}
