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
    ///
    /// A wide character takes the next cell too, which then holds `nil`; overwriting one half of
    /// it blanks the other. A wide character that would stick out at the right becomes a space.
    public subscript(column: Int, row: Int) -> Cell {
        get { contains(column, row) ? cells[row * size.width + column] : Cell() }
        set { if contains(column, row) { put(newValue, column, row) } }
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

    private mutating func put(_ cell: Cell, _ column: Int, _ row: Int) {
        let index = row * size.width + column
        if cell.character == nil, cells[index].character == nil { return }
        detachHalves(column, row)
        cells[index] = cell
        guard let character = cell.character else {
            cells[index].character = " "
            return
        }
        guard DisplayWidth.of(character) == 2 else { return }
        guard column + 1 < size.width else {
            cells[index].character = " "
            return
        }
        detachHalves(column + 1, row)
        cells[index + 1] = cell
        cells[index + 1].character = nil
    }

    /// Blanks what would be left of a wide character when the cell is overwritten.
    private mutating func detachHalves(_ column: Int, _ row: Int) {
        let index = row * size.width + column
        if cells[index].character == nil, column > 0 { cells[index - 1].character = " " }
        if column + 1 < size.width, cells[index + 1].character == nil {
            cells[index + 1].character = " "
        }
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && column < size.width && row >= 0 && row < size.height
    }
}
