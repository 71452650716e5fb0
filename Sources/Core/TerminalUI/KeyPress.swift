/// A key, as our own decoder reads it from the terminal's bytes.
public enum Key: Hashable, Sendable {
    /// A character that was typed, after the keyboard layout.
    case character(Character)
    /// Enter.
    case enter
    /// Escape alone.
    case escape
    /// Tab.
    case tab
    /// Shift and Tab.
    case backTab
    /// Backspace.
    case backspace
    /// Delete.
    case delete
    /// Insert.
    case insert
    /// Arrow keys.
    case up, down, left, right
    /// Home and End.
    case home, end
    /// Page Up and Page Down.
    case pageUp, pageDown
    /// A function key, from 1.
    case function(Int)
}

/// Modifier keys held with a key.
public struct KeyModifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// From bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift.
    public static let shift = KeyModifiers(rawValue: 1)
    /// Alt, which arrives as an escape prefix.
    public static let alt = KeyModifiers(rawValue: 2)
    /// Control.
    public static let control = KeyModifiers(rawValue: 4)
}

/// One key press.
public struct KeyPress: Hashable, Sendable {
    /// The key.
    public var key: Key
    /// Held modifiers; Shift is not set for characters, which tell it themselves.
    public var modifiers: KeyModifiers

    /// A key with modifiers.
    public init(_ key: Key, _ modifiers: KeyModifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    /// A typed character.
    public init(_ character: Character, _ modifiers: KeyModifiers = []) {
        self.init(.character(character), modifiers)
    }
}
