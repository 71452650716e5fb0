import TerminalUI

/// The page of the documentation that lists every key, made from the action table.
public enum KeyPage {
    /// The page in Markdown; `others` are the keymaps beside the one of the action table, `screens` the sections of
    /// screens that other targets draw.
    public static func markdown(others: [KeyBindings], screens: String) -> String {
        let sections = KeyContext.allCases.map(section).joined()
        return introduction + sections + patternSection + screens + conventions
            + comparison(others.map { ($0.title, Keymap($0)) })
    }

    private static let introduction = """
        # Keys

        Everything works from the keyboard; a key that cannot act says why on the bottom line. `?` shows the keys of \
        the present focus. `:` finds any action by a few letters; a number there goes to that slice. `Esc` only cancels.

        """

    /// What hands know from other viewers, with what does it here.
    private static var conventions: String {
        let rows = ViewerConvention.all.map { convention in
            let here = convention.instead ?? text(keys(of: convention))
            let theirs = [
                convention.ohif, convention.weasis, convention.slicer, convention.mrpeek,
            ].map { $0.isEmpty ? "" : "`\($0)`" }
            return cells([convention.what] + theirs + [here])
        }
        let mouse = ViewerConvention.mouse.map { cells($0.cells) }
        return """

            ## From other viewers

            While a picture has the focus. Of tools the first key begins to measure.

            | what | OHIF | Weasis | 3D Slicer | mrpeek | here |
            | --- | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            The mouse, with `--mouse`:

            | mouse | OHIF | Weasis | 3D Slicer | mrpeek | here |
            | --- | --- | --- | --- | --- | --- |
            \(mouse.joined(separator: "\n"))

            What else a viewer is expected to do:

            | what | keys | also |
            | --- | --- | --- |
            \(features.joined(separator: "\n"))

            """
    }

    private static var features: [String] {
        ViewerConvention.features.map { feature in
            let keys = feature.commands.compactMap { Keymap.standard.key($0, in: .image) }
            return cells([feature.what, text(keys), feature.here])
        }
    }

    /// The keys of a convention, after those that go before.
    private static func keys(of convention: ViewerConvention) -> [KeyPress] {
        let before = convention.before.enumerated().compactMap { place, command in
            Keymap.standard.key(command, in: place == 0 ? .image : .measure)
        }
        return before
            + (convention.commands + convention.back).compactMap {
                Keymap.standard.key($0, in: convention.context)
            }
    }

    private static func cells(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private static var patternSection: String {
        section("Test pattern", "In `readingroom terminal test`.", PatternKeys.rows)
    }

    private static func section(_ context: KeyContext) -> String {
        section(
            context.rawValue, context.introduction,
            lines: ActionTable.rows(in: context).map { line($0.keys, $0.help) })
    }

    /// The part of the page that tells the keys of one screen.
    public static func section<Command>(
        _ title: String, _ introduction: String, _ rows: [KeyRow<Command>]
    ) -> String {
        section(title, introduction, lines: rows.map { line($0.keys, $0.help) })
    }

    private static func section(
        _ title: String, _ introduction: String, lines: [String]
    ) -> String {
        "\n## \(title)\n\n\(introduction)\n\n| key | does |\n| --- | --- |\n"
            + lines.map { "\($0)\n" }.joined()
    }

    private static func line(_ keys: [KeyPress], _ help: String) -> String {
        "| \(text(keys)) | \(help) |"
    }

    private static func text(_ keys: [KeyPress]) -> String {
        keys.map { key in
            let caption = key.caption(unicode: true)
            // A column ends at a bar, also inside code.
            return caption == "|" ? "`\\|`" : "`\(caption)`"
        }.joined(separator: " ")
    }

    /// Where other keymaps differ, one row for each action and place.
    private static func comparison(_ others: [(title: String, keymap: Keymap)]) -> String {
        guard !others.isEmpty else { return "" }
        let head = (["action", "in", "readingroom"] + others.map(\.keymap.name))
        let rows = KeyContext.allCases.flatMap { context in
            ActionTable.rows(in: context).compactMap { row -> String? in
                let keys = others.map { $0.keymap.keys(of: row.command, in: context) }
                guard keys.contains(where: { $0 != row.keys }) else { return nil }
                let cells = [row.command.name, context.name, text(row.keys)] + keys.map(text)
                return "| " + cells.joined(separator: " | ") + " |"
            }
        }
        return """

            ## Keymaps

            `--keymap` chooses one; `Themes/keymaps/readingroom.yaml` says how to write your own. What the others do \
            differently:

            | \(head.joined(separator: " | ")) |
            |\(String(repeating: " --- |", count: head.count))
            \(rows.joined(separator: "\n"))

            """
    }
}

extension Keymap {
    /// All keys of a command in a context.
    fileprivate func keys(of command: Command, in context: KeyContext) -> [KeyPress] {
        rows(in: context).first { $0.command == command }?.keys ?? []
    }
}

extension KeyContext {
    /// When the keys of the context are heard.
    fileprivate var introduction: String {
        switch self {
        case .worklist: "On the worklist, before a case is open."
        case .image: "While a picture has the focus; `Tab` goes there."
        case .form: "While the form has the focus; `Tab` goes there."
        case .window: "After `w`: the arrows change the window."
        case .pan: "After `p`: the arrows move the picture."
        case .tilt: "After `O`: the arrows tilt the plane."
        case .crosshair: "After `x`: the arrows move the crosshair, a click does too."
        case .mark: "After `a`, or `e` on a mark: the arrows move the cross."
        case .measure: "After `d`, or `D` in the form: the arrows move the caliper."
        }
    }
}
