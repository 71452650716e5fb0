import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// The renderer of a mode in a terminal.
enum Renderer {
    /// The renderer for a mode; kitty pictures get their ids when they are made.
    static func make(_ state: WorkstationState) -> GreyRenderer {
        switch state.graphics {
        case .kitty: .kitty(KittyOptions())
        case .sixel: .sixel(sixel(state.capabilities.sixel))
        case .half: .halfBlocks(colors(state.capabilities.colors))
        case .ascii: .ascii(InkRamp())
        case .iterm2: .inline
        case .quadrant: .quadrants(colors(state.capabilities.colors))
        case .sextant: .sextants(colors(state.capabilities.colors))
        case .mono: .mono(.half)
        }
    }

    /// The cell of the terminal.
    static func cell(_ state: WorkstationState) -> CellSize {
        guard let width = state.capabilities.cellWidthPX,
            let height = state.capabilities.cellHeightPX, width > 0, height > 0
        else { return CellSize() }
        return CellSize(width: width, height: height)
    }

    /// Distinct greys.
    static func greys(_ state: WorkstationState) -> Int { make(state).greyCount }

    /// As on the status line and in the record: `sixel 101`.
    static func name(_ state: WorkstationState) -> String {
        "\(state.graphics.rawValue) \(greys(state))"
    }

    /// Where the terminal's cells can hold greys, which ones.
    private static func colors(_ depth: ColorDepth) -> CellColors {
        switch depth {
        case .truecolor: .truecolor
        case .palette256: .palette256
        case .sixteen, .none: .sixteen
        }
    }

    private static func sixel(_ capability: SixelCapability?) -> SixelOptions {
        guard let capability else { return SixelOptions() }
        return SixelOptions(
            rounding: .init(rawValue: capability.rounding.rawValue) ?? .unknown,
            maximumWidth: capability.maximumWidth, maximumHeight: capability.maximumHeight)
    }
}
