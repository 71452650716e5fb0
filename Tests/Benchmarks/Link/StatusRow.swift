/// A terminal that follows only what the benchmark asks of it: where pictures begin and end, and which slice the
/// status line names.
struct StatusRow {
    /// What was noticed in the bytes.
    enum Sight {
        /// Pixels of a picture are painted from here on; for kitty, the picture is placed.
        case pixels
        /// The pictures of a piece are complete.
        case end
        /// The program asks whether all has arrived.
        case question
    }

    private enum State {
        case ground, escape, control
        case string(isKitty: Bool)
        case stringEscape(isKitty: Bool)
    }

    private let row: Int
    private let hasCells: Bool
    private var cells = [UInt8](repeating: 0x20, count: 256)
    private var state = State.ground
    private var parameters: [UInt8] = []
    private var place = (column: 0, row: 0)

    /// Follows the text of one row, from 0; `hasCells` when pictures are made of characters.
    init(row: Int, hasCells: Bool) {
        self.row = row
        self.hasCells = hasCells
    }

    /// The number behind "slice" in the row; `nil` when there is none.
    var slice: Int? {
        let text = String(decoding: cells, as: UTF8.self)
        guard let at = text.range(of: "slice ") else { return nil }
        return Int(text[at.upperBound...].prefix { $0.isNumber })
    }

    /// Whether the row says that the picture is a preview.
    var isPreview: Bool { String(decoding: cells, as: UTF8.self).contains("preview") }

    /// Takes a byte.
    mutating func take(_ byte: UInt8) -> Sight? {
        switch state {
        case .ground: return print(byte)
        case .escape: return afterEscape(byte)
        case .control:
            parameters.append(byte)
            guard (0x40...0x7E).contains(byte) else { return nil }
            state = .ground
            return control(byte)
        case .string(let isKitty):
            if byte == 0x1B { state = .stringEscape(isKitty: isKitty) }
            if byte == 0x07 { state = .ground }
            if parameters.count < 8 { parameters.append(byte) }
            return nil
        case .stringEscape(let isKitty):
            // A string that is ended where it was cut may have two of them.
            if byte == 0x1B { return nil }
            state = byte == 0x5C ? .ground : .string(isKitty: isKitty)
            let isPlaced = isKitty && parameters.starts(with: Array("Ga=p".utf8))
            return isPlaced && byte == 0x5C ? .pixels : nil
        }
    }

    private mutating func print(_ byte: UInt8) -> Sight? {
        if byte == 0x1B {
            state = .escape
        } else if byte == 0x0D {
            place.column = 0
        } else if byte == 0x0A {
            place.row += 1
        } else if byte == 0x08 {
            place.column -= 1
        } else if byte >= 0x20, byte < 0x80 || byte >= 0xC0 {
            if place.row == row, cells.indices.contains(place.column) {
                cells[place.column] = byte < 0x80 ? byte : 0x3F
            }
            place.column += 1
        }
        return nil
    }

    private mutating func afterEscape(_ byte: UInt8) -> Sight? {
        parameters = []
        state = .ground
        switch byte {
        case 0x5B: state = .control
        case 0x50:
            state = .string(isKitty: false)
            return .pixels
        case 0x5F: state = .string(isKitty: true)
        case 0x37: return hasCells ? .pixels : nil
        case 0x38: return .end
        default: break
        }
        return nil
    }

    private mutating func control(_ final: UInt8) -> Sight? {
        let numbers = parameters.dropLast().split(separator: 0x3B, omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        let first = max(1, numbers.first ?? 1)
        switch final {
        case 0x48: place = (max(1, numbers.count > 1 ? numbers[1] : 1) - 1, first - 1)
        case 0x64: place.row = first - 1
        case 0x47: place.column = first - 1
        case 0x41: place.row -= first
        case 0x42: place.row += first
        case 0x43: place.column += first
        case 0x44: place.column -= first
        case 0x58 where place.row == row: clear(place.column..<place.column + first)
        case 0x4B where place.row == row: clear(place.column..<cells.count)
        case 0x4A: if numbers.first == 2 || place.row <= row { clear(0..<cells.count) }
        case 0x6E: return numbers.first == 5 ? .question : nil
        default: break
        }
        return nil
    }

    private mutating func clear(_ columns: Range<Int>) {
        for column in columns.clamped(to: cells.indices) { cells[column] = 0x20 }
    }
}
