import Instruments
import ReaderStudies
import TerminalUI

/// The form beside or instead of the pictures.
struct FormView {
    let state: WorkstationState
    let reading: ReadingState
    let area: Rect

    private var hasFocus: Bool { reading.focus == .form }

    func draw(_ frame: inout Frame) {
        let layout = layout
        let footer = footerLines
        let rows = rows(of: layout)
        let first = layout.firstRow(focus: reading.question, rows: rows)
        var page = CellGrid(size: Size(width: area.width, height: layout.height))
        for text in layout.texts { draw(text, &page) }
        for gauge in layout.gauges { draw(gauge, &page) }
        var cursor: (column: Int, row: Int)?
        for field in layout.fields { draw(field, &page, &cursor) }
        copy(page, first, rows, &frame.grid)
        if let cursor, cursor.row >= first, cursor.row < first + rows {
            frame.cursor = (area.x + cursor.column, area.y + cursor.row - first)
        }
        drawMore(above: first, below: layout.height - first - rows, at: rows, &frame.grid)
        for (offset, line) in footer.enumerated() {
            let row = area.maxY - footer.count + offset
            frame.grid.write(
                line.text, column: area.x + 1, row: row, width: area.width - 1,
                role: line.role)
        }
    }

    private var layout: FormLayout {
        FormLayout(reading, width: area.width, rows: area.height, addKey: state.key(.addLesion))
    }

    /// Rows of the form that are shown at once.
    private func rows(of layout: FormLayout) -> Int {
        let rows = area.height - footerLines.count
        return layout.height > rows ? rows - 1 : rows
    }

    /// The answer nearest to a cell of the screen, in its row.
    func field(column: Int, row: Int) -> FormField? {
        let layout = layout
        let rows = rows(of: layout)
        guard area.contains(column: column, row: row), row - area.y < rows else { return nil }
        let line = row - area.y + layout.firstRow(focus: reading.question, rows: rows)
        let middle = column - area.x
        return layout.fields.filter { $0.row == line }
            .min { abs($0.middle - middle) < abs($1.middle - middle) }
    }

    private func copy(_ page: CellGrid, _ first: Int, _ rows: Int, _ grid: inout CellGrid) {
        for row in 0..<max(0, min(rows, page.size.height - first)) {
            for column in 0..<page.size.width {
                let cell = page[column, first + row]
                if cell.character != nil { grid[area.x + column, area.y + row] = cell }
            }
        }
    }

    private func draw(_ text: FormText, _ grid: inout CellGrid) {
        grid.write(
            text.text, column: text.column, row: text.row, width: text.width, align: text.align,
            role: text.role, bold: text.bold)
    }

    private func draw(
        _ field: FormField, _ grid: inout CellGrid, _ cursor: inout (column: Int, row: Int)?
    ) {
        guard let question = reading.form.question(field.key) else { return }
        let isFocus = reading.question == field.key
        if isFocus, let entry = reading.entry {
            // The cell of the cursor is not reversed: xterm would show a reversed cell under its cursor as empty.
            let used = entry.text.count + 1
            let column = max(0, field.column + (field.width - used) / 2)
            grid.write(
                entry.text, column: column, row: field.row, width: max(field.width, used),
                role: .accent, reversed: true)
            drawFocus(before: column, row: field.row, isActive: true, &grid)
            cursor = (column + entry.cursor, field.row)
            return
        }
        let isSummary = field.width == 1 && field.align == .leading
        let answer =
            isSummary
            ? (text: " ", role: Role.dim) : AnswerText.text(of: question, width: field.width)
        let isWaiting = reading.answers.isWaiting(field.key)
        let text = isWaiting ? "\(answer.text)\(Sign.attention.character)" : answer.text
        draw(
            text, role: isWaiting ? .attention : answer.role, field, isFocus: isFocus, &grid)
    }

    /// The answer, with the sign of focus before it.
    private func draw(
        _ text: String, role: Role, _ field: FormField, isFocus: Bool, _ grid: inout CellGrid
    ) {
        let shown = TextFitting.clip(text, width: field.width)
        let spare = field.width - shown.count
        let indent =
            switch field.align {
            case .leading: 0
            case .center: spare / 2
            case .trailing: spare
            }
        let column = field.column + indent
        grid.write(
            String(shown), column: column, row: field.row, width: field.width,
            role: isFocus && hasFocus ? .accent : role, reversed: isFocus && hasFocus)
        if isFocus { drawFocus(before: column, row: field.row, isActive: hasFocus, &grid) }
    }

    /// The sign of focus, where the answer leaves room for it.
    private func drawFocus(
        before column: Int, row: Int, isActive: Bool, _ grid: inout CellGrid
    ) {
        guard column > 0 else { return }
        grid[column - 1, row] = Cell(
            Sign.focus.character, role: isActive ? .accent : .dim, bold: isActive)
    }

    private func draw(_ gauge: FormGauge, _ grid: inout CellGrid) {
        let shape = FormGaugeShape.columns
        let gap = max(1, (area.width - 2 * shape) / 3)
        for (index, key) in gauge.keys.enumerated() {
            let column = gap + index * (shape + gap)
            var percent: Int?
            if case .value(.integer(let number))? = reading.form.question(key)?.state {
                percent = number
            }
            grid.write(
                gauge.titles[index], column: column, row: gauge.row, width: shape, align: .center)
            let lines = FormGaugeShape.lines(isLeft: index == 0, percent: percent)
            for (row, line) in lines.enumerated() {
                grid.write(line, column: column, row: gauge.row + 1 + row, role: .dim)
            }
        }
    }

    /// Where the form goes on beyond its area.
    private func drawMore(above: Int, below: Int, at rows: Int, _ grid: inout CellGrid) {
        let parts = [above > 0 ? "\(above) above" : "", below > 0 ? "\(below) below" : ""]
        grid.write(
            parts.filter { !$0.isEmpty }.joined(separator: ", "), column: area.x,
            row: area.y + rows, width: area.width - 1, align: .trailing, role: .dim)
    }

    /// What a rule says in at most five lines, and the whole name of the question in focus.
    private var footerLines: [(text: String, role: Role)] {
        guard let key = reading.question, let question = reading.form.question(key) else {
            return []
        }
        let all = reading.form.remarks(for: reading.audience)
        let remarks = all.filter { $0.key == key } + all.filter { $0.severity > .hint }
        let remark = remarks.first
        var lines: [(String, Role)] = []
        if let remark {
            let isLoud = remark.severity > .hint
            let text = isLoud ? "\(Sign.attention.character) \(remark.sentence)" : remark.sentence
            lines += TextFitting.wrap(text, width: area.width - 2).prefix(5)
                .map { ($0, isLoud ? .attention : .dim) }
        }
        // The line of the form may have no room for the whole question; here it has.
        return lines
            + TextFitting.wrap(question.label, width: area.width - 2).prefix(4)
            .map { ($0, hasFocus ? .accent : .dim) }
    }
}
