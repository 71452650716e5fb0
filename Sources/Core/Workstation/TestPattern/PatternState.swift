import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// All that the test of a terminal knows at one moment.
public struct PatternState: Sendable {
    /// Where the reader is: before the first question, at one, or after the last.
    public enum Place: Hashable, Sendable {
        /// The whole pattern.
        case overview
        /// A question.
        case asking(PatternPart)
        /// All answers.
        case summary
    }

    /// Where the reader is.
    public var place = Place.overview
    /// What was visible so far.
    public var answers: [PatternPart: PatternAnswer] = [:]
    /// A sentence on the bottom line, until the next key.
    public var notice: Notice?
    /// The screen in cells.
    public var size: Size
    /// What the terminal can do.
    public var capabilities: TerminalCapabilities
    /// What a hand chose; `nil` leaves it to the terminal.
    public var wanted: GraphicsMode?

    /// The state before the first question.
    public init(size: Size, capabilities: TerminalCapabilities, graphics: GraphicsMode? = nil) {
        self.size = size
        self.capabilities = capabilities
        wanted = graphics
    }

    /// The smallest screen on which the pattern is shown.
    public static let smallest = Size(width: 80, height: 20)

    /// Whether the screen is large enough.
    public var fits: Bool {
        size.width >= Self.smallest.width && size.height >= Self.smallest.height
    }

    /// How greys are shown.
    public var graphics: GraphicsMode {
        GraphicsChoice(for: capabilities, wanted: wanted).mode
    }

    /// The record of the answers, for the terminal's file; `day` is today in UTC, as `2026-11-21`.
    public func record(day: String) -> PatternTest {
        let one = renderer.pixels(columns: 1, rows: 1, cell: cell)
        let answers = PatternPart.allCases.map { ($0.rawValue, answer(to: $0)) }
        return PatternTest(
            day: day, graphics: graphics.rawValue, greys: renderer.greyCount,
            pixelsPerCellAcross: one.width, pixelsPerCellDown: one.height,
            zoom: capabilities.cellWidthPX.map { Double($0) / Double(one.width) },
            multiplexer: capabilities.multiplexer,
            answers: Dictionary(uniqueKeysWithValues: answers))
    }

    /// What was visible of a part.
    public func answer(to part: PatternPart) -> PatternAnswer { answers[part] ?? .notAsked }

    var renderer: GreyRenderer { Renderer.make(graphics, capabilities) }
    var cell: CellSize { Renderer.cell(capabilities) }

    /// The cells of the picture: all but the title and four lines below, and a column at each side.
    var area: Rect {
        Rect(x: 1, y: 1, width: max(1, size.width - 2), height: max(1, size.height - 5))
    }

    /// The pattern in the pixels of the renderer.
    var pattern: TestPattern {
        let pane = renderer.pane(columns: area.width, rows: area.height, cell: cell)
        return TestPattern(width: pane.width, height: pane.height, pixelAspect: pane.pixelAspect)
    }

    /// The questions for which there is room.
    var parts: [PatternPart] { PatternPart.allCases.filter(pattern.fits) }
}

/// Something that happened during the test of a terminal.
public enum PatternAction: Sendable {
    /// A key.
    case key(KeyPress)
    /// The screen has another size, and perhaps other capabilities.
    case resized(Size, TerminalCapabilities)
    /// The terminal was asked again.
    case asked(Size, TerminalCapabilities)
    /// Something could not be kept, in a sentence.
    case notKept(String)
    /// The record is kept, and where.
    case kept(String)
}

/// What the test of a terminal asks the world to do.
public enum PatternEffect: Hashable, Sendable {
    /// Keep the answers as this terminal's display record.
    case keep
    /// Remember a choice by hand for this terminal.
    case remember(GraphicsMode)
    /// Ask the terminal again what it can do.
    case askTerminal
    /// Draw every cell and picture again.
    case redraw
    /// End the program.
    case quit
}
