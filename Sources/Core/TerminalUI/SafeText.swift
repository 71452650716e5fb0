/// Turns any text into characters that are safe to put into cells.
///
/// Text from data (DICOM strings, names of files, notes) may hold escape sequences, controls that
/// turn the writing direction, or invisible characters. Nothing of that may reach a terminal.
public enum SafeText {
    /// What stands in for a character that may not be shown: U+FFFD.
    public static let replacement: Character = "\u{FFFD}"

    /// The longest run of combining marks that one cell keeps.
    static let maximumMarks = 3

    /// The text as one line: every character fills one cell, or two when it is wide.
    ///
    /// Line breaks and tabs become spaces; C0, C1, bidirectional and other invisible controls,
    /// private and unassigned characters become `replacement`; joiners and variation selectors
    /// are dropped.
    public static func characters(of text: String) -> [Character] {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            return text.utf8.map { Character(UnicodeScalar($0)) }
        }
        var result: [Character] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// The text as one line without controls.
    public static func line(_ text: String) -> String {
        String(characters(of: text))
    }

    /// The character itself when it is safe in one cell, else what it becomes.
    static func character(_ character: Character) -> Character {
        if let ascii = character.utf8.first, (0x20..<0x7F).contains(ascii),
            character.utf8.count == 1
        {
            return character
        }
        return characters(of: String(character)).first ?? " "
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [Character]) {
        switch kind(of: scalar) {
        case .shown: result.append(Character(scalar))
        case .space: result.append(" ")
        case .refused: result.append(replacement)
        case .dropped: break
        case .mark: attach(scalar, to: &result)
        }
    }

    private static func attach(_ mark: Unicode.Scalar, to result: inout [Character]) {
        guard let base = result.last, base != " ", base != replacement else {
            result.append(replacement)
            return
        }
        guard base.unicodeScalars.count <= maximumMarks else { return }
        var joined = String(base)
        joined.unicodeScalars.append(mark)
        if joined.count == 1 { result[result.count - 1] = Character(joined) }
    }

    private enum Kind { case shown, space, mark, refused, dropped }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        if (0x20..<0x7F).contains(value) { return .shown }
        if value == 0x09 || value == 0x0A || value == 0x0D { return .space }
        if isSilent(value) { return .dropped }
        // Vowels and finals of composed Hangul take no cell of their own.
        if (0x1160...0x11FF).contains(value) { return .mark }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        case .spaceSeparator: return .space
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            return .refused
        default: return .shown
        }
    }

    /// Soft hyphen, joiners, variation selectors and skin tones: harmless, and terminals disagree
    /// on their width.
    private static func isSilent(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF: true
        default: false
        }
    }
}
