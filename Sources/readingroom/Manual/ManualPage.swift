import ArgumentParser
import TerminalUI
import Workstation

/// The manual page, from the commands and the action table.
enum ManualPage {
    /// The page for `man`.
    ///
    /// Source: man(7) and groff_man(7).
    static var roff: String {
        """
        .TH READINGROOM 1 "" "\(Program.name)" "User Commands"
        .SH NAME
        readingroom \\- \(escaped(ReadingRoom.configuration.abstract))
        .SH SYNOPSIS
        .B readingroom
        .I command
        [\\fIoptions\\fR]
        .SH DESCRIPTION
        Readers log in over SSH and read blinded cases in the terminal. The program chooses the case; every answer is
        saved as it is typed. Everything works from the keyboard.
        .SH COMMANDS
        \(commands.joined(separator: "\n"))
        .SH KEYS
        These are the keys of the keymap \\fBreadingroom\\fR; \\fB\\-\\-keymap\\fR chooses another.
        \(KeyContext.allCases.map(section).joined(separator: "\n"))
        .SH FILES
        .TP
        .I ~/.local/share/readingroom/themes/*.yaml
        Themes of your own.
        .TP
        .I ~/.local/share/readingroom/keymaps/*.yaml
        Keymaps of your own.
        .TP
        .I ~/.config/readingroom/settings.yaml
        What you prefer: \\fBtheme\\fR, \\fBkeymap\\fR, \\fBmouse\\fR (yes or no), \\fBbreakMinutes\\fR (0 for never),
        \\fBscreenReader\\fR (yes or no).
        .SH ENVIRONMENT
        .TP
        .B NO_COLOR
        When set to anything, text has no colour; pictures keep their greys.
        .TP
        .B XDG_DATA_HOME
        In place of ~/.local/share.
        .TP
        .B XDG_CONFIG_HOME
        In place of ~/.config.
        .SH EXIT STATUS
        0 when done, 1 when refused or failed, with a sentence on standard error, 64 for a wrong command line.

        """
    }

    /// Every command that is not hidden, with its verbs.
    private static var commands: [String] {
        lines(ReadingRoom.self, path: "")
    }

    private static func lines(_ command: any ParsableCommand.Type, path: String) -> [String] {
        command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap {
            child -> [String] in
            let name = "\(path)\(child.configuration.commandName ?? "")"
            let own = ".TP\n.B \(escaped(name))\n\(escaped(child.configuration.abstract))"
            return child.configuration.subcommands.isEmpty
                ? [own] : lines(child, path: name + " ")
        }
    }

    private static func section(_ context: KeyContext) -> String {
        let rows = ActionTable.rows(in: context).map { row in
            let keys = row.keys.map { escaped($0.caption(unicode: false)) }
                .joined(separator: "\\fR, \\fB")
            return ".TP\n.B \"\(keys)\"\n\(escaped(row.help))"
        }
        return ".SS \(context.rawValue)\n" + rows.joined(separator: "\n")
    }

    /// Text in which nothing is taken for a command of roff.
    static func escaped(_ text: String) -> String {
        let characters = text.map { character -> String in
            switch character {
            case "\\": "\\e"
            case "-": "\\-"
            case "\"": "\\(dq"
            case "'": "\\(aq"
            case "^": "\\(ha"
            case "~": "\\(ti"
            default: String(character)
            }
        }
        let line = characters.joined()
        return line.hasPrefix(".") ? "\\&" + line : line
    }
}
