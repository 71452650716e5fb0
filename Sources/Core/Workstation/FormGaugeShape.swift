/// Two lungs as outlines, filled from below to a percentage.
enum FormGaugeShape {
    /// Rows of the drawing.
    static let rows = 7

    /// Outline of the lung at the left of the screen: the patient's right one.
    private static let left = [
        "    ╭───╮ ",
        "  ╭─╯   │ ",
        " ╭╯     │ ",
        " │      │ ",
        "╭╯      │ ",
        "│     ╭─╯ ",
        "╰─────╯   ",
    ]

    /// Columns of one lung.
    static let columns = 10

    /// The lines of a lung with its inside filled to `percent`; `nil` when nothing is typed.
    static func lines(isLeft: Bool, percent: Int?) -> [String] {
        let filledEighths = (percent ?? 0) * (rows - 2) * 8 / 100
        return left.enumerated().map { row, outline in
            let eighths = filledEighths - (rows - 2 - row) * 8
            let line = filled(outline, with: fill(eighths))
            return isLeft ? line : mirrored(line)
        }
    }

    private static func fill(_ eighths: Int) -> Character {
        eighths >= 8 ? "▒" : eighths >= 4 ? "▄" : eighths > 0 ? "▂" : " "
    }

    /// The outline with what lies between its first and last stroke filled.
    private static func filled(_ outline: String, with fill: Character) -> String {
        var characters = Array(outline)
        let strokes = characters.indices.filter { characters[$0] != " " }
        guard let first = strokes.first, let last = strokes.last else { return outline }
        for index in first...last where characters[index] == " " { characters[index] = fill }
        return String(characters)
    }

    private static func mirrored(_ line: String) -> String {
        let twins: [Character: Character] = ["╭": "╮", "╮": "╭", "╰": "╯", "╯": "╰"]
        return String(line.reversed().map { twins[$0] ?? $0 })
    }
}
