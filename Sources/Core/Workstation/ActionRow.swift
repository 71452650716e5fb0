import TerminalUI

/// One row of the action table: what it does, with which keys, and why it may be impossible.
public struct ActionRow: Sendable {
    /// What the keys ask for.
    public let command: Command
    /// Where the keys are heard.
    public let contexts: [KeyContext]
    /// The keys, the most usual one first.
    public let keys: [KeyPress]
    /// A few words for the bottom line, such as `next slice`.
    public let caption: String
    /// A sentence for the help.
    public let help: String
    /// What the bottom line shows for this row and its neighbours; `nil` leaves it to the help.
    public let hint: KeyHint?
    /// Whether the help shows it in one line with the row above.
    public let joinsAbove: Bool
    /// Why it cannot be done now; `nil` when it can.
    public let refusal: @Sendable (WorkstationState) -> String?

    init(
        _ command: Command, _ contexts: [KeyContext], _ keys: [KeyPress], _ caption: String,
        _ help: String, hint: KeyHint? = nil, joinsAbove: Bool = false,
        refusal: @escaping @Sendable (WorkstationState) -> String? = { _ in nil }
    ) {
        self.command = command
        self.contexts = contexts
        self.keys = keys
        self.caption = caption
        self.help = help
        self.hint = hint
        self.joinsAbove = joinsAbove
        self.refusal = refusal
    }
}

/// What the bottom line says of a row, and how early.
public struct KeyHint: Hashable, Sendable {
    /// Lower ones come first and are the last to be dropped.
    public let rank: Int
    /// The keys, when one row speaks for several: `↑↓`. The row's first key otherwise.
    public let keys: String?
    /// The words, when they differ from the row's caption.
    public let caption: String?

    init(_ rank: Int, keys: String? = nil, caption: String? = nil) {
        self.rank = rank
        self.keys = keys
        self.caption = caption
    }
}

extension KeyPress {
    /// The key as text: `↑`, `⇧↑`, `^U`, `Space`; words and `S-` without Unicode.
    public func caption(unicode: Bool) -> String {
        var text = ""
        if modifiers.contains(.control) { text += "^" }
        if modifiers.contains(.alt) { text += unicode ? "⌥" : "Alt-" }
        if modifiers.contains(.shift) { text += unicode ? "⇧" : "S-" }
        return text + key.caption(unicode: unicode, capital: modifiers.contains(.control))
    }
}

extension Key {
    fileprivate func caption(unicode: Bool, capital: Bool) -> String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): capital ? character.uppercased() : String(character)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: unicode ? "⇧Tab" : "S-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: unicode ? "↑" : "Up"
        case .down: unicode ? "↓" : "Down"
        case .left: unicode ? "←" : "Left"
        case .right: unicode ? "→" : "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        }
    }
}
