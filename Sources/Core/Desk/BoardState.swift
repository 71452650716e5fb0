import ReaderStudies
import TerminalUI

/// All that the coordinator's board knows at one moment.
public struct BoardState: Sendable {
    /// How the study stood when the store could be read last; `nil` before that.
    public var overview: StudyOverview?
    /// Why the store could not be read the last time, in a sentence; `nil` when it could.
    public var problem: String?
    /// Seconds between two looks at the store.
    public let seconds: Int
    /// The screen in cells.
    public var size: Size
    /// Whether the terminal shows Unicode.
    public var unicode: Bool
    /// The first line of the page that is shown.
    public var firstLine = 0
    /// Whether the keys are listed.
    public var showsHelp = false
    /// A sentence on the bottom line, until the next key.
    public var notice: String?

    /// The board before the first look at the store.
    public init(size: Size, unicode: Bool = true, seconds: Int) {
        self.size = size
        self.unicode = unicode
        self.seconds = seconds
    }

    /// The smallest screen on which the board is shown.
    public static let smallest = Size(width: 60, height: 12)

    /// Whether the screen is large enough.
    public var fits: Bool {
        size.width >= Self.smallest.width && size.height >= Self.smallest.height
    }
}

/// Something that happened while the board was shown.
public enum BoardAction: Hashable, Sendable {
    /// A key.
    case key(KeyPress)
    /// The wheel turned: lines down, or up when negative.
    case scrolled(Int)
    /// The screen has another size, or must be drawn again.
    case resized(Size)
    /// The store was read.
    case looked(StudyOverview)
    /// The store could not be read, in a sentence.
    case failed(String)
}

/// What the board asks the world to do.
public enum BoardEffect: Hashable, Sendable {
    /// Look at the store now.
    case look
    /// Draw every cell again.
    case redraw
    /// End the program.
    case quit
}
