import TerminalUI

/// One line of text being typed, with a limit.
public struct LineEditor: Hashable, Sendable {
    /// What is typed so far.
    public private(set) var text: String
    /// Where the next character goes, in characters from the start.
    public private(set) var cursor: Int
    /// Most characters.
    public let limit: Int
    /// Which characters are taken.
    public let accepts: Accepts

    /// Which characters a line takes.
    public enum Accepts: Hashable, Sendable {
        /// Everything printable.
        case text
        /// Digits.
        case digits
        /// Digits and one decimal point; a comma becomes one.
        case decimal
    }

    /// A line that starts with `text`.
    public init(_ text: String = "", limit: Int = 500, accepts: Accepts = .text) {
        self.text = String(text.prefix(limit))
        self.limit = limit
        self.accepts = accepts
        cursor = self.text.count
    }

    /// Takes a key; says whether it was one for a line of text.
    public mutating func take(_ press: KeyPress) -> Bool {
        guard press.modifiers.isSubset(of: .shift) else { return false }
        switch press.key {
        case .character(let character): insert(character)
        case .backspace: removeBefore()
        case .delete: removeAfter()
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = text.count
        default: return false
        }
        return true
    }

    private mutating func insert(_ character: Character) {
        let character = accepts == .decimal && character == "," ? "." : character
        guard text.count < limit, isAccepted(character) else { return }
        text.insert(character, at: text.index(text.startIndex, offsetBy: cursor))
        cursor += 1
    }

    private func isAccepted(_ character: Character) -> Bool {
        switch accepts {
        case .text:
            character.unicodeScalars.allSatisfy { $0.value >= 32 && !(127...159 ~= $0.value) }
        case .digits: character.isASCII && character.isNumber
        case .decimal:
            (character.isASCII && character.isNumber)
                || (character == "." && !text.contains("."))
        }
    }

    private mutating func removeBefore() {
        guard cursor > 0 else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: cursor - 1))
        cursor -= 1
    }

    private mutating func removeAfter() {
        guard cursor < text.count else { return }
        text.remove(at: text.index(text.startIndex, offsetBy: cursor))
    }
}
