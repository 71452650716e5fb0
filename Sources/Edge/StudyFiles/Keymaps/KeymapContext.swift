import TerminalUI

/// What a keymap file may refer to: the actions with their keys, and keys that nobody may take.
public struct KeymapContext: Sendable {
    /// The keymap whose keys hold wherever a file says nothing, with every action that there is.
    public let base: KeyBindings
    /// Why a key may not be given another meaning in a place; `nil` when it may.
    public let reservation: @Sendable (KeyPress, String) -> String?

    /// What a keymap file may refer to.
    public init(
        base: KeyBindings, reservation: @escaping @Sendable (KeyPress, String) -> String?
    ) {
        self.base = base
        self.reservation = reservation
    }
}
