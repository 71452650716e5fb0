import TerminalUI

/// What a key asks for in the test of a terminal.
enum PatternCommand: Hashable {
    case next, back, seen, notSeen, skip, graphics, ask, redraw, leave
}

/// Every key of the test of a terminal: the bottom line and the documentation are made from these rows.
enum PatternKeys {
    static let rows: [KeyRow<PatternCommand>] = [
        KeyRow(
            .next, keys: [.plain(.enter), .plain(.right), .plain(.down)],
            caption: "begin",
            help: "Goes to the next question; after the last, Enter keeps the answers."),
        KeyRow(
            .seen, keys: [KeyPress("y"), KeyPress(" ")], caption: "seen",
            help: "Answers that the part is seen."),
        KeyRow(
            .notSeen, keys: [KeyPress("n"), KeyPress("o")], caption: "not seen",
            help: "Answers that the part is not seen."),
        KeyRow(
            .skip, keys: [KeyPress("s"), .plain(.tab)], caption: "skip",
            help: "Leaves the question without an answer."),
        KeyRow(
            .back,
            keys: [.plain(.left), .plain(.up), .plain(.backspace), .plain(.backTab)],
            caption: "back", help: "Goes to the question before."),
        KeyRow(
            .graphics, keys: [KeyPress("v")], caption: "graphics",
            help: "Takes the next way of showing greys, which is remembered for this terminal."),
        KeyRow(
            .ask, keys: [KeyPress("p")], caption: "ask again",
            help: "Asks the terminal again what it can do."),
        KeyRow(
            .redraw, keys: [.control("l")], caption: "redraw",
            help: "Draws everything again, the picture too."),
        KeyRow(
            .leave, keys: [KeyPress("q"), .control("g")], caption: "leave",
            help: "Leaves; nothing is kept."),
    ]

    /// The commands that the bottom line shows at a place, in its order.
    static func shown(at place: PatternState.Place) -> [PatternCommand] {
        switch place {
        case .overview: [.next, .graphics, .ask, .leave]
        case .asking: [.seen, .notSeen, .skip, .back, .graphics, .ask, .leave]
        case .summary: [.next, .back, .leave]
        }
    }
}
