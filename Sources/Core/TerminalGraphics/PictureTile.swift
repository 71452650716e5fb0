/// A part of a picture that is written at one cell.
public struct PictureTile: Hashable, Sendable {
    /// First column of cells, from 0 at the picture's left.
    public let column: Int
    /// First row of cells, from 0 at the picture's top.
    public let row: Int
    /// Columns of cells that are touched.
    public let columns: Int
    /// Rows of cells that are touched.
    public let rows: Int
    /// What to write with the cursor at the tile's upper left cell; cell renderers have one chunk a row, each
    /// written at the beginning of its row.
    public let chunks: [[UInt8]]

    /// A tile.
    public init(column: Int, row: Int, columns: Int, rows: Int, chunks: [[UInt8]]) {
        self.column = column
        self.row = row
        self.columns = columns
        self.rows = rows
        self.chunks = chunks
    }
}
