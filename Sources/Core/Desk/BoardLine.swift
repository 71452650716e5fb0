import TerminalUI

/// A piece of a line with its look.
struct BoardSpan: Hashable {
    var text: String
    var role = Role.text
    var bold = false

    init(_ text: String, role: Role = .text, bold: Bool = false) {
        self.text = text
        self.role = role
        self.bold = bold
    }

    var width: Int { DisplayWidth.of(text) }
}

/// One line of the board's page.
struct BoardLine: Hashable {
    var spans: [BoardSpan]
    /// Whether a part of the page begins here.
    var isHeading = false

    static let blank = BoardLine(spans: [])

    static func heading(_ title: String, _ words: String = "") -> Self {
        Self(
            spans: [BoardSpan(title, bold: true), BoardSpan("   \(words)", role: .dim)],
            isHeading: true)
    }
}

/// A table whose columns go on below when they do not fit beside each other.
struct BoardTable {
    /// One column: its heading, and a cell of one or more pieces for each row.
    struct Column {
        let heading: String
        var align = TextAlignment.trailing
        let cells: [[BoardSpan]]

        /// The widest of its cells.
        var width: Int { cells.map(Self.width).reduce(DisplayWidth.of(heading), max) }

        static func width(_ spans: [BoardSpan]) -> Int { spans.reduce(0) { $0 + $1.width } }
    }

    /// The columns that stand at the left of every part.
    let fixed: [Column]
    let columns: [Column]
    var gap = 2

    /// The lines, headings first; a blank line between parts.
    func lines(width: Int) -> [BoardLine] {
        Array(parts(width: width).map(lines).joined(separator: [.blank]))
    }

    private func parts(width: Int) -> [[Column]] {
        let room = width - fixed.reduce(0) { $0 + $1.width + gap }
        var parts: [[Column]] = [[]]
        var used = 0
        for column in columns {
            if used + column.width > room, parts.last?.isEmpty == false {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(column)
            used += column.width + gap
        }
        return parts
    }

    private func lines(_ part: [Column]) -> [BoardLine] {
        let all = fixed + part
        let rows = all.map(\.cells.count).max() ?? 0
        let head = all.map { ($0, [BoardSpan($0.heading, role: .dim)]) }
        let body = (0..<rows).map { row in all.map { ($0, $0.cells[row]) } }
        return ([head] + body).map { cells in
            BoardLine(
                spans: cells.flatMap { column, spans in padded(spans, column) + [space(gap)] })
        }
    }

    private func padded(_ spans: [BoardSpan], _ column: Column) -> [BoardSpan] {
        let rest = space(column.width - Column.width(spans))
        return column.align == .trailing ? [rest] + spans : spans + [rest]
    }

    private func space(_ width: Int) -> BoardSpan {
        BoardSpan(String(repeating: " ", count: max(0, width)))
    }
}
