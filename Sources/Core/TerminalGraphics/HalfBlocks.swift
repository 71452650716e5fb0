import Imaging

extension CellColors {
    /// A picture in half blocks, two pixels a cell, one chunk a row that ends with a reset.
    func tile(_ image: GreyImage) -> PictureTile {
        let rows = (image.height + 1) / 2
        let encoder = HalfBlockEncoder(self)
        return PictureTile(
            column: 0, row: 0, columns: image.width, rows: rows,
            chunks: (0..<rows).map { encoder.row($0, of: image) })
    }
}

/// Rows of half blocks that say only what changed since the cell before.
struct HalfBlockEncoder {
    private let levels: [UInt8]
    private let foreground: [[UInt8]]
    private let background: [[UInt8]]

    init(_ colors: CellColors) {
        levels = colors.shownLevels
        (foreground, background) = colors.parameters
    }

    /// One row of cells (from 0); below the last row of pixels is black.
    func row(_ row: Int, of image: GreyImage) -> [UInt8] {
        var writer = ByteWriter(capacity: image.width * 24)
        var colors = Colors()
        for column in 0..<image.width {
            let upper = levels[Int(image[column, 2 * row])]
            let lower =
                2 * row + 1 < image.height ? levels[Int(image[column, 2 * row + 1])] : levels[0]
            add(upper: upper, lower: lower, &colors, to: &writer)
        }
        writer.add("\u{1B}[m")
        return writer.bytes
    }

    /// What the terminal's pen has; unknown at the beginning of a row.
    private struct Colors {
        var foreground: UInt8?
        var background: UInt8?
    }

    private func add(
        upper: UInt8, lower: UInt8, _ colors: inout Colors, to writer: inout ByteWriter
    ) {
        if upper == lower {
            if colors.foreground == upper, colors.background != upper { return writer.add("█") }
            set(foreground: nil, background: upper, &colors, to: &writer)
            return writer.add(" ")
        }
        let changesUpright =
            (colors.foreground == upper ? 0 : 1) + (colors.background == lower ? 0 : 1)
        let changesTurned =
            (colors.foreground == lower ? 0 : 1) + (colors.background == upper ? 0 : 1)
        if changesTurned < changesUpright {
            set(foreground: lower, background: upper, &colors, to: &writer)
            writer.add("▄")
        } else {
            set(foreground: upper, background: lower, &colors, to: &writer)
            writer.add("▀")
        }
    }

    private func set(
        foreground: UInt8?, background: UInt8, _ colors: inout Colors, to writer: inout ByteWriter
    ) {
        let newForeground = foreground.flatMap { $0 == colors.foreground ? nil : $0 }
        let newBackground = background == colors.background ? nil : background
        guard newForeground != nil || newBackground != nil else { return }
        writer.add("\u{1B}[")
        if let newForeground {
            writer.add(self.foreground[Int(newForeground)])
            colors.foreground = newForeground
        }
        if newForeground != nil, newBackground != nil { writer.add(UInt8(ascii: ";")) }
        if let newBackground {
            writer.add(self.background[Int(newBackground)])
            colors.background = newBackground
        }
        writer.add(UInt8(ascii: "m"))
    }
}
