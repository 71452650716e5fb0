import TerminalUI

/// One row of the action table: what it does, with which keys, and why it may be impossible.
public struct ActionRow: Sendable {
    /// What the keys ask for.
    public let command: Command
    /// Where the keys are heard.
    public let contexts: [KeyContext]
    /// The keys, the most usual one first; a keymap may leave none.
    public private(set) var keys: [KeyPress]
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

    /// The row with other keys.
    func with(_ keys: [KeyPress]) -> ActionRow {
        var row = self
        row.keys = keys
        return row
    }
}

/// What the bottom line says of a row, and how early.
public struct KeyHint: Hashable, Sendable {
    /// Lower ones come first and are the last to be dropped.
    public let rank: Int
    /// Commands whose keys stand beside the row's own, when one row speaks for several: `↑↓`.
    public let with: [Command]
    /// The words, when they differ from the row's caption.
    public let caption: String?

    init(_ rank: Int, with: [Command] = [], caption: String? = nil) {
        self.rank = rank
        self.with = with
        self.caption = caption
    }
}
