import Foundation

/// A table of comma-separated values with a header line, whose rows know their line.
///
/// Source: RFC 4180; also lines that end with a line feed alone, and a byte order mark.
struct CSVTable {
    /// One row below the header.
    struct Row: Hashable {
        /// The line on which the row begins, from 1.
        let line: Int
        /// The cells, spaces around them removed.
        let cells: [String]
    }

    /// A file larger than this is refused, in bytes.
    static let largestFile = 16 << 20

    /// The file, as messages say it.
    let file: String
    /// Names of the columns.
    let header: [String]
    /// Rows, empty lines left out.
    let rows: [Row]

    /// Reads the table at `path`.
    static func load(_ path: String) throws(TableError) -> CSVTable {
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
    init(_ text: String, file: String) throws(TableError) {
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
    func mistake(_ line: Int, _ sentence: String) -> TableMistake {
        TableMistake(file: file, line: line, sentence: sentence)
    }

    private static func records(_ text: String, file: String) throws(TableError) -> [Row] {
        var parser = CSVParser()
        for character in text.unicodeScalars { parser.take(character) }
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

/// Divides text into rows and cells.
private struct CSVParser {
    private(set) var rows: [CSVTable.Row] = []
    private(set) var openQuotation: Int?
    private var cells: [String] = []
    private var cell = String.UnicodeScalarView()
    private var line = 1
    private var rowLine = 1
    private var isQuoted = false
    private var mayEscape = false

    mutating func take(_ character: Unicode.Scalar) {
        if character == "\n" { line += 1 }
        if isQuoted && !mayEscape {
            if character == "\"" { mayEscape = true } else { cell.append(character) }
            return
        }
        switch character {
        case "\"" where mayEscape:
            cell.append("\"")
            mayEscape = false
        case "\"" where cell.isEmpty:
            (isQuoted, openQuotation) = (true, line)
        case ",": endCell()
        case "\n":
            endCell()
            endRow()
        case "\r", "\u{FEFF}": break
        default: cell.append(character)
        }
    }

    mutating func finish() {
        if isQuoted && !mayEscape { return }
        if !cell.isEmpty || !cells.isEmpty {
            endCell()
            endRow()
        }
    }

    private mutating func endCell() {
        cells.append(String(cell).trimmingCharacters(in: .whitespaces))
        cell = String.UnicodeScalarView()
        (isQuoted, mayEscape, openQuotation) = (false, false, nil)
    }

    private mutating func endRow() {
        if cells.contains(where: { !$0.isEmpty }) {
            rows.append(CSVTable.Row(line: rowLine, cells: cells))
        }
        cells = []
        rowLine = line
    }
}
