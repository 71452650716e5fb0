/// Sentences under a table, each once, with the letter that stands in its cells.
struct Footnotes {
    private var sentences: [String] = []

    /// The mark of `sentence`, such as `a`; a new letter where it is new.
    mutating func mark(_ sentence: String) -> String {
        let place = sentences.firstIndex(of: sentence) ?? sentences.count
        if place == sentences.count { sentences.append(sentence) }
        return Self.letters(place)
    }

    /// The sentences with their marks.
    var lines: [String] {
        sentences.enumerated().map { "(\(Self.letters($0))) \($1)" }
    }

    /// `a` to `z`, then `aa`, `ab`.
    private static func letters(_ place: Int) -> String {
        let last = String(UnicodeScalar(UInt8(97 + place % 26)))
        return place < 26 ? last : letters(place / 26 - 1) + last
    }
}
