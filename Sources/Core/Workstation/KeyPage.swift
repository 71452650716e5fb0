import TerminalUI

/// The page of the documentation that lists every key, made from the action table.
public enum KeyPage {
    /// The page in Markdown.
    public static var markdown: String {
        """
        # Keys

        Everything works from the keyboard; a key that cannot act says why on the bottom line. `?` shows the keys of \
        the present focus.

        """ + KeyContext.allCases.map(section).joined() + patternSection
    }

    private static var patternSection: String {
        let rows = PatternKeys.rows.map { line($0.keys, $0.help) }.joined(separator: "\n")
        return
            "\n## Test pattern\n\nIn `readingroom terminal test`.\n\n| key | does |\n| --- | --- |\n\(rows)\n"
    }

    private static func section(_ context: KeyContext) -> String {
        let rows = ActionTable.rows(in: context).map { line($0.keys, $0.help) }
            .joined(separator: "\n")
        return
            "\n## \(context.rawValue)\n\n\(context.introduction)\n\n| key | does |\n| --- | --- |\n\(rows)\n"
    }

    private static func line(_ keys: [KeyPress], _ help: String) -> String {
        let keys = keys.map { "`\($0.caption(unicode: true))`" }.joined(separator: " ")
        return "| \(keys) | \(help) |"
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
        case .mark: "After `a`, or `e` on a mark: the arrows move the cross."
        }
    }
}
