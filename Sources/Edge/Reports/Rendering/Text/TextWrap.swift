/// Words in lines of a width.
enum TextWrap {
    /// `text` in lines of at most `width` characters; a longer word is broken. At least one line.
    static func lines(_ text: String, width: Int) -> [String] {
        precondition(width > 0, "a line must hold a character, got width \(width)")
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            for part in parts(word, width: width) {
                if line.isEmpty {
                    line = String(part)
                } else if line.count + 1 + part.count <= width {
                    line += " \(part)"
                } else {
                    lines.append(line)
                    line = String(part)
                }
            }
        }
        return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
    }

    /// `text` at the left of `width` characters.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `text` at the right of `width` characters.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func parts(_ word: Substring, width: Int) -> [Substring] {
        guard word.count > width else { return [word] }
        return [word.prefix(width)] + parts(word.dropFirst(width), width: width)
    }
}
