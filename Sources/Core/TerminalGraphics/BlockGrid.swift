import Imaging

/// A picture cut into cells of block characters.
struct BlockGrid {
    /// Cells across.
    let columns: Int
    /// Cells down.
    let rows: Int
    private let image: GreyImage
    private let shape: BlockShape

    /// Cells that cover `image`.
    init(_ image: GreyImage, _ shape: BlockShape) {
        self.image = image
        self.shape = shape
        columns = (image.width + shape.columns - 1) / shape.columns
        rows = (image.height + shape.rows - 1) / shape.rows
    }

    /// The pixels of a cell, row by row; those beyond the picture are black.
    func pixels(column: Int, row: Int) -> [UInt8] {
        (0..<shape.rows * shape.columns).map { index in
            let x = column * shape.columns + index % shape.columns
            let y = row * shape.rows + index / shape.columns
            return x < image.width && y < image.height ? image[x, y] : 0
        }
    }
}

extension BlockShape {
    /// A picture without colours: pixels of 128 or more, the middle of the window, in the terminal's own foreground, or
    /// where that is dark the others.
    func monoTile(_ image: GreyImage, _ isDarkOnLight: Bool) -> PictureTile {
        let grid = BlockGrid(image, self)
        let characters = characters
        return PictureTile(
            column: 0, row: 0, columns: grid.columns, rows: grid.rows,
            chunks: (0..<grid.rows).map { row in
                (0..<grid.columns).reduce(into: Array("\u{1B}[m".utf8)) { bytes, column in
                    let pixels = grid.pixels(column: column, row: row)
                    let mask = pixels.enumerated().reduce(0) {
                        ($1.element < 128) == isDarkOnLight ? $0 | 1 << $1.offset : $0
                    }
                    bytes += characters[mask]
                }
            })
    }
}
