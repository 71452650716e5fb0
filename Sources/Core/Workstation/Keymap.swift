import TerminalUI

/// The rows of the action table with the keys of one keymap.
public struct Keymap: Sendable {
    /// The name by which it is chosen.
    public let name: String
    private let rowsByContext: [KeyContext: [ActionRow]]

    /// The keys as they are written in the action table.
    public static let standard = Keymap(ActionTable.bindings)

    /// The rows with these keys; where nothing is said of an action it has none.
    public init(_ bindings: KeyBindings) {
        name = bindings.name
        rowsByContext = Dictionary(
            uniqueKeysWithValues: KeyContext.allCases.map { context in
                let keys = bindings.keys[context.name] ?? [:]
                let rows = ActionTable.rows(in: context).map { row in
                    ActionTable.isFixed(row.command)
                        ? row : row.with(keys[row.command.name] ?? [])
                }
                return (context, rows)
            })
    }

    /// Rows heard in a context, in the order of the help.
    public func rows(in context: KeyContext) -> [ActionRow] { rowsByContext[context] ?? [] }

    /// The row of a key in a context; other keyboard layouts count by the place of their keys.
    func row(for press: KeyPress, in context: KeyContext) -> ActionRow? {
        let rows = rows(in: context)
        if let row = rows.first(where: { $0.keys.contains(press) }) { return row }
        return press.latinTwin.flatMap { twin in rows.first { $0.keys.contains(twin) } }
    }

    /// The first key of a command in a context.
    func key(_ command: Command, in context: KeyContext) -> KeyPress? {
        rows(in: context).first { $0.command == command }?.keys.first
    }
}

extension ActionTable {
    /// The keys of the table as a keymap file says them.
    public static var bindings: KeyBindings {
        let keys = KeyContext.allCases.map { context in
            let rows = rows(in: context).filter { !isFixed($0.command) }
            return (
                context.name,
                Dictionary(uniqueKeysWithValues: rows.map { ($0.command.name, $0.keys) })
            )
        }
        return KeyBindings(
            name: "readingroom", title: "ReadingRoom", keys: Dictionary(uniqueKeysWithValues: keys))
    }

    /// Whether no keymap may change the keys of a command: Esc cancels everywhere, digits answer grades.
    static func isFixed(_ command: Command) -> Bool {
        switch command {
        case .cancel, .digit, .redraw: true
        default: false
        }
    }

    /// Why a keymap may not give a key another meaning in a place; `nil` when it may.
    public static func reservation(of press: KeyPress, in place: String) -> String? {
        if press.key == .escape || press == .control("g") {
            return "\(press.name) cancels, everywhere and always. Choose another key."
        }
        switch press {
        case .control("l"), .control("z"), .control("c"):
            return "\(press.name) belongs to the terminal. Choose another key."
        // A terminal sends the same byte for both.
        case .control("i"), .control("m"), .control("["), .control("h"):
            return "Terminals send \(press.name) as another key. Choose another."
        default: break
        }
        guard place == KeyContext.form.name, case .character(let character) = press.key,
            press.modifiers.isEmpty, character.isASCII, character.isNumber
        else { return nil }
        return "Digits answer grades in the form. Choose another key there."
    }
}

extension KeyContext {
    /// The name in keymap files.
    public var name: String { rawValue.lowercased() }
}

extension WorkstationState {
    /// Whether a key asks for a command in this focus.
    func isKey(_ press: KeyPress, for command: Command) -> Bool {
        keymap.row(for: press, in: context)?.command == command
    }

    /// The key of a command as sentences say it: in this focus, or wherever it is heard; without one, how the
    /// palette finds it.
    func key(_ command: Command) -> String {
        let contexts = [context] + KeyContext.allCases
        let found = contexts.lazy.compactMap { keymap.key(command, in: $0) }.first
        if let found { return found.caption(unicode: capabilities.unicode) }
        let palette = contexts.lazy.compactMap { keymap.key(.palette, in: $0) }.first
        let prefix = palette.map { $0.caption(unicode: capabilities.unicode) + " " } ?? ""
        return prefix + command.name
    }
}
