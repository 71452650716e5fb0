/// A grid of cells, row by row: what views draw on and screens show.
public struct CellGrid: Hashable, Sendable {
    /// The size in cells.
    public let size: Size
    /// Row-major cells, `size.width * size.height` of them.
    public private(set) var cells: [Cell]

    /// A blank grid.
    public init(size: Size) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: Cell(), count: self.size.width * self.size.height)
    }

    /// The cell at a column and row; writing outside the grid does nothing, reading there is blank.
    public subscript(column: Int, row: Int) -> Cell {
        get { contains(column, row) ? cells[row * size.width + column] : Cell() }
        set { if contains(column, row) { cells[row * size.width + column] = newValue } }
    }

    /// The screen as text: one line a row, trailing spaces removed.
    public var text: String {
        (0..<size.height).map { row in
            var line = ""
            for column in 0..<size.width {
                if let character = self[column, row].character { line.append(character) }
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && column < size.width && row >= 0 && row < size.height
    }
}
