import Imaging
import Instruments
import ReaderStudies
import TerminalUI

/// All that the reading program knows at one moment.
public struct WorkstationState: Sendable {
    /// Where the reader is.
    public var screen = WorkstationScreen.starting
    /// What floats over the screen and takes the keys.
    public var popup: Popup?
    /// A sentence on the bottom line, until the next key.
    public var notice: Notice?
    /// What follows from the read signed last, until the next one is open.
    public var consequences: Consequences?
    /// The screen in cells.
    public var size: Size
    /// What the terminal can do.
    public var capabilities: TerminalCapabilities
    /// Which keys do what.
    public var keymap: Keymap
    /// How pictures are shown.
    public var graphics: GraphicsMode
    /// What a hand chose; `nil` leaves it to the terminal.
    public var wanted: GraphicsMode?
    /// The names of the themes that can be chosen.
    public var themes: [String] = []
    /// The name of the theme in use.
    public var theme = ""
    /// Whether the terminal reports the mouse.
    public var usesMouse = false
    /// After how much work without a break the screen says so, in milliseconds; `nil` for never.
    public var breakAfterMS: Int?
    /// Whether the screen is one text for a screen reader, without pictures.
    public var isLinear = false
    /// What the reader saw of the test pattern in this terminal.
    public var pattern = PatternTestRecord.never
    /// Whether the pictures on the screen are full.
    public var picture = PictureState.full
    /// How long the reader has worked without a break.
    public var sitting = SittingClock()
    /// The monotonic time of the last key or tick, milliseconds.
    public var nowMS = 0
    /// Whether the program ends once the read is left.
    public var isLeaving = false
    /// Whether the reader was just told that leaving loses unsaved answers.
    var leavesUnsaved = false

    /// The state before anything was asked; what the terminal cannot show of `graphics` is not taken.
    public init(
        size: Size, capabilities: TerminalCapabilities, graphics: GraphicsMode? = nil,
        keymap: Keymap = .standard
    ) {
        self.size = size
        self.keymap = keymap
        self.capabilities = capabilities
        let choice = GraphicsChoice(for: capabilities, wanted: graphics)
        self.graphics = choice.mode
        wanted = choice.isByHand ? choice.mode : nil
        if usesCellsUnasked {
            notice = .attention(
                "The \(Self.unanswered). \(key(.graphics)) asks it again or chooses.")
        }
    }

    /// What is said where a terminal did not answer.
    static let unanswered = "terminal did not answer, cells used"

    /// Whether cells are used only because the terminal did not answer.
    var usesCellsUnasked: Bool { !capabilities.answered && wanted == nil }

    /// The smallest screen on which one can read: 80 × 24 less two lines, because tmux and screen keep some for themselves.
    public static let smallest = Size(width: 80, height: 22)

    /// Whether the screen is large enough.
    public var fits: Bool {
        if isLinear { return true }
        return size.width >= Self.smallest.width && size.height >= Self.smallest.height
    }

    /// After how many milliseconds the loop should send a tick although no key comes; `nil` for never.
    public func tickMS(at nowMS: Int) -> Int? {
        guard let reading else { return nil }
        let log = reading.log.isDue ? ViewLog.intervalMS : nil
        let cine = popup == nil ? reading.cine.map { max(1, $0.nextMS - nowMS) } : nil
        return [log, cine].compactMap(\.self).min()
    }

    /// The open read, when there is one.
    public var reading: ReadingState? {
        get {
            if case .reading(let reading) = screen { return reading }
            return nil
        }
        set { if let newValue { screen = .reading(newValue) } }
    }
}

/// Where the reader is.
public enum WorkstationScreen: Sendable {
    /// Nothing is known yet.
    case starting
    /// How much is left.
    case worklist(WorklistStatus)
    /// A case is open.
    case reading(ReadingState)
}

/// A sentence for the reader with its importance.
public struct Notice: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// Something was done.
        case done
        /// Something cannot be done, or is worth a look.
        case attention
        /// Something failed.
        case refused
    }

    /// What it is.
    public var kind: Kind
    /// The sentence.
    public var sentence: String

    static func done(_ sentence: String) -> Notice { Notice(kind: .done, sentence: sentence) }
    /// Something to look at.
    public static func attention(_ sentence: String) -> Notice {
        Notice(kind: .attention, sentence: sentence)
    }
    static func refused(_ sentence: String) -> Notice {
        Notice(kind: .refused, sentence: sentence)
    }
}
