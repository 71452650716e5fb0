import Foundation

/// Reads a table of comma-separated values row by row, however long the file is.
///
/// Only one piece of the file is in memory at a time, and no text is made of a cell before somebody asks.
/// Source: RFC 4180; also lines that end with a line feed alone, and a byte order mark.
struct CSVCells {
    /// The cells of one row.
    struct Row {
        /// The line on which it begins, from 1.
        let line: Int
        fileprivate let bytes: [UInt8]
        fileprivate let ends: [Int]

        /// How many cells.
        var count: Int { ends.count }

        /// The bytes of the cell at `place`, spaces around them removed.
        func cell(_ place: Int) -> ArraySlice<UInt8> {
            var cell = bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
            while let last = cell.last, last == 0x20 || last == 0x09 { cell.removeLast() }
            return cell.drop { $0 == 0x20 || $0 == 0x09 }
        }

        /// The cell at `place` as text.
        func text(_ place: Int) -> String { String(decoding: cell(place), as: UTF8.self) }
    }

    /// The file's name, for messages.
    let file: String
    private let path: String
    private static let pieceSize = 1 << 20

    init(path: String) {
        self.path = path
        file = path
    }

    /// Gives every row that is not empty, the header first, to `body`, and all bytes to `sum`.
    ///
    /// - Throws: `TableError`, also that of `body`.
    func forEachRow(
        bytes sum: (Data) -> Void = { _ in }, _ body: (Row) throws(TableError) -> Void
    ) throws(TableError) {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(file: path) }
        defer { try? handle.close() }
        var divider = RowDivider()
        var isFirst = true
        while true {
            let piece: Data?
            do { piece = try handle.read(upToCount: Self.pieceSize) } catch {
                throw .unreadable(file: path)
            }
            guard let piece, !piece.isEmpty else { break }
            sum(piece)
            var bytes = piece[...]
            if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
            isFirst = false
            for byte in [UInt8](bytes) {
                if let row = divider.take(byte) { try body(row) }
            }
        }
        if let line = divider.openQuotation {
            throw .mistakes([
                TableMistake(
                    file: file, line: line,
                    sentence:
                        "A quotation mark opens here and never closes. Add the closing one.")
            ])
        }
        if let row = divider.finish() { try body(row) }
    }
}

/// Divides bytes into rows and cells: what divides them is ASCII, and in UTF-8 no other character has such
/// a byte.
private struct RowDivider {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var line = 1
    private var rowLine = 1
    private var quotedFrom: Int?
    private var isQuoted = false
    private var mayEscape = false

    /// The line of a quotation mark that never closes.
    var openQuotation: Int? { isQuoted && !mayEscape ? quotedFrom : nil }

    mutating func take(_ byte: UInt8) -> CSVCells.Row? {
        if byte == 0x0A { line += 1 }
        if isQuoted && !mayEscape {
            if byte == 0x22 { mayEscape = true } else { bytes.append(byte) }
            return nil
        }
        switch byte {
        case 0x22 where mayEscape:
            bytes.append(byte)
            mayEscape = false
        case 0x22 where bytes.count == (ends.last ?? 0):
            (isQuoted, quotedFrom) = (true, line)
        case 0x2C: endCell()
        case 0x0A: return endRow()
        case 0x0D: break
        default: bytes.append(byte)
        }
        return nil
    }

    mutating func finish() -> CSVCells.Row? {
        bytes.isEmpty && ends.isEmpty ? nil : endRow()
    }

    private mutating func endCell() {
        ends.append(bytes.count)
        (isQuoted, mayEscape) = (false, false)
    }

    private mutating func endRow() -> CSVCells.Row? {
        endCell()
        defer {
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            rowLine = line
        }
        return bytes.isEmpty ? nil : CSVCells.Row(line: rowLine, bytes: bytes, ends: ends)
    }
}
