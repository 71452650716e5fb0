import TerminalUI

/// What a key asks for in the test of a terminal.
enum PatternCommand: Hashable {
    case next, back, seen, notSeen, skip, graphics, ask, redraw, leave
}

/// One row of the keys of the test of a terminal.
struct PatternKeyRow {
    let command: PatternCommand
    let keys: [KeyPress]
    let caption: String
    let help: String
}

/// Every key of the test of a terminal: the bottom line and the documentation are made from these rows.
enum PatternKeys {
    static let rows: [PatternKeyRow] = [
        PatternKeyRow(
            command: .next, keys: [.plain(.enter), .plain(.right), .plain(.down)],
            caption: "begin",
            help: "Goes to the next question; after the last, Enter keeps the answers."),
        PatternKeyRow(
            command: .seen, keys: [KeyPress("y"), KeyPress(" ")], caption: "seen",
            help: "Answers that the part is seen."),
        PatternKeyRow(
            command: .notSeen, keys: [KeyPress("n"), KeyPress("o")], caption: "not seen",
            help: "Answers that the part is not seen."),
        PatternKeyRow(
            command: .skip, keys: [KeyPress("s"), .plain(.tab)], caption: "skip",
            help: "Leaves the question without an answer."),
        PatternKeyRow(
            command: .back,
            keys: [.plain(.left), .plain(.up), .plain(.backspace), .plain(.backTab)],
            caption: "back", help: "Goes to the question before."),
        PatternKeyRow(
            command: .graphics, keys: [KeyPress("v")], caption: "graphics",
            help: "Takes the next way of showing greys, which is remembered for this terminal."),
        PatternKeyRow(
            command: .ask, keys: [KeyPress("p")], caption: "ask again",
            help: "Asks the terminal again what it can do."),
        PatternKeyRow(
            command: .redraw, keys: [.control("l")], caption: "redraw",
            help: "Draws everything again, the picture too."),
        PatternKeyRow(
            command: .leave, keys: [KeyPress("q"), .control("g")], caption: "leave",
            help: "Leaves; nothing is kept."),
    ]

    /// What a key asks for; other keyboard layouts count by the place of their keys.
    static func command(_ press: KeyPress) -> PatternCommand? {
        let twin = press.latinTwin ?? press
        return rows.first { $0.keys.contains(press) || $0.keys.contains(twin) }?.command
    }

    /// The commands that the bottom line shows at a place, in its order.
    static func shown(at place: PatternState.Place) -> [PatternCommand] {
        switch place {
        case .overview: [.next, .graphics, .ask, .leave]
        case .asking: [.seen, .notSeen, .skip, .back, .graphics, .ask, .leave]
        case .summary: [.next, .back, .leave]
        }
    }
}
