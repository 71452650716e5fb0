import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// The renderer of a mode in a terminal.
enum Renderer {
    /// The renderer of the reading screen; kitty pictures get their ids when they are made.
    static func make(_ state: WorkstationState) -> GreyRenderer {
        make(state.graphics, state.capabilities)
    }

    /// The renderer for a mode in a terminal.
    static func make(
        _ mode: GraphicsMode, _ capabilities: TerminalCapabilities
    ) -> GreyRenderer {
        switch mode {
        case .kitty: .kitty(KittyOptions())
        case .sixel: .sixel(sixel(capabilities.sixel))
        case .half: .halfBlocks(colors(capabilities))
        case .ascii: .ascii(InkRamp(isDarkOnLight: capabilities.isLight))
        case .iterm2: .inline
        case .quadrant: .quadrants(colors(capabilities))
        case .sextant: .sextants(colors(capabilities))
        case .mono: .mono(.half, isDarkOnLight: capabilities.isLight)
        }
    }

    /// The cell of the terminal.
    static func cell(_ state: WorkstationState) -> CellSize { cell(state.capabilities) }

    /// The cell of a terminal; the usual one where it does not tell.
    static func cell(_ capabilities: TerminalCapabilities) -> CellSize {
        guard let width = capabilities.cellWidthPX, let height = capabilities.cellHeightPX,
            width > 0, height > 0
        else { return CellSize() }
        return CellSize(width: width, height: height)
    }

    /// Distinct greys.
    static func greys(_ state: WorkstationState) -> Int { make(state).greyCount }

    /// As on the status line and in the record: `sixel 101`.
    static func name(_ state: WorkstationState) -> String {
        name(state.graphics, state.capabilities)
    }

    /// A mode with its greys in a terminal: `sixel 101`.
    static func name(_ mode: GraphicsMode, _ capabilities: TerminalCapabilities) -> String {
        "\(mode.rawValue) \(make(mode, capabilities).greyCount)"
    }

    /// The greys of half blocks, where the terminal has any.
    static func previewColors(_ state: WorkstationState) -> CellColors? {
        let capabilities = state.capabilities
        guard capabilities.unicode, capabilities.colors > .none else { return nil }
        return colors(capabilities)
    }

    /// Where the terminal's cells can hold greys, which ones.
    private static func colors(_ capabilities: TerminalCapabilities) -> CellColors {
        switch capabilities.colors {
        case .truecolor: .truecolor
        case .palette256: .palette256
        case .sixteen, .none:
            .sixteen(ThemeGreys(levels: capabilities.themeLevels) ?? .assumed)
        }
    }

    private static func sixel(_ capability: SixelCapability?) -> SixelOptions {
        guard let capability else { return SixelOptions() }
        return SixelOptions(
            rounding: .init(rawValue: capability.rounding.rawValue) ?? .unknown,
            maximumWidth: capability.maximumWidth, maximumHeight: capability.maximumHeight)
    }
}

extension GreyRenderer {
    /// The renderer with the id of a kitty picture.
    func numbered(_ image: UInt32) -> GreyRenderer {
        guard case .kitty(var options) = self else { return self }
        options.image = image
        return .kitty(options)
    }

    /// The same pixels in fewer bytes and more time, for links on which bytes take longer.
    var smaller: GreyRenderer {
        guard case .kitty(var options) = self else { return self }
        options.level = 6
        return .kitty(options)
    }

    /// The pictures of `greys` in the cells of `area`: one, or tiles where the terminal draws no large ones.
    func pictures(_ greys: GreyImage, area: Rect, cell: CellSize, image: UInt32) -> [Picture] {
        let identity = identity(of: greys)
        return numbered(image).encode(greys, cell: cell).map { tile in
            Picture(
                area: Rect(
                    x: area.x + tile.column, y: area.y + tile.row, width: tile.columns,
                    height: tile.rows),
                kind: kind(image), rows: tile.chunks, identity: identity)
        }
    }

    /// How its bytes paint.
    func kind(_ image: UInt32) -> Picture.Kind {
        switch self {
        case .kitty: .kitty(image: image)
        case .sixel: .sixel
        case .inline: .inline
        case .halfBlocks, .ascii, .quadrants, .sextants, .mono: .cells
        }
    }

    /// Whether its pictures are made of pixels that cells can cut.
    var hasPixels: Bool {
        switch self {
        case .kitty, .sixel, .inline: true
        case .halfBlocks, .ascii, .quadrants, .sextants, .mono: false
        }
    }
}
