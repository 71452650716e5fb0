import TerminalUI

/// The keys of the focus in columns; typing filters.
struct HelpView {
    let state: WorkstationState
    let filter: LineEditor
    var firstLine = 0

    /// A key with its words.
    struct Entry: Hashable {
        let keys: [String]
        let help: String
        /// Words for this row and those that join it.
        var common: String?
        /// Whether rows have joined it already.
        var joins = false
        var isPossible = true
        /// The keys in one text.
        var keyText: String { keys.joined(separator: " ") }
    }

    func draw(_ frame: inout Frame) {
        let size = frame.grid.size
        let hasDefinition = size.width >= 110 && definition != nil
        let width = min(size.width - 4, hasDefinition ? 120 : 80)
        let lines = max(lines, hasDefinition ? definitionLines(width) : 0)
        let area = Rect.centered(
            width: width, height: min(lines + 4, size.height - 3), in: size)
        let inside = frame.popup(area, title: "keys: \(state.context.rawValue.lowercased())")
        let (body, footer) = inside.split(bottom: 1)
        let parts = body.split(right: hasDefinition ? body.width / 3 : 0)
        drawKeys(parts.rest, &frame.grid)
        if hasDefinition, let definition { drawDefinition(definition, parts.right, &frame.grid) }
        let more = lastFirstLine > 0 ? "   ↑↓ scroll" : ""
        let line =
            filter.text.isEmpty
            ? "type to filter\(more)   Esc closes" : "filter: \(filter.text)\(more)"
        frame.grid.write(line, column: footer.x, row: footer.y, width: footer.width, role: .dim)
    }

    /// The last line from which on the rest fits.
    var lastFirstLine: Int { max(0, (filtered.count + 1) / 2 - (state.size.height - 7)) }

    private var filtered: [Entry] { entries.filter { $0.matches(filter.text) } }

    /// Lines of the two columns when nothing is filtered.
    private var lines: Int { (entries.count + 1) / 2 }

    private func drawKeys(_ area: Rect, _ grid: inout CellGrid) {
        let columns = area.columns(2, gap: 2)
        let rows = max(1, area.height - 1)
        let entries = filtered
        let needed = max(1, (entries.count + 1) / 2)
        let first = min(firstLine, max(0, needed - rows))
        for (index, entry) in entries.enumerated() {
            let line = index % needed - first
            guard (0..<rows).contains(line) else { continue }
            let side = entries.dropFirst(index / needed * needed).prefix(needed)
            let keys = min(13, side.map(\.keyText.count).max() ?? 0)
            draw(entry, keyWidth: keys, row: area.y + line, columns[index / needed], &grid)
        }
    }

    private func draw(
        _ entry: Entry, keyWidth: Int, row: Int, _ column: Rect, _ grid: inout CellGrid
    ) {
        grid.write(entry.keyText, column: column.x, row: row, width: keyWidth, role: .accent)
        let words = column.split(left: min(keyWidth + 2, 14)).rest
        grid.write(
            entry.help, column: words.x, row: row, width: words.width,
            role: entry.isPossible ? .text : .dim)
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
        for row in state.keymap.rows(in: state.context) where !row.keys.isEmpty {
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
        case .preset(1):
            let count = (state.reading?.viewer?.source.windowKeys.count ?? 10) - 1
            guard count > 0 else { return nil }
            return Entry(keys: keys((1...count).map { .preset($0) }), help: windowNames)
        case .digit: return Entry(keys: ["0-9"], help: "grade or number")
        default:
            let keys = row.keys.prefix(2).map {
                $0.caption(unicode: state.capabilities.unicode)
            }
            return Entry(
                keys: keys, help: row.caption, common: row.hint?.caption,
                isPossible: row.refusal(state) == nil)
        }
    }

    /// The keys of several commands in a few characters.
    private func keys(_ commands: [Command]) -> [String] {
        let keys = commands.compactMap { state.keymap.key($0, in: state.context) }
        return [KeyWords.joined(keys, unicode: state.capabilities.unicode)]
    }

    private var windowNames: String {
        guard let viewer = state.reading?.viewer else { return "windows" }
        return viewer.source.windowKeys.dropFirst().map(\.name).joined(separator: ", ")
    }
}

extension HelpView.Entry {
    /// Two rows in one line: the first key of each, and words for both.
    fileprivate func joined(_ other: Self) -> Self {
        Self(
            keys: (joins ? keys : Array(keys.prefix(1))) + other.keys.prefix(1),
            help: common ?? Self.joined(help, other.help), common: common, joins: true,
            isPossible: isPossible || other.isPossible)
    }

    /// `first slice` and `last slice` are `first, last slice`; `ten back` and `ten on` are `ten back, on`.
    private static func joined(_ first: String, _ second: String) -> String {
        let (before, after) = (first.split(separator: " "), second.split(separator: " "))
        let room = min(before.count, after.count) - 1
        let leading = zip(before, after).prefix(room).prefix { $0 == $1 }.count
        let trailing = zip(before.reversed(), after.reversed()).prefix(room - leading)
            .prefix { $0 == $1 }.count
        return before.dropLast(trailing).joined(separator: " ") + ", "
            + after.dropFirst(leading).joined(separator: " ")
    }

    fileprivate func matches(_ filter: String) -> Bool {
        filter.isEmpty || help.lowercased().contains(filter.lowercased()) || keys.contains(filter)
    }
}
