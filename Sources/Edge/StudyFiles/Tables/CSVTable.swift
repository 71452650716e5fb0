import Foundation

/// A table of comma-separated values with a header line, whose rows know their line.
///
/// Source: RFC 4180; also lines that end with a line feed alone, and a byte order mark.
public struct CSVTable: Sendable {
    /// One row below the header.
    public struct Row: Sendable {
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The cells, spaces around them removed.
        public let cells: Cells
    }

    /// The cells of one row; all rows of a table share their storage.
    public struct Cells: Sendable, RandomAccessCollection {
        @usableFromInline let table: [String]
        @usableFromInline let start: Int32
        @usableFromInline let width: Int32

        fileprivate init(_ table: [String], _ place: Range<Int>) {
            self.table = table
            (start, width) = (Int32(place.lowerBound), Int32(place.count))
        }

        /// 0.
        @inlinable public var startIndex: Int { 0 }
        /// How many cells the row has.
        @inlinable public var endIndex: Int { Int(width) }

        /// The cell of a column, from 0.
        @inlinable public subscript(column: Int) -> String {
            precondition(column >= 0 && column < Int(width), "the row has no such column")
            return table[Int(start) + column]
        }
    }

    /// A file larger than this is refused, in bytes.
    public static let largestFile = 16 << 20

    /// The file, as messages say it.
    public let file: String
    /// Names of the columns.
    public let header: [String]
    /// Rows, empty lines left out.
    public let rows: [Row]

    /// Reads the table at `path`.
    public static func load(_ path: String) throws(TableError) -> CSVTable {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(file: path)
        }
        guard data.count <= largestFile else {
            throw .tooLarge(file: path, bytes: data.count, limit: largestFile)
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw .mistakes([
                TableMistake(
                    file: path, line: 1,
                    sentence: "The file is not text in UTF-8. Save it as \"CSV UTF-8\".")
            ])
        }
        return try CSVTable(text, file: path)
    }

    /// Reads a table from `text`.
    public init(_ text: String, file: String) throws(TableError) {
        self.file = file
        var records = try CSVTable.records(text, file: file)
        guard !records.isEmpty else {
            throw .mistakes([
                TableMistake(
                    file: file, line: 1, sentence: "The file is empty. Begin with a header line.")
            ])
        }
        header = Array(records.removeFirst().cells)
        rows = records
    }

    /// A mistake on a line.
    public func mistake(_ line: Int, _ sentence: String) -> TableMistake {
        TableMistake(file: file, line: line, sentence: sentence)
    }

    private static func records(_ text: String, file: String) throws(TableError) -> [Row] {
        var parser = CSVParser()
        var text = text
        text.withUTF8 { parser.take($0) }
        let rows = parser.finish()
        if let line = parser.openQuotation {
            throw .mistakes([
                TableMistake(
                    file: file, line: line,
                    sentence: "A quotation mark opens here and never closes. Add the closing one.")
            ])
        }
        return rows
    }
}

/// Divides text into rows and cells: what divides them is ASCII, and in UTF-8 no other character
/// has such a byte.
private struct CSVParser {
    private(set) var openQuotation: Int?
    private var rows: [(line: Int, start: Int)] = []
    private var cells: [String] = []
    private var start = 0
    private var cell: [UInt8] = []
    private var line = 1
    private var rowLine = 1
    private var isQuoted = false
    private var mayEscape = false

    /// Takes all bytes; most cells are plain, and those are not taken byte by byte.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < bytes.count {
            if !isQuoted && cell.isEmpty, let end = Self.endOfPlainCell(bytes, from: place) {
                cells.append(Self.text(bytes[place..<end]))
                if bytes[end] == UInt8(ascii: "\n") { endLine() }
                place = end + 1
            } else {
                take(bytes[place])
                place += 1
            }
        }
    }

    private mutating func take(_ byte: UInt8) {
        if isQuoted && !mayEscape {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "\"") { mayEscape = true } else { cell.append(byte) }
            return
        }
        switch byte {
        case UInt8(ascii: "\"") where mayEscape:
            cell.append(byte)
            mayEscape = false
        case UInt8(ascii: "\"") where cell.isEmpty || cell == Self.byteOrderMark:
            cell.removeAll(keepingCapacity: true)
            (isQuoted, openQuotation) = (true, line)
        case UInt8(ascii: ","): endCell()
        case UInt8(ascii: "\n"):
            endCell()
            endLine()
        case UInt8(ascii: "\r"): break
        default: cell.append(byte)
        }
    }

    /// The rows, after the last byte.
    mutating func finish() -> [CSVTable.Row] {
        let isOpen = isQuoted && !mayEscape
        if !isOpen && (!cell.isEmpty || cells.count > start) {
            endCell()
            endLine()
        }
        let ends = rows.dropFirst().map(\.start) + [start]
        return zip(rows, ends).map { row, end in
            CSVTable.Row(line: row.line, cells: .init(cells, row.start..<end))
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Where the cell that begins at `start` ends, unless something in it needs a closer look.
    private static func endOfPlainCell(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        for place in start..<bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ","), UInt8(ascii: "\n"): return place
            case UInt8(ascii: "\""), UInt8(ascii: "\r"): return nil
            default: continue
            }
        }
        return nil
    }

    private mutating func endCell() {
        cells.append(Self.text(cell))
        cell.removeAll(keepingCapacity: true)
        (isQuoted, mayEscape, openQuotation) = (false, false, nil)
    }

    /// A cell without spaces around it; most have none, and are plain ASCII.
    private static func text(_ cell: some BidirectionalCollection<UInt8>) -> String {
        guard let first = cell.first, let last = cell.last else { return "" }
        let found = String(decoding: cell, as: UTF8.self)
        let isPlain = (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
        guard !isPlain else { return found }
        return found.trimmingCharacters(
            in: CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}")))
    }

    private mutating func endLine() {
        if cells[start...].contains(where: { !$0.isEmpty }) {
            rows.append((rowLine, start))
            start = cells.count
        } else {
            cells.removeSubrange(start...)
        }
        line += 1
        rowLine = line
    }
}
