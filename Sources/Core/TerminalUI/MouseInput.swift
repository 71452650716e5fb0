/// A report of the mouse, as the terminal sends it in the SGR form.
public struct MouseInput: Hashable, Sendable {
    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// A button went down.
        case press
        /// A button came up.
        case release
        /// The mouse moved, with or without a button.
        case move
        /// The wheel turned away from the person.
        case wheelUp
        /// The wheel turned towards the person.
        case wheelDown
    }

    /// What happened.
    public var kind: Kind
    /// 0 left, 1 middle, 2 right, 3 none; 0 for the wheel.
    public var button: Int
    /// From the left, from 0; cells, or pixels in mode 1016. Never negative.
    public var x: Int
    /// From the top, from 0; cells, or pixels in mode 1016. Never negative.
    public var y: Int
    /// Held modifiers.
    public var modifiers: KeyModifiers

    /// A report.
    public init(kind: Kind, button: Int, x: Int, y: Int, modifiers: KeyModifiers = []) {
        self.kind = kind
        self.button = button
        self.x = max(0, x)
        self.y = max(0, y)
        self.modifiers = modifiers
    }

    /// From the numbers of `CSI < code ; column ; row M` (`isPress`) or `m`; columns and rows
    /// from 1.
    init(code: Int, column: Int, row: Int, isPress: Bool) {
        var modifiers: KeyModifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let isWheel = code & 64 != 0
        let kind: Kind =
            if isWheel {
                code & 1 == 0 ? .wheelUp : .wheelDown
            } else if code & 32 != 0 {
                .move
            } else {
                isPress ? .press : .release
            }
        self.init(
            kind: kind, button: isWheel ? 0 : code & 3, x: column - 1, y: row - 1,
            modifiers: modifiers)
    }
}
