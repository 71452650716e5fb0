/// Reads a row of characters with colours back as a terminal would, written from the meaning of the sequences.
///
/// Source: ECMA-48 section 8.3.117 (SGR); ITU-T T.416 for colours by number and by level.
struct CellReader {
    /// One cell; colours are the parameters that set them, such as `8;2;1;1;1`.
    struct Cell: Equatable {
        let character: Character
        let foreground: String
        let background: String

        /// The colour of each pixel, row by row, of a cell of `columns × rows` pixels.
        func pixels(columns: Int, rows: Int) -> [String] {
            (0..<columns * rows).map { index in
                let isRight = columns == 2 && index % 2 == 1
                return isPainted(row: index / columns, of: rows, isRight: isRight)
                    ? foreground : background
            }
        }

        /// Whether the character covers a pixel, by its name in Unicode.
        private func isPainted(row: Int, of rows: Int, isRight: Bool) -> Bool {
            let name = character.unicodeScalars.first?.properties.name ?? ""
            if name.hasPrefix("BLOCK SEXTANT-") {
                return name.endsWithPixel(row * 2 + (isRight ? 2 : 1))
            }
            if name.hasPrefix("QUADRANT ") {
                let place = (row == 0 ? "UPPER " : "LOWER ") + (isRight ? "RIGHT" : "LEFT")
                return name.contains(place)
            }
            switch name {
            case "SPACE": return false
            case "FULL BLOCK": return true
            case "UPPER HALF BLOCK": return row * 2 < rows
            case "LOWER HALF BLOCK": return row * 2 >= rows
            case "LEFT HALF BLOCK": return !isRight
            case "RIGHT HALF BLOCK": return isRight
            default: return false
            }
        }
    }

    /// The cells of the row.
    private(set) var cells: [Cell] = []
    private var foreground = ""
    private var background = ""

    /// Colour of the upper half of each cell.
    var upper: [String] { cells.map { $0.pixels(columns: 1, rows: 2)[0] } }
    /// Colour of the lower half of each cell.
    var lower: [String] { cells.map { $0.pixels(columns: 1, rows: 2)[1] } }

    /// Reads one row that must end with the pen as it is after a reset; `nil` when anything is not as it must be.
    init?(_ row: [UInt8]) {
        var rest = Substring(String(decoding: row, as: UTF8.self))
        while let character = rest.popFirst() {
            if character == "\u{1B}" {
                guard rest.popFirst() == "[", let end = rest.firstIndex(of: "m") else { return nil }
                select(rest[..<end])
                rest = rest[rest.index(after: end)...]
            } else {
                cells.append(
                    Cell(character: character, foreground: foreground, background: background))
            }
        }
        guard foreground.isEmpty, background.isEmpty else { return nil }
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

extension String {
    /// Whether the number of a pixel stands behind the last hyphen.
    fileprivate func endsWithPixel(_ pixel: Int) -> Bool {
        split(separator: "-").last?.contains("\(pixel)") ?? false
    }
}
