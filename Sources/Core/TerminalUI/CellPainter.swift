/// Turns cells into the bytes that print them, without a terminal library.
public struct CellPainter: Hashable, Sendable {
    /// The looks.
    public let theme: Theme
    /// Colours that may be used.
    public let depth: ColorDepth
    /// Whether anything but ASCII may be printed.
    public let unicode: Bool

    /// A painter for a kind of terminal.
    public init(theme: Theme, depth: ColorDepth, unicode: Bool) {
        self.theme = theme
        self.depth = depth
        self.unicode = unicode
    }

    /// Prints every cell of a rectangle, spaces as spaces, each row from its own position.
    public func bytes(for grid: CellGrid, in area: Rect) -> [UInt8] {
        let grid = unicode ? grid : grid.asciiTwin
        let area = area.intersection(grid.size.bounds)
        var bytes: [UInt8] = []
        for row in area.y..<area.maxY where area.width > 0 {
            bytes += TerminalBytes.moveTo(column: area.x, row: row)
            var look: CellLook?
            for column in area.x..<area.maxX {
                append(grid[column, row], isFirst: column == area.x, &look, &bytes)
            }
            bytes += TerminalBytes.plain
        }
        return bytes
    }

    private func append(
        _ cell: Cell, isFirst: Bool, _ look: inout CellLook?, _ bytes: inout [UInt8]
    ) {
        let wanted = theme.look(of: cell, depth: depth)
        if look != wanted { bytes += rendition(wanted) }
        look = wanted
        guard let character = cell.character else {
            // Half of a wide character that begins left of the rectangle.
            if isFirst { bytes.append(0x20) }
            return
        }
        bytes += String(character).utf8
    }

    /// SGR for a look, from any look before.
    private func rendition(_ look: CellLook) -> [UInt8] {
        var codes = ["0"]
        if look.attributes.contains(.bold) { codes.append("1") }
        if look.attributes.contains(.underlined) { codes.append("4") }
        if look.attributes.contains(.reversed) { codes.append("7") }
        codes += Self.codes(look.foreground, first: 30)
        codes += Self.codes(look.background, first: 40)
        return Array("\u{1B}[\(codes.joined(separator: ";"))m".utf8)
    }

    private static func codes(_ color: TerminalColor, first: Int) -> [String] {
        switch color {
        case .standard: []
        case .palette(let entry) where entry < 8: ["\(first + entry)"]
        case .palette(let entry) where entry < 16: ["\(first + 52 + entry)"]
        case .palette(let entry): ["\(first + 8)", "5", "\(entry)"]
        case .rgb(let rgb): ["\(first + 8)", "2", "\(rgb.red)", "\(rgb.green)", "\(rgb.blue)"]
        }
    }
}

/// Short sequences that every terminal in use knows.
public enum TerminalBytes {
    /// DECSC: cursor and look are kept.
    public static let save: [UInt8] = [0x1B, 0x37]
    /// DECRC: and come back.
    public static let restore: [UInt8] = [0x1B, 0x38]
    /// SGR 0.
    public static let plain: [UInt8] = Array("\u{1B}[m".utf8)
    /// DECSTBM without numbers: the scrolling region is the whole window.
    public static let wholeWindow: [UInt8] = Array("\u{1B}[r".utf8)
    /// ST: ends a picture or any other string that was not sent whole; nothing elsewhere.
    public static let endString: [UInt8] = Array("\u{1B}\\".utf8)
    /// Begins synchronized output.
    public static let beginFrame: [UInt8] = Array("\u{1B}[?2026h".utf8)
    /// Ends synchronized output.
    public static let endFrame: [UInt8] = Array("\u{1B}[?2026l".utf8)

    /// CUP; column and row from 0.
    public static func moveTo(column: Int, row: Int) -> [UInt8] {
        Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
    }
}
