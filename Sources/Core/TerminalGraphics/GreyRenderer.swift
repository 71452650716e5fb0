import Imaging

/// A way to show greys in a terminal, with all that decides its bytes.
///
/// To add one: a case here with its options, a file with its encoder, and one line in each `switch` below.
public enum GreyRenderer: Hashable, Sendable {
    /// Sixel pictures.
    case sixel(SixelOptions)
    /// kitty graphics.
    case kitty(KittyOptions)
    /// Upper half blocks: two pixels a cell.
    case halfBlocks(CellColors)
    /// Characters by their ink.
    case ascii(InkRamp)
    /// Inline images of iTerm2.
    case inline
    /// Quadrants: four pixels a cell in two greys.
    case quadrants(CellColors)
    /// Sextants: six pixels a cell in two greys.
    case sextants(CellColors)
    /// Blocks in the terminal's own foreground, black or white at the middle of the window; dark blocks where the
    /// background is light.
    case mono(BlockShape, isDarkOnLight: Bool = false)

    /// How many greys pixels can have side by side, at most; the display record holds it.
    ///
    /// Quadrants and sextants count 2: a cell shows any two greys, but only two, of its 4 or 6 pixels.
    public var greyCount: Int {
        switch self {
        case .sixel: SixelPalette.greyCount
        case .kitty, .inline: 256
        case .halfBlocks(let colors): colors.greyCount
        case .quadrants, .sextants, .mono: 2
        case .ascii(let ramp): ramp.greyCount
        }
    }

    /// Pixels of a picture that fills `columns × rows` cells.
    public func pixels(columns: Int, rows: Int, cell: CellSize) -> (width: Int, height: Int) {
        switch self {
        case .sixel, .kitty, .inline: (columns * cell.width, rows * cell.height)
        case .halfBlocks: (columns, rows * 2)
        case .quadrants: (columns * 2, rows * 2)
        case .sextants: (columns * 2, rows * 3)
        case .mono(let shape, _): (columns * shape.columns, rows * shape.rows)
        case .ascii: (columns, rows)
        }
    }

    /// A pane of `columns × rows` cells in this renderer's pixels; each count is 1 or more.
    public func pane(columns: Int, rows: Int, cell: CellSize) -> Pane {
        let size = pixels(columns: columns, rows: rows, cell: cell)
        let tall = Double(rows * cell.height) / Double(size.height)
        let wide = Double(columns * cell.width) / Double(size.width)
        return Pane(width: size.width, height: size.height, pixelAspect: tall / wide)
    }

    /// The bytes that paint a picture, tile by tile.
    ///
    /// The picture has the pixels of `pixels(columns:rows:cell:)`; a lower edge that ends within a cell is allowed.
    public func encode(_ image: GreyImage, cell: CellSize) -> [PictureTile] {
        switch self {
        case .sixel(let options): options.tiles(image, cell: cell)
        case .kitty(let options): [options.tile(image, cell: cell)]
        case .halfBlocks(let colors): [colors.tile(image)]
        case .inline: [InlineImage.tile(image, cell: cell)]
        case .quadrants(let colors): [BlockEncoder(.quadrant, colors).tile(image)]
        case .sextants(let colors): [BlockEncoder(.sextant, colors).tile(image)]
        case .mono(let shape, let isDarkOnLight): [shape.monoTile(image, isDarkOnLight)]
        case .ascii(let ramp): [ramp.tile(image)]
        }
    }

    /// The grey that an even area shows for each grey 0...255; equal entries cannot be told apart.
    ///
    /// Where a terminal hides its true levels this is what the renderer assumes.
    public var shownLevels: [UInt8] {
        switch self {
        case .sixel(let options): SixelPalette(options.rounding).shownLevels
        case .kitty, .inline: Array(0...255)
        case .halfBlocks(let colors), .quadrants(let colors), .sextants(let colors):
            colors.shownLevels
        case .mono: (0...255).map { $0 < 128 ? 0 : 255 }
        case .ascii(let ramp): ramp.shownLevels
        }
    }
}
