extension KeyPress {
    /// The key press that the same physical key gives on a Latin (US) layout, when this one is
    /// Cyrillic; else `nil`.
    ///
    /// `й` is `q`: keys that mean something work without switching the layout.
    public var latinTwin: KeyPress? {
        guard case .character(let character) = key,
            let latin = Self.latin[character]
        else { return nil }
        return KeyPress(.character(latin), modifiers)
    }

    private static let latin: [Character: Character] = {
        let rows = [
            ("йцукенгшщзхъ", "qwertyuiop[]"), ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
            ("фывапролджэ", "asdfghjkl;'"), ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""),
            ("ячсмитьбю", "zxcvbnm,."), ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"), ("ёЁ№", "`~#"),
            // Ukrainian and Belarusian letters on the same keys.
            ("іІїЇєЄўЎ", "sS]}'\"oO"),
        ]
        return Dictionary(
            rows.flatMap { zip($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    }()
}
