/// Where text stands in the width that it is given.
public enum TextAlignment: Hashable, Sendable {
    /// At the left: words.
    case leading
    /// In the middle: titles.
    case center
    /// At the right: numbers.
    case trailing
}

/// Cuts and wraps text by the cells that it fills.
public enum TextFitting {
    /// The text as one safe line of at most `width` cells; a cut is shown by `…` in the last cell.
    public static func clip(_ text: String, width: Int) -> [Character] {
        let characters = SafeText.characters(of: text)
        if total(characters) <= width { return characters }
        guard width > 0 else { return [] }
        return prefix(of: characters, width: width - 1) + ["…"]
    }

    /// Lines of at most `width` cells, broken between words; a longer word is broken inside.
    ///
    /// Line breaks of the text stay; an empty text is one empty line.
    public static func wrap(_ text: String, width: Int) -> [String] {
        guard width > 0 else { return [] }
        return text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .flatMap { wrapParagraph(String($0), width: width) }
    }

    private static func wrapParagraph(_ text: String, width: Int) -> [String] {
        var lines: [[Character]] = [[]]
        for word in SafeText.characters(of: text).split(separator: " ") {
            append(Array(word), to: &lines, width: width)
        }
        return lines.map { String($0) }
    }

    private static func append(_ word: [Character], to lines: inout [[Character]], width: Int) {
        var rest = word
        let last = lines[lines.count - 1]
        if last.isEmpty {
            lines.removeLast()
        } else if total(last) + 1 + total(rest) <= width {
            lines[lines.count - 1] = last + [" "] + rest
            return
        }
        repeat {
            var piece = prefix(of: rest, width: width)
            // A wide character in a width of 1 cannot be shown.
            if piece.isEmpty { piece = [SafeText.replacement] }
            lines.append(piece)
            rest.removeFirst(piece.count)
        } while !rest.isEmpty
    }

    static func total(_ characters: [Character]) -> Int {
        characters.reduce(0) { $0 + DisplayWidth.of($1) }
    }

    private static func prefix(of characters: [Character], width: Int) -> [Character] {
        var used = 0
        return Array(
            characters.prefix { character in
                used += DisplayWidth.of(character)
                return used <= width
            })
    }
}
