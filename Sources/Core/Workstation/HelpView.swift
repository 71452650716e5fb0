import TerminalUI

/// The keys of the focus in columns; typing filters.
struct HelpView {
    let state: WorkstationState
    let filter: LineEditor

    /// A key with its words.
    struct Entry: Hashable {
        let keys: [String]
        let help: String
        /// Words for this row and those that join it.
        var common: String?
        /// Whether rows have joined it already.
        var joins = false
        var isPossible = true
    }

    func draw(_ frame: inout Frame) {
        let size = frame.grid.size
        let hasDefinition = size.width >= 110 && definition != nil
        let width = min(size.width - 4, hasDefinition ? 120 : 80)
        let lines = max((entries.count + 1) / 2, hasDefinition ? definitionLines(width) : 0)
        let area = Rect.centered(
            width: width, height: min(lines + 4, size.height - 3), in: size)
        let inside = frame.popup(area, title: "keys: \(state.context.rawValue.lowercased())")
        let (body, footer) = inside.split(bottom: 1)
        let parts = body.split(right: hasDefinition ? body.width / 3 : 0)
        drawKeys(parts.rest, &frame.grid)
        if hasDefinition, let definition { drawDefinition(definition, parts.right, &frame.grid) }
        let line = filter.text.isEmpty ? "type to filter   Esc closes" : "filter: \(filter.text)"
        frame.grid.write(line, column: footer.x, row: footer.y, width: footer.width, role: .dim)
    }

    private func drawKeys(_ area: Rect, _ grid: inout CellGrid) {
        let columns = area.columns(2, gap: 2)
        let rows = max(1, area.height - 1)
        let entries = entries.filter { $0.matches(filter.text) }
        let needed = max(1, min(rows, (entries.count + 1) / 2))
        for (index, entry) in entries.prefix(2 * rows).enumerated() {
            let column = columns[min(1, index / needed)]
            let row = area.y + (index < needed ? index : index - needed)
            guard row < area.maxY else { continue }
            grid.write(
                entry.keys.joined(separator: " "), column: column.x, row: row, width: 13,
                role: .accent)
            grid.write(
                entry.help, column: column.x + 14, row: row, width: column.width - 14,
                role: entry.isPossible ? .text : .dim)
        }
    }

    private func definitionLines(_ width: Int) -> Int {
        TextFitting.wrap(definition ?? "", width: (width - 4) / 3 - 3).count
    }

    private func drawDefinition(_ text: String, _ area: Rect, _ grid: inout CellGrid) {
        let inner = area.split(left: 3).rest
        grid.writeWrapped(text, in: inner, role: .dim)
    }

    private var definition: String? {
        guard let reading = state.reading, let key = reading.question,
            let question = reading.form.question(key)
        else { return nil }
        return "\(question.label)\n\n\(DefinitionText.text(of: question))"
    }

    /// Rows of the action table; ten digits take one line.
    private var entries: [Entry] {
        var entries: [Entry] = []
        for row in ActionTable.rows(in: state.context) {
            guard let entry = entry(row) else { continue }
            if row.joinsAbove, let above = entries.popLast() {
                entries.append(above.joined(entry))
            } else {
                entries.append(entry)
            }
        }
        return entries
    }

    private func entry(_ row: ActionRow) -> Entry? {
        switch row.command {
        case .preset(let digit) where digit > 1, .digit(let digit) where digit > 0: return nil
        case .preset(1): return Entry(keys: ["1-9"], help: windowNames)
        case .digit: return Entry(keys: ["0-9"], help: "grade, or begin a number")
        default:
            let keys = row.keys.prefix(2).map {
                $0.caption(unicode: state.capabilities.unicode)
            }
            return Entry(
                keys: keys, help: row.caption, common: row.hint?.caption,
                isPossible: row.refusal(state) == nil)
        }
    }

    private var windowNames: String {
        guard let viewer = state.reading?.viewer else { return "windows" }
        return WindowKeys.choices(for: viewer.volume).dropFirst().map(\.name)
            .joined(separator: ", ")
    }
}

extension HelpView.Entry {
    /// Two rows in one line: the first key of each, and words for both.
    fileprivate func joined(_ other: Self) -> Self {
        Self(
            keys: (joins ? keys : Array(keys.prefix(1))) + other.keys.prefix(1),
            help: common ?? "\(help), \(other.help)", common: common, joins: true,
            isPossible: isPossible || other.isPossible)
    }

    fileprivate func matches(_ filter: String) -> Bool {
        filter.isEmpty || help.lowercased().contains(filter.lowercased()) || keys.contains(filter)
    }
}
