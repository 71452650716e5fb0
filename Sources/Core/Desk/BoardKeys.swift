import TerminalUI

/// What a key asks for on the board.
public enum BoardCommand: Hashable, Sendable {
    /// One line.
    case up, down
    /// A screenful.
    case pageUp, pageDown
    /// To the first or the last line.
    case first, last
    /// To the next heading, or the one before.
    case nextPart, previousPart
    /// Look at the store now.
    case look
    /// List the keys, or no longer.
    case help
    /// Draw everything again.
    case redraw
    /// Close the list of keys, or the board.
    case leave
}

/// Every key of the board: the bottom line, its help and the documentation are made from these rows.
public enum BoardKeys {
    /// The rows, in the order of the help.
    public static let rows: [KeyRow<BoardCommand>] = [
        KeyRow(
            .up, keys: [KeyPress(.up), KeyPress("k")], caption: "line up", help: "One line up."),
        KeyRow(
            .down, keys: [KeyPress(.down), KeyPress("j")], caption: "line down",
            help: "One line down."),
        KeyRow(
            .pageUp, keys: [KeyPress(.pageUp), KeyPress("u", .control)], caption: "page up",
            help: "A screenful up."),
        KeyRow(
            .pageDown, keys: [KeyPress(.pageDown), KeyPress("d", .control), KeyPress(" ")],
            caption: "page down", help: "A screenful down."),
        KeyRow(
            .first, keys: [KeyPress(.home), KeyPress("g")], caption: "first line",
            help: "To the first line."),
        KeyRow(
            .last, keys: [KeyPress(.end), KeyPress("G")], caption: "last line",
            help: "To the last line."),
        KeyRow(
            .nextPart, keys: [KeyPress(.tab)], caption: "next part", help: "To the next heading."),
        KeyRow(
            .previousPart, keys: [KeyPress(.backTab)], caption: "part before",
            help: "To the heading before."),
        KeyRow(
            .look, keys: [KeyPress("r")], caption: "look now",
            help: "Looks at the store now, and not only every few seconds."),
        KeyRow(
            .redraw, keys: [KeyPress("l", .control)], caption: "redraw",
            help: "Draws everything again."),
        KeyRow(
            .help, keys: [KeyPress("?"), KeyPress(.function(1))], caption: "keys",
            help: "Lists the keys, or no longer."),
        KeyRow(
            .leave, keys: [KeyPress("q"), KeyPress(.escape), KeyPress("g", .control)],
            caption: "close",
            help: "Closes the list of keys, or the board."),
    ]

    /// The row of a command.
    static func row(of command: BoardCommand) -> KeyRow<BoardCommand>? {
        rows.first { $0.command == command }
    }
}
