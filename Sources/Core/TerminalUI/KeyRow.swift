/// One row of the keys of a screen: what they ask for, and words for the bottom line and the help.
public struct KeyRow<Command: Hashable & Sendable>: Sendable {
    /// What the keys ask for.
    public let command: Command
    /// The keys, the most usual one first.
    public let keys: [KeyPress]
    /// A word or two for the bottom line.
    public let caption: String
    /// A sentence for the documentation.
    public let help: String

    /// A row.
    public init(_ command: Command, keys: [KeyPress], caption: String, help: String) {
        self.command = command
        self.keys = keys
        self.caption = caption
        self.help = help
    }

    /// What a key asks for in `rows`; other keyboard layouts count by the place of their keys.
    public static func command(_ press: KeyPress, in rows: [Self]) -> Command? {
        let twin = press.latinTwin ?? press
        return rows.first { $0.keys.contains(press) || $0.keys.contains(twin) }?.command
    }
}

extension CellGrid {
    /// Writes hints into one row from its second column on: a key, and what it does.
    public mutating func writeHints(_ hints: [(key: String, caption: String)], row: Int) {
        var column = 1
        for hint in hints {
            let after = write(hint.key, column: column, row: row, role: .accent)
            column = write(" " + hint.caption, column: after, row: row, role: .dim) + 2
        }
    }
}
