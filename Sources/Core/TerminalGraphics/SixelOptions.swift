import Imaging

/// How sixel pictures are made for a terminal.
public struct SixelOptions: Hashable, Sendable {
    /// The terminal's rounding rule.
    public var rounding: SixelRounding
    /// Largest picture in pixels; xterm draws nothing at all beyond it.
    public var maximumWidth: Int
    /// Largest picture in pixels.
    public var maximumHeight: Int
    /// Rows of cells in a strip, each with a header of its own; 0 for one picture as high as is allowed.
    public var stripRows: Int

    /// Options; the defaults are what is assumed of a terminal that does not tell.
    public init(
        rounding: SixelRounding = .unknown, maximumWidth: Int = 1000, maximumHeight: Int = 1000,
        stripRows: Int = 0
    ) {
        self.rounding = rounding
        self.maximumWidth = maximumWidth
        self.maximumHeight = maximumHeight
        self.stripRows = stripRows
    }

    /// Pictures of whole cells that cover `image`, none larger than allowed, row by row.
    func tiles(_ image: GreyImage, cell: CellSize) -> [PictureTile] {
        let encoder = SixelEncoder(palette: SixelPalette(rounding))
        let across = Self.spans(
            image.width, unit: cell.width, most: maximumWidth / cell.width)
        let most = maximumHeight / cell.height
        let down = Self.spans(
            image.height, unit: cell.height, most: stripRows > 0 ? min(stripRows, most) : most)
        return down.flatMap { vertical in
            across.map { horizontal in
                PictureTile(
                    column: horizontal.lowerBound / cell.width,
                    row: vertical.lowerBound / cell.height,
                    columns: (horizontal.count + cell.width - 1) / cell.width,
                    rows: (vertical.count + cell.height - 1) / cell.height,
                    chunks: [encoder.encode(image, columns: horizontal, rows: vertical)])
            }
        }
    }

    /// `length` pixels cut into spans of at most `most` units, at least one.
    private static func spans(_ length: Int, unit: Int, most: Int) -> [Range<Int>] {
        let step = max(most, 1) * unit
        return stride(from: 0, to: length, by: step).map { $0..<min($0 + step, length) }
    }
}
