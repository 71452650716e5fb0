import TerminalUI

/// The bytes that an xterm sends for a key.
enum TypedBytes {
    static func of(_ press: KeyPress) -> String {
        let shift = press.modifiers.contains(.shift) ? "1;2" : ""
        return switch press.key {
        case .character(let character) where press.modifiers.contains(.control):
            String(UnicodeScalar((character.asciiValue ?? 64) & 31))
        case .character(let character): String(character)
        case .enter: "\r"
        case .escape: "\u{1B}"
        case .tab: "\t"
        case .backspace: "\u{7F}"
        case .up: "\u{1B}[\(shift)A"
        case .down: "\u{1B}[\(shift)B"
        case .right: "\u{1B}[\(shift)C"
        case .left: "\u{1B}[\(shift)D"
        default: ""
        }
    }
}
