/// How many cells text fills in a terminal.
public enum DisplayWidth {
    /// Cells of one character: 2 for East Asian wide characters and emoji, else 1.
    ///
    /// Source: Unicode Standard Annex 11, East Asian Width W and F.
    public static func of(_ character: Character) -> Int {
        guard character.utf8.count > 2, let scalar = character.unicodeScalars.first else {
            return 1
        }
        return isWide(scalar) ? 2 : 1
    }

    /// Cells of a text after `SafeText`.
    public static func of(_ text: String) -> Int {
        SafeText.characters(of: text).reduce(0) { $0 + of($1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x1100 { return false }
        if wideRanges.contains(where: { $0.contains(value) }) { return true }
        // One letter of a flag is narrow; two of them make the wide flag.
        if (0x1F1E6...0x1F1FF).contains(value) { return false }
        return scalar.properties.isEmojiPresentation
    }

    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
        0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
        0x1B000...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
