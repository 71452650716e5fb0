import TerminalUI

/// What follows from the read that was just signed, below the worklist.
struct ConsequencesView {
    let consequences: Consequences
    /// The key that shows everything.
    let key: String

    func draw(_ grid: inout CellGrid, in area: Rect) {
        guard area.height >= 2 else { return }
        grid.write(Self.title, column: area.x, row: area.y, width: area.width, bold: true)
        let (_, body) = area.split(top: 1)
        let rows = rows(width: area.width)
        let isWhole = rows.count <= body.height
        for (offset, row) in rows.prefix(isWhole ? body.height : body.height - 1).enumerated() {
            draw(row, &grid, Rect(x: body.x, y: body.y + offset, width: body.width, height: 1))
        }
        guard !isWhole else { return }
        let left = rows.count - body.height + 1
        grid.write(
            "\(left) more: \(key) shows all", column: body.x, row: body.maxY - 1,
            width: body.width, role: .dim)
    }

    /// The heading, also of the list that shows everything.
    static let title = "what follows from the read just signed"

    /// A line of a warning, or a value with its name.
    private enum Row {
        case remark(String)
        case value(Consequences.Line)
    }

    private func rows(width: Int) -> [Row] {
        consequences.remarks.flatMap { sentence in
            TextFitting.wrap("\(Sign.attention.character) \(sentence)", width: width)
                .map { Row.remark($0) }
        } + consequences.lines.map { Row.value($0) }
    }

    private func draw(_ row: Row, _ grid: inout CellGrid, _ area: Rect) {
        switch row {
        case .remark(let text):
            grid.write(text, column: area.x, row: area.y, width: area.width, role: .attention)
        case .value(let line):
            grid.write(
                line.text, column: area.x, row: area.y, width: area.width, align: .trailing)
            grid.write(
                line.label, column: area.x, row: area.y,
                width: area.width - line.text.count - 1, role: .dim)
        }
    }
}
