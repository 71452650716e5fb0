/// What a terminal answered to `TerminalQuery`, each missing answer `nil`.
public struct TerminalAnswers: Hashable, Sendable {
    /// DA1; the fence.
    public private(set) var attributes: [Int]?
    /// XTVERSION.
    public private(set) var version: String?
    /// Whether kitty graphics were answered with OK.
    public private(set) var kittyGraphics = false
    /// Colour registers for sixel.
    public private(set) var sixelRegisters: Int?
    /// The largest sixel picture in pixels.
    public private(set) var sixelSize: Size?
    /// A cell in pixels.
    public private(set) var cellPX: Size?
    /// The text area in pixels.
    public private(set) var textAreaPX: Size?
    /// States of the modes that were asked for.
    public private(set) var modes: [Int: Int] = [:]
    /// Whether the kitty keyboard protocol answered.
    public private(set) var kittyKeyboard = false
    /// The graphic rendition after an exact colour was set.
    public private(set) var rendition: String?
    /// The colour of the background.
    public private(set) var background: RGB?
    /// Some of the 16 colours that themes change, by number.
    public private(set) var themeColors: [Int: RGB] = [:]
    /// Whether a letter of two bytes in UTF-8 moved the cursor by one column.
    public private(set) var utf8: Bool?

    /// No answer yet.
    public init() {}

    /// Whether the fence was answered after our own question for the cursor, which every terminal answers.
    ///
    /// A fence without it may be the answer to a program that ran before.
    public var isComplete: Bool { attributes != nil && utf8 != nil }

    /// By which a terminal is known again: XTVERSION (`-` when silent) and DA1; `nil` when it did not answer.
    public var key: String? {
        guard let attributes else { return nil }
        let name = version.flatMap { $0.isEmpty ? nil : $0 } ?? "-"
        return name + " " + attributes.map(String.init).joined(separator: ";")
    }

    /// Takes one reply; the last of its kind counts, because answers to others come before ours.
    public mutating func add(_ reply: TerminalReply) {
        switch reply {
        case .primaryAttributes(let numbers): attributes = numbers
        case .version(let text): version = SafeText.line(String(text.prefix(80)))
        case .kittyGraphics(let text): if text == "i=31;OK" { kittyGraphics = true }
        case .graphicsAttribute(let item, let status, let values):
            if status == 0 { addGraphics(item, values) }
        case .windowReport(let kind, let height, let width):
            addWindow(kind, Size(width: width, height: height))
        case .mode(let mode, let state): modes[mode] = state
        case .keyboardFlags: kittyKeyboard = true
        case .rendition(let text): rendition = text
        case .cursor(let column, _): addCursor(column)
        case .command(let text): addColor(text)
        case .status, .other: break
        }
    }

    /// The cursor after one letter of two bytes; any other place is an answer to somebody else.
    private mutating func addCursor(_ column: Int) {
        guard column == 2 || column == 3 else { return }
        // The fence is the last question: what came before the cursor was not ours.
        if utf8 == nil { attributes = nil }
        utf8 = column == 2
    }

    /// A colour as xterm writes it: `11;rgb:ffff/ffff/ffff` or `4;7;rgb:ffff/ffff/ffff`, with one to four digits a
    /// channel, or with `rgba:`.
    private mutating func addColor(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let color = Self.color(parts[1]) else { return }
        let words = parts[0].split(separator: ";", omittingEmptySubsequences: false)
        guard ["rgb", "rgba"].contains(words.last) else { return }
        if words.count == 2, words[0] == "11" { background = color }
        if words.count == 3, words[0] == "4", let number = Int(words[1]) {
            themeColors[number] = color
        }
    }

    private static func color(_ text: Substring) -> RGB? {
        let channels = text.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
            .compactMap(channel)
        return channels.count == 3 ? RGB(channels[0], channels[1], channels[2]) : nil
    }

    private static func channel(_ digits: Substring) -> UInt8? {
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit),
            let value = Int(digits, radix: 16)
        else { return nil }
        return UInt8(value * 255 / (1 << (4 * digits.count) - 1))
    }

    private mutating func addGraphics(_ item: Int, _ values: [Int]) {
        if item == 1, let registers = values.first, registers > 0 { sixelRegisters = registers }
        if item == 2, values.count == 2, values.allSatisfy({ $0 > 0 }) {
            sixelSize = Size(width: values[0], height: values[1])
        }
    }

    private mutating func addWindow(_ kind: Int, _ size: Size) {
        guard size.width > 0, size.height > 0 else { return }
        if kind == 6 { cellPX = size }
        if kind == 4 { textAreaPX = size }
    }
}

/// What is known about a terminal without asking it.
public struct TerminalSurroundings: Hashable, Sendable {
    /// `TERM`.
    public var term: String
    /// Colours that the terminal database gives for `TERM`.
    public var databaseColors: Int
    /// Whether `NO_COLOR` is set and not empty.
    public var noColor: Bool
    /// Whether the locale is UTF-8.
    public var utf8: Bool
    /// The window in cells.
    public var cells: Size
    /// The window in pixels, as the kernel has it; `nil` when it does not know.
    public var pixels: Size?
    /// Whether the terminal is at the other end of SSH.
    public var isRemote = false

    /// Surroundings.
    public init(
        term: String, databaseColors: Int, noColor: Bool = false, utf8: Bool = true,
        cells: Size = Size(width: 80, height: 24), pixels: Size? = nil
    ) {
        self.term = term
        self.databaseColors = databaseColors
        self.noColor = noColor
        self.utf8 = utf8
        self.cells = cells
        self.pixels = pixels
    }
}
