import TerminalUI

/// A small terminal that keeps what each cell shows: enough of ECMA-48 for what ncurses writes.
///
/// A cleared cell of a sixel picture is only hidden, as in xterm, which brings the picture back at its next repaint; a
/// printed character removes it for good.
struct CellTrace {
    /// What one cell shows.
    struct Shown: Hashable {
        var character: Character = " "
        var hasPicture = false
        var isHidden = false
    }

    private(set) var cells: [Shown]
    private let size: Size
    private let pictureArea: Rect
    private var column = 0
    private var row = 0
    private var saved = (0, 0)
    private var last: Character = " "

    /// A cleared terminal; a picture that is written at the corner of `pictureArea` fills it.
    init(size: Size, pictureArea: Rect) {
        self.size = size
        self.pictureArea = pictureArea
        cells = Array(repeating: Shown(), count: size.width * size.height)
    }

    /// What one cell shows.
    subscript(column: Int, row: Int) -> Shown { cells[row * size.width + column] }

    /// Takes whole sequences.
    mutating func take(_ text: String) {
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": takeEscape(&rest)
            case "\r": column = 0
            case "\n": row = min(size.height - 1, row + 1)
            case "\u{8}": column = max(0, column - 1)
            default: print(Character(scalar))
            }
        }
    }

    private mutating func print(_ character: Character) {
        guard column < size.width, row < size.height else { return }
        cells[row * size.width + column] = Shown(character: character)
        column += 1
        last = character
    }

    private mutating func takeEscape(_ rest: inout Substring.UnicodeScalarView) {
        switch rest.popFirst() {
        case "[": takeControl(&rest)
        case "P":
            while rest.first != "\u{1B}" { rest.removeFirst() }
            placePicture()
        case "_": while rest.first != "\u{1B}" { rest.removeFirst() }
        case "7": saved = (column, row)
        case "8": (column, row) = saved
        case "(": rest.removeFirst()
        default: break
        }
    }

    private mutating func placePicture() {
        guard (column, row) == (pictureArea.x, pictureArea.y) else { return }
        for row in pictureArea.y..<pictureArea.maxY {
            for column in pictureArea.x..<pictureArea.maxX {
                cells[row * size.width + column] = Shown(hasPicture: true)
            }
        }
    }

    private mutating func takeControl(_ rest: inout Substring.UnicodeScalarView) {
        var parameters = ""
        while let scalar = rest.popFirst() {
            if ("@"..."~").contains(scalar) {
                apply(scalar, parameters.split(separator: ";").map { Int($0) ?? 0 })
                return
            }
            parameters.unicodeScalars.append(scalar)
        }
    }

    private mutating func apply(_ final: Unicode.Scalar, _ parameters: [Int]) {
        let first = parameters.first ?? 0
        let count = max(1, first)
        switch final {
        case "H":
            row = count - 1
            column = max(1, parameters.count > 1 ? parameters[1] : 1) - 1
        case "d": row = count - 1
        case "G": column = count - 1
        case "A": row = max(0, row - count)
        case "B": row = min(size.height - 1, row + count)
        case "C": column += count
        case "D": column = max(0, column - count)
        case "X": clear(column..<column + count, row)
        case "K": clear(first == 1 ? 0..<column + 1 : (first == 2 ? 0 : column)..<size.width, row)
        case "J": clearScreen(from: first)
        case "b": for _ in 0..<count { print(last) }
        case "P", "@", "L", "M", "S", "T":
            cells = cells.map { _ in Shown(character: "?") }
        default: break
        }
    }

    private mutating func clearScreen(from kind: Int) {
        guard kind != 2 else {
            cells = cells.map { _ in Shown() }
            return
        }
        clear(column..<size.width, row)
        for row in min(row + 1, size.height)..<size.height { clear(0..<size.width, row) }
    }

    private mutating func clear(_ columns: Range<Int>, _ row: Int) {
        for column in columns.clamped(to: 0..<size.width) {
            let index = row * size.width + column
            cells[index].character = " "
            cells[index].isHidden = cells[index].hasPicture
        }
    }
}
