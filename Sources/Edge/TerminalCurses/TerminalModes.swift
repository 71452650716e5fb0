import TerminalUI

/// The modes that are set while the screen is open.
struct TerminalModes {
    /// Sets them.
    var enter: [UInt8] { Array((set + mouse).map(\.0).joined().utf8) }
    /// Takes them back.
    var leave: [UInt8] {
        Array(((set + mouse).reversed().map(\.1).joined() + "\u{1B}[?2004l").utf8)
    }
    private let set: [(String, String)]
    private var mouse: [(String, String)]
    private var takesPaste = false

    init(options: ScreenOptions, capabilities: TerminalCapabilities) {
        var set: [(String, String)] = []
        if capabilities.kittyKeyboard { set.append(("\u{1B}[>1u", "\u{1B}[<u")) }
        if options.focus { set.append(Self.mode(1004)) }
        self.set = set
        mouse = options.mouse ? Self.mouse(capabilities) : []
    }

    /// The bytes that let the terminal report the mouse, or no longer.
    mutating func use(mouse isWanted: Bool, _ capabilities: TerminalCapabilities) -> [UInt8] {
        guard isWanted == mouse.isEmpty else { return [] }
        let modes = isWanted ? Self.mouse(capabilities) : mouse
        mouse = isWanted ? modes : []
        let bytes = isWanted ? modes.map(\.0) : modes.reversed().map(\.1)
        return Array(bytes.joined().utf8)
    }

    private static func mouse(_ capabilities: TerminalCapabilities) -> [(String, String)] {
        [mode(1002), mode(1006)] + (capabilities.tellsMousePixels ? [mode(1016)] : [])
    }

    /// Pastes arrive in brackets only while there is a text field.
    mutating func follow(_ frame: Frame) -> [UInt8] {
        let wanted = frame.cursor != nil
        guard wanted != takesPaste else { return [] }
        takesPaste = wanted
        return Array((wanted ? "\u{1B}[?2004h" : "\u{1B}[?2004l").utf8)
    }

    private static func mode(_ number: Int) -> (String, String) {
        ("\u{1B}[?\(number)h", "\u{1B}[?\(number)l")
    }

    /// The bytes that bring back any terminal from the middle of anything, also of a picture.
    ///
    /// The first two end a picture that was half sent; without them it would swallow what the
    /// shell prints.
    static func restoration(term: String) -> [UInt8] {
        let pictures =
            TerminalQuery.takesKittyCommands(term: term) ? "\u{1B}_Ga=d,d=A,q=2\u{1B}\\" : ""
        return Array(
            [
                "\u{1B}\\", "\u{1B}[?2026l", pictures, "\u{1B}[<u", "\u{1B}[?1016l",
                "\u{1B}[?1006l", "\u{1B}[?1003l", "\u{1B}[?1002l", "\u{1B}[?1000l",
                "\u{1B}[?1004l", "\u{1B}[?2004l", "\u{1B}[m", "\u{1B}[?25h", "\u{1B}[?1049l",
            ].joined().utf8)
    }
}

/// The name of the terminal in the database, or one that stands in for it.
struct TerminalName {
    /// `TERM`.
    let asked: String
    /// The name that ncurses is given.
    let used: String
    /// Whether the database knows `TERM`.
    let isKnown: Bool
    /// Colours of the name that is used.
    let colors: Int

    /// What nearly every terminal understands, when the host does not know its own name.
    private static let standIn = "xterm-256color"

    /// Looks the name up.
    init(_ name: String) throws(ScreenError) {
        asked = name
        let found = CursesDatabase.look(up: name)
        if name == "dumb" || found == .cannotPlaceText { throw .dumbTerminal(name) }
        isKnown = found == .known
        used = isKnown ? name : Self.standIn
        if CursesDatabase.look(up: used) != .known { throw .unknownTerminal(name) }
        colors = CursesDatabase.colors(of: used)
    }
}
