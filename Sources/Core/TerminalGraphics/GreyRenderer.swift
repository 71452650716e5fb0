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

    /// How many greys can be told apart on the screen, at most; the display record holds it.
    public var greyCount: Int {
        switch self {
        case .sixel: SixelPalette.greyCount
        case .kitty: 256
        case .halfBlocks(let colors): colors.greyCount
        case .ascii(let ramp): ramp.greyCount
        }
    }

    /// Pixels of a picture that fills `columns × rows` cells.
    public func pixels(columns: Int, rows: Int, cell: CellSize) -> (width: Int, height: Int) {
        switch self {
        case .sixel, .kitty: (columns * cell.width, rows * cell.height)
        case .halfBlocks: (columns, rows * 2)
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
        case .ascii(let ramp): [ramp.tile(image)]
        }
    }

    /// The grey that the screen shows for each grey 0...255; equal entries cannot be told apart.
    ///
    /// Where a terminal hides its true levels this is what the renderer assumes.
    public var shownLevels: [UInt8] {
        switch self {
        case .sixel(let options): SixelPalette(options.rounding).shownLevels
        case .kitty: Array(0...255)
        case .halfBlocks(let colors): colors.shownLevels
        case .ascii(let ramp): ramp.shownLevels
        }
    }
}
