/// Characters for screens that show no Unicode.
public enum ASCIITwin {
    /// The ASCII character that says most nearly the same; `?` when there is none.
    ///
    /// Letters lose their marks (`é` becomes `e`); signs, lines and blocks have twins of their own.
    public static func of(_ character: Character) -> Character {
        if let ascii = character.asciiValue, (0x20..<0x7F).contains(ascii) { return character }
        if let twin = twins[character] { return twin }
        guard let base = decomposedBase(of: character) else { return "?" }
        return base
    }

    private static func decomposedBase(of character: Character) -> Character? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        if scalar.isASCII { return Character(scalar) }
        return letters.first { $0.key.contains(character) }?.value
    }

    private static let letters: [String: Character] = [
        "áàâäãåāăą": "a", "çćč": "c", "ďđ": "d", "éèêëēęě": "e", "ğ": "g", "íìîïīı": "i",
        "ł": "l", "ñńň": "n", "óòôöõøōő": "o", "řŕ": "r", "śšşß": "s", "ťţ": "t",
        "úùûüūůű": "u", "ýÿ": "y", "źżž": "z",
        "ÁÀÂÄÃÅĀĂĄ": "A", "ÇĆČ": "C", "ĎĐ": "D", "ÉÈÊËĒĘĚ": "E", "Ğ": "G", "ÍÌÎÏĪİ": "I",
        "Ł": "L", "ÑŃŇ": "N", "ÓÒÔÖÕØŌŐ": "O", "ŘŔ": "R", "ŚŠŞ": "S", "ŤŢ": "T",
        "ÚÙÛÜŪŮŰ": "U", "Ý": "Y", "ŹŻŽ": "Z",
    ]

    private static let twins: [Character: Character] = [
        "·": ".", "○": "o", "●": "X", "–": "-", "▸": ">", "—": "-", "…": "~", "•": "*",
        "─": "-", "━": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
        "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        "█": "#", "▓": "#", "▒": "=", "░": ".", "▀": "\"", "▄": "_", "▌": "|", "▐": "|",
        "▁": "_", "▂": ".", "▃": ":", "▅": "=", "▆": "*", "▇": "#",
        "◆": "*", "→": ">", "←": "<", "↑": "^", "↓": "v", "▴": "^", "▾": "v", "⌖": "+", "×": "x",
        "±": "+",
        "°": "o",
        "²": "2", "³": "3", "µ": "u", "μ": "u", "κ": "k", "α": "a", "≥": ">", "≤": "<",
        "≠": "!", "≈": "~", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "<",
        "»": ">", "✓": "v", "√": "v", "Ø": "O", "Δ": "D", "§": "S",
    ]
}

extension CellGrid {
    /// The same screen in ASCII; a wide character fills its two cells with twins.
    public var asciiTwin: CellGrid {
        var twin = CellGrid(size: size)
        for row in 0..<size.height {
            for column in 0..<size.width {
                var cell = self[column, row]
                cell.character = cell.character.map(ASCIITwin.of) ?? "?"
                twin[column, row] = cell
            }
        }
        return twin
    }
}
