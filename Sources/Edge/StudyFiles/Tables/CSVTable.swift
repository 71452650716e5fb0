import Foundation

/// A table of comma-separated values with a header line, whose rows know their line.
///
/// Source: RFC 4180; also lines that end with a line feed alone, and a byte order mark.
public struct CSVTable: Sendable {
    /// One row below the header.
    public struct Row: Hashable, Sendable {
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The cells, spaces around them removed.
        public let cells: [String]
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
        header = records.removeFirst().cells
        rows = records
    }

    /// A mistake on a line.
    public func mistake(_ line: Int, _ sentence: String) -> TableMistake {
        TableMistake(file: file, line: line, sentence: sentence)
    }

    private static func records(_ text: String, file: String) throws(TableError) -> [Row] {
        var parser = CSVParser()
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { parser.take(byte) }
        }
        parser.finish()
        if let line = parser.openQuotation {
            throw .mistakes([
                TableMistake(
                    file: file, line: line,
                    sentence: "A quotation mark opens here and never closes. Add the closing one.")
            ])
        }
        return parser.rows
    }
}

/// Divides text into rows and cells, byte by byte: what divides them is ASCII, and in UTF-8 no
/// other character has such a byte.
private struct CSVParser {
    private(set) var rows: [CSVTable.Row] = []
    private(set) var openQuotation: Int?
    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var line = 1
    private var rowLine = 1
    private var isQuoted = false
    private var mayEscape = false

    mutating func take(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") { line += 1 }
        if isQuoted && !mayEscape {
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
            endRow()
        case UInt8(ascii: "\r"): break
        default: cell.append(byte)
        }
    }

    mutating func finish() {
        if isQuoted && !mayEscape { return }
        if !cell.isEmpty || !cells.isEmpty {
            endCell()
            endRow()
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private mutating func endCell() {
        cells.append(text)
        cell.removeAll(keepingCapacity: true)
        (isQuoted, mayEscape, openQuotation) = (false, false, nil)
    }

    /// The cell without spaces around it; most have none, and are plain ASCII.
    private var text: String {
        guard let first = cell.first, let last = cell.last else { return "" }
        let found = String(decoding: cell, as: UTF8.self)
        let isPlain = (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
        guard !isPlain else { return found }
        return found.trimmingCharacters(
            in: CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}")))
    }

    private mutating func endRow() {
        if cells.contains(where: { !$0.isEmpty }) {
            rows.append(CSVTable.Row(line: rowLine, cells: cells))
        }
        cells = []
        rowLine = line
    }
}
