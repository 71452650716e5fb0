/// Reads half blocks back into pixels as a terminal would, written from the meaning of the sequences.
///
/// Source: ECMA-48 section 8.3.117 (SGR); ITU-T T.416 for colours by number and by level.
struct CellReader {
    /// Colours of the pen as the parameters that set them, such as `8;2;1;1;1`.
    private var foreground = ""
    private var background = ""
    /// Colour of the upper half of each cell, and of the lower.
    private(set) var upper: [String] = []
    /// Colour of the lower half of each cell.
    private(set) var lower: [String] = []

    /// Reads one row that must end with a reset; `nil` when anything is not as it must be.
    init?(_ row: [UInt8]) {
        let text = String(decoding: row, as: UTF8.self)
        guard text.hasSuffix("\u{1B}[m") else { return nil }
        var rest = Substring(text)
        while let character = rest.popFirst() {
            switch character {
            case "\u{1B}":
                guard rest.popFirst() == "[", let end = rest.firstIndex(of: "m") else { return nil }
                select(rest[..<end])
                rest = rest[rest.index(after: end)...]
            case "▀": paint(foreground, background)
            case "▄": paint(background, foreground)
            case "█": paint(foreground, foreground)
            case " ": paint(background, background)
            default: return nil
            }
        }
        guard foreground.isEmpty, background.isEmpty else { return nil }
    }

    private mutating func paint(_ upper: String, _ lower: String) {
        self.upper.append(upper)
        self.lower.append(lower)
    }

    private mutating func select(_ parameters: Substring) {
        var parts = parameters.split(separator: ";").map(String.init)[...]
        if parts.isEmpty { (foreground, background) = ("", "") }
        while let first = parts.popFirst(), let number = Int(first) {
            var color = first.suffix(1)
            if number == 38 || number == 48 {
                let count = parts.first == "2" ? 4 : 2
                color = Substring(parts.prefix(count).joined(separator: ";"))
                parts = parts.dropFirst(count)
            } else if number >= 90 {
                color = "bright" + color
            }
            if (30...39).contains(number) || (90...97).contains(number) {
                foreground = String(color)
            } else {
                background = String(color)
            }
        }
    }
}
