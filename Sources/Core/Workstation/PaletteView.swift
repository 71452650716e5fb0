import TerminalUI

/// The command palette: a line to type in, and what fits it with keys, or why it cannot be done.
struct PaletteView {
    let state: WorkstationState
    let editor: LineEditor
    let selected: Int

    func draw(_ frame: inout Frame) {
        let size = frame.grid.size
        let entries = Palette(state, filter: editor.text).entries
        let width = min(76, size.width - 4)
        let inside = frame.popup(
            Rect.centered(width: width, height: min(22, size.height - 3), in: size),
            title: "every action")
        let (line, rest) = inside.split(top: 1)
        frame.grid.write(":", column: line.x, row: line.y, role: .accent)
        frame.cursor = frame.grid.inputLine(editor.line, in: line.split(left: 2).rest)
        let (list, footer) = rest.split(bottom: 1)
        draw(entries, in: list, &frame.grid)
        frame.grid.write(
            "letters find   12 a slice   400/40 a window   Enter does it   Esc closes",
            column: footer.x, row: footer.y, width: footer.width, role: .dim)
    }

    private func draw(_ entries: [Palette.Entry], in area: Rect, _ grid: inout CellGrid) {
        let rows = max(1, area.height - 1)
        let chosen = min(selected, max(0, entries.count - 1))
        let first = min(max(0, chosen - rows / 2), max(0, entries.count - rows))
        if entries.isEmpty {
            grid.write("Nothing fits these letters.", column: area.x + 2, row: area.y, role: .dim)
        }
        for (offset, entry) in entries.dropFirst(first).prefix(rows).enumerated() {
            draw(entry, isChosen: first + offset == chosen, row: area.y + offset, area, &grid)
        }
    }

    /// Caption and keys; what cannot be done says why in place of its keys.
    private func draw(
        _ entry: Palette.Entry, isChosen: Bool, row: Int, _ area: Rect, _ grid: inout CellGrid
    ) {
        if isChosen { grid[area.x, row] = Cell(Sign.focus.character, role: .accent, bold: true) }
        let caption = min(24, area.width / 2)
        grid.write(
            entry.caption, column: area.x + 2, row: row, width: caption,
            role: isChosen ? .accent : entry.refusal == nil ? .text : .dim, reversed: isChosen)
        grid.write(
            entry.refusal ?? entry.keys, column: area.x + caption + 4, row: row,
            width: area.width - caption - 4, role: entry.refusal == nil ? .accent : .dim)
    }
}

/// Enter in the palette does the chosen action, or says why not.
func takePalette(
    _ state: inout WorkstationState, _ text: String, _ selected: Int, _ press: KeyPress
) -> [WorkstationEffect] {
    guard press.key == .enter else { return [] }
    let entries = Palette(state, filter: text).entries
    guard !entries.isEmpty else { return [] }
    let entry = entries[min(selected, entries.count - 1)]
    state.popup = nil
    if let refusal = entry.refusal {
        state.notice = .attention(refusal)
        return []
    }
    return perform(&state, entry.command)
}
