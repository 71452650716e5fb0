import TerminalGraphics
import TerminalUI

/// All that the screen of drawn examples knows at one moment.
public struct ExampleState: Sendable {
    /// The grades or types, at least one.
    public let pages: [ExamplePage]
    /// Which is shown.
    public private(set) var index = 0
    /// The screen in cells.
    public private(set) var size: Size
    /// What the terminal can do.
    public private(set) var capabilities: TerminalCapabilities
    /// How greys are shown.
    public let graphics: GraphicsMode
    /// Whether the screen is one text for a screen reader, without pictures.
    public let isLinear: Bool

    /// The first of `pages`, on the screen of the reading program.
    public init(pages: [ExamplePage], beside state: WorkstationState) {
        precondition(!pages.isEmpty, "no examples")
        self.pages = pages
        size = state.size
        capabilities = state.capabilities
        graphics = state.graphics
        isLinear = state.isLinear
    }

    /// The page that is shown.
    var page: ExamplePage { pages[index] }
    var renderer: GreyRenderer { Renderer.make(graphics, capabilities) }
    var cell: CellSize { Renderer.cell(capabilities) }

    /// Decides what an event changes; returns what the world is asked to do.
    public mutating func take(_ action: ExampleAction) -> ExampleEffect? {
        switch action {
        case .resized(let size, let capabilities):
            (self.size, self.capabilities) = (size, capabilities)
            return nil
        case .key(let press): return take(press)
        }
    }

    private mutating func take(_ press: KeyPress) -> ExampleEffect? {
        if press == .control("l") { return .redraw }
        switch press.key {
        case .escape, .enter, .character("q"), .character("H"): return .leave
        case .right, .down, .tab, .pageDown, .character(" "), .character("l"), .character("j"):
            go(to: index + 1)
        case .left, .up, .backTab, .pageUp, .character("h"), .character("k"): go(to: index - 1)
        case .character(let character):
            if let digit = character.wholeNumberValue, digit > 0 { go(to: digit - 1) }
        default: break
        }
        return nil
    }

    private mutating func go(to next: Int) { index = min(max(0, next), pages.count - 1) }
}

/// Something that happened while examples are shown.
public enum ExampleAction: Sendable {
    /// A key.
    case key(KeyPress)
    /// The screen has another size, and perhaps other capabilities.
    case resized(Size, TerminalCapabilities)
}

/// What the screen of drawn examples asks the world to do.
public enum ExampleEffect: Hashable, Sendable {
    /// Go back to the read.
    case leave
    /// Draw every cell and picture again.
    case redraw
}
