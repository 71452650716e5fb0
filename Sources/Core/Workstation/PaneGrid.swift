import TerminalUI

/// How panes divide the part of the screen for pictures: boxes of a regular grid.
public struct PaneGrid: Hashable, Sendable {
    /// Some neighbouring cells of the grid.
    public struct Box: Hashable, Sendable {
        /// The first column, from 0.
        public let column: Int
        /// The first row, from 0.
        public let row: Int
        /// Columns.
        public let width: Int
        /// Rows.
        public let height: Int

        /// A box of `width` × `height` cells.
        public init(column: Int, row: Int, width: Int = 1, height: Int = 1) {
            self.column = column
            self.row = row
            self.width = width
            self.height = height
        }
    }

    /// Columns of the grid.
    public let columns: Int
    /// Rows of the grid.
    public let rows: Int
    /// One box a pane, in the order of the panes.
    public let boxes: [Box]

    /// A grid with a pane in each of `boxes`.
    public init(columns: Int, rows: Int, boxes: [Box]) {
        self.columns = columns
        self.rows = rows
        self.boxes = boxes
    }

    /// A pane in each cell, row by row.
    public init(columns: Int, rows: Int) {
        let boxes = (0..<rows).flatMap { row in
            (0..<columns).map { Box(column: $0, row: row) }
        }
        self.init(columns: columns, rows: rows, boxes: boxes)
    }

    /// Rows and columns as one says them: `1 × 2` are two panes side by side.
    public var name: String { "\(rows) × \(columns)" }

    /// The rectangles of the panes in an area; a column stays free between neighbours.
    func rects(in area: Rect) -> [Rect] { rects(of: boxes, in: area) }

    /// The rectangles of some boxes in an area.
    func rects(of boxes: [Box], in area: Rect) -> [Rect] {
        let lefts = area.columns(columns, gap: columns > 1 ? 1 : 0)
        let tops = area.rows(rows)
        return boxes.map { box in
            let (left, right) = (lefts[box.column], lefts[box.column + box.width - 1])
            let (top, bottom) = (tops[box.row], tops[box.row + box.height - 1])
            return Rect(
                x: left.x, y: top.y, width: right.maxX - left.x, height: bottom.maxY - top.y)
        }
    }
}
