import TerminalUI

/// The keymap `readingroom` as a file, which is also where one begins to make one's own.
public enum KeymapText {
    /// The file.
    public static var yaml: String {
        let everywhere = commands.filter { isSame($0) }
        let sections = KeyContext.allCases.map { context in
            section(
                context.name,
                ActionTable.rows(in: context).filter {
                    !ActionTable.isFixed($0.command) && !isSame($0.command)
                })
        }
        let same = everywhere.compactMap { command in
            ActionTable.rows.first { $0.command == command }
        }
        return introduction + section("everywhere", same) + sections.joined()
    }

    private static let introduction = """
        # The keys when no other keymap is chosen, made from the program's action table.
        #
        # To make your own: write a file with another name inside and outside, and only the lines that differ. Choose
        # it with --keymap NAME when it lies in readingroom/keymaps in your data folder (~/.local/share), or with
        # --keymap FILE. A key is one character, or Up, Down, Left, Right, Home, End, PgUp, PgDn, Enter, Tab, Space,
        # Backspace, Del, Ins, F1 to F12, after S-, A- or C- for Shift, Alt and Control. [] leaves an action to the
        # command palette. Esc cancels, digits answer grades in the form: these cannot be changed.
        keymap: readingroom
        title: ReadingRoom

        """

    /// Commands that a keymap can change, in the order of the table.
    private static var commands: [Command] {
        var seen: Set<Command> = []
        return ActionTable.rows.map(\.command).filter {
            !ActionTable.isFixed($0) && seen.insert($0).inserted
        }
    }

    /// Whether a command has the same keys wherever it is heard, in more places than one.
    private static func isSame(_ command: Command) -> Bool {
        let keys = KeyContext.allCases.compactMap { context in
            ActionTable.rows(in: context).first { $0.command == command }?.keys
        }
        return keys.count > 1 && Set(keys).count == 1
    }

    private static func section(_ name: String, _ rows: [ActionRow]) -> String {
        guard !rows.isEmpty else { return "" }
        return "\n\(name):\n" + rows.map(line).joined()
    }

    private static func line(_ row: ActionRow) -> String {
        let keys = row.keys.map { quoted($0.name) }.joined(separator: ", ")
        return "  \(row.command.name): [\(keys)]  # \(row.caption)\n"
    }

    private static func quoted(_ name: String) -> String {
        let escaped = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"\(String(escaped))\""
    }
}
