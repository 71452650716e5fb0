/// How many colours a terminal keeps.
public enum ColorDepth: String, Hashable, Sendable, Comparable, CaseIterable {
    /// None at all.
    case none
    /// The 16 that themes of the terminal change.
    case sixteen = "16"
    /// The palette of 256.
    case palette256 = "256"
    /// 24 bits.
    case truecolor

    /// Fewer colours come first.
    public static func < (left: Self, right: Self) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}

/// How a terminal turns a sixel percentage into a level of 0...255.
public enum SixelRounding: String, Hashable, Sendable {
    /// `(p * 65535 / 100) >> 8`: xterm.
    case xterm
    /// `p * 255 / 100`: foot, mlterm, WezTerm.
    case floor
    /// `(p * 255 + 50) / 100`: libsixel and its descendants.
    case round
    /// Not known: the table with the least summed error is taken.
    case unknown
}

/// What a terminal can do with sixel pictures.
public struct SixelCapability: Hashable, Sendable {
    /// Colour registers.
    public var registers: Int
    /// Largest picture in pixels.
    public var maximumWidth: Int
    /// Largest picture in pixels.
    public var maximumHeight: Int
    /// The rounding rule.
    public var rounding: SixelRounding
    /// Whether every touched cell is cleared, so that only whole cells may be sent (mlterm).
    public var wholeCells: Bool
    /// How many pictures it keeps; older ones vanish when it repaints. `nil` where it keeps all.
    public var mostPictures: Int?

    /// A capability; the defaults are what is assumed without an answer.
    public init(
        registers: Int = 256, maximumWidth: Int = 1000, maximumHeight: Int = 1000,
        rounding: SixelRounding = .unknown, wholeCells: Bool = false
    ) {
        self.registers = registers
        self.maximumWidth = maximumWidth
        self.maximumHeight = maximumHeight
        self.rounding = rounding
        self.wholeCells = wholeCells
    }
}

/// The ways to show greys, by the names of `--graphics`.
public enum GraphicsMode: String, Hashable, Sendable, CaseIterable {
    /// kitty graphics: 256 greys.
    case kitty
    /// Sixel: 101 greys.
    case sixel
    /// Upper half blocks: two pixels a cell.
    case half
    /// Characters by their ink: 10 greys.
    case ascii
    /// Inline images of iTerm2: 256 greys.
    case iterm2
    /// Quadrants: four pixels a cell, in two greys.
    case quadrant
    /// Sextants: six pixels a cell, in two greys.
    case sextant
    /// Half blocks without colours: black and white.
    case mono
}

/// What was found out about a terminal.
public struct TerminalCapabilities: Hashable, Sendable {
    /// What the terminal calls itself; empty when silent.
    public var name: String
    /// Size of a cell in pixels; `nil` when not known.
    public var cellWidthPX: Int?
    /// Size of a cell in pixels; `nil` when not known.
    public var cellHeightPX: Int?
    /// Colours.
    public var colors: ColorDepth
    /// Whether kitty graphics were answered with OK.
    public var kittyGraphics: Bool
    /// Sixel, when there is.
    public var sixel: SixelCapability?
    /// Whether mode 2026 (synchronized output) is known.
    public var synchronizedOutput: Bool
    /// Whether half blocks and box drawing can be shown (a UTF-8 terminal that is not the Linux
    /// console).
    public var unicode: Bool
    /// `tmux`, `screen` or empty.
    public var multiplexer: String
    /// Whether the terminal answered at all; if not, only cells may be used.
    public var answered = true
    /// Whether the kitty keyboard protocol is known.
    public var kittyKeyboard = false
    /// Whether the mouse can be told in pixels (mode 1016).
    public var pixelMouse = false
    /// Whether the background is nearer to white than to black, as it told; dark is assumed of one that does not.
    public var isLight = false
    /// The grey, 0...255, of each of the 16 colours that the terminal told, by number.
    public var themeLevels: [Int: UInt8] = [:]
    /// Whether places of the mouse are pixels: the terminal tells them, and how large a cell is.
    public var tellsMousePixels: Bool {
        pixelMouse && cellWidthPX ?? 0 > 0 && cellHeightPX ?? 0 > 0
    }
    /// By which the terminal is known again, from its own answers; `nil` when it did not answer.
    public var key: String?

    /// Capabilities; the defaults are a terminal that answers nothing.
    public init(
        name: String = "", cellWidthPX: Int? = nil, cellHeightPX: Int? = nil,
        colors: ColorDepth = .none, kittyGraphics: Bool = false, sixel: SixelCapability? = nil,
        synchronizedOutput: Bool = false, unicode: Bool = true, multiplexer: String = ""
    ) {
        self.name = name
        self.cellWidthPX = cellWidthPX
        self.cellHeightPX = cellHeightPX
        self.colors = colors
        self.kittyGraphics = kittyGraphics
        self.sixel = sixel
        self.synchronizedOutput = synchronizedOutput
        self.unicode = unicode
        self.multiplexer = multiplexer
    }
}
