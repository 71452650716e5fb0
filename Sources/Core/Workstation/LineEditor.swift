import TerminalUI

/// A line of text that takes only what its question asks for.
public struct LineEditor: Hashable, Sendable {
    /// What is typed so far.
    public var text: String { line.text }
    /// Where the next character goes, in characters from the start.
    public var cursor: Int { line.cursor }
    /// Which characters are taken.
    public let accepts: Accepts
    /// The line as it is drawn.
    private(set) var line: InputLine

    /// Which characters a line takes.
    public enum Accepts: Hashable, Sendable {
        /// Everything printable.
        case text
        /// Digits.
        case digits
        /// Digits and one decimal point; a comma becomes one.
        case decimal
    }

    /// A line that starts with `text` and takes at most `limit` characters.
    public init(_ text: String = "", limit: Int = 500, accepts: Accepts = .text) {
        line = InputLine(text, limit: limit)
        self.accepts = accepts
    }

    /// Takes a key; says whether it was one for a line of text.
    public mutating func take(_ press: KeyPress) -> Bool {
        guard case .character(let character) = press.key, press.modifiers.isSubset(of: .shift)
        else {
            let isShifted = press.modifiers == .shift
            return line.apply(isShifted ? KeyPress(press.key) : press)
        }
        if let accepted = accepted(character) { line.insert(String(accepted)) }
        return true
    }

    private func accepted(_ character: Character) -> Character? {
        let isDigit = character.isASCII && character.isNumber
        switch accepts {
        case .text: return Self.isPrintable(character) ? character : nil
        case .digits: return isDigit ? character : nil
        case .decimal:
            let isPoint = character == "." || character == ","
            return isDigit ? character : isPoint && !text.contains(".") ? "." : nil
        }
    }

    /// A control character is nobody's answer.
    private static func isPrintable(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.value >= 32 && !(127...159 ~= $0.value) }
    }
}
