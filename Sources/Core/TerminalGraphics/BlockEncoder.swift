import Imaging

/// Rows of quadrants or sextants, each cell in the two greys that are nearest to its pixels.
struct BlockEncoder {
    private let shape: BlockShape
    private let characters: [[UInt8]]
    private let levels: [UInt8]
    private let foreground: [[UInt8]]
    private let background: [[UInt8]]

    init(_ shape: BlockShape, _ colors: CellColors) {
        self.shape = shape
        characters = shape.characters
        levels = colors.shownLevels
        (foreground, background) = colors.parameters
    }

    /// The picture, one chunk a row that ends with a reset; beyond its edges is black.
    func tile(_ image: GreyImage) -> PictureTile {
        let grid = BlockGrid(image, shape)
        return PictureTile(
            column: 0, row: 0, columns: grid.columns, rows: grid.rows,
            chunks: (0..<grid.rows).map { row($0, of: grid) })
    }

    private func row(_ row: Int, of grid: BlockGrid) -> [UInt8] {
        var writer = ByteWriter(capacity: grid.columns * 42 + 3)
        var pen = Pen()
        for column in 0..<grid.columns {
            let greys = TwoGreys(grid.pixels(column: column, row: row))
            let (dark, bright) = (Int(levels[Int(greys.dark)]), Int(levels[Int(greys.bright)]))
            add(dark: dark, bright: bright, mask: greys.mask, with: &pen, to: &writer)
        }
        writer.add("\u{1B}[m")
        return writer.bytes
    }

    /// The colours of the pen; -1 while unknown.
    private struct Pen {
        var foreground = -1
        var background = -1
    }

    /// One cell, its brighter pixels in the foreground unless the pen has the colours turned.
    private func add(
        dark: Int, bright: Int, mask: Int, with pen: inout Pen, to writer: inout ByteWriter
    ) {
        if dark == bright {
            set(Pen(foreground: pen.foreground, background: dark), with: &pen, to: &writer)
            writer.add(characters[0])
        } else if pen.foreground == dark || pen.background == bright {
            set(Pen(foreground: dark, background: bright), with: &pen, to: &writer)
            writer.add(characters[characters.count - 1 - mask])
        } else {
            set(Pen(foreground: bright, background: dark), with: &pen, to: &writer)
            writer.add(characters[mask])
        }
    }

    private func set(_ wanted: Pen, with pen: inout Pen, to writer: inout ByteWriter) {
        let changesFront = wanted.foreground != pen.foreground
        let changesBack = wanted.background != pen.background
        guard changesFront || changesBack else { return }
        writer.add("\u{1B}[")
        if changesFront { writer.add(foreground[wanted.foreground]) }
        if changesFront && changesBack { writer.add(UInt8(ascii: ";")) }
        if changesBack { writer.add(background[wanted.background]) }
        writer.add("m")
        pen = wanted
    }
}
