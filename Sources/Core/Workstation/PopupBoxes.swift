import TerminalUI

/// One line of a menu.
struct MenuLine {
    let key: String
    let text: String
    var isDim = false
}

/// Lines of which one is selected.
struct Menu {
    let title: String
    let lines: [MenuLine]
    /// The line that Enter takes; `nil` for none.
    let selected: Int?
    /// Where it stands, at the bottom; in the middle of the screen when `nil`.
    var area: Rect?
    /// Quiet lines below the others.
    var notes: [String] = []
    let footer: String

    func draw(_ frame: inout Frame) {
        let size = area.map { Size(width: $0.width + 4, height: $0.height + 4) } ?? frame.grid.size
        let texts = lines.map(\.text.count) + notes.map { $0.count - 4 }
        let longest = (texts + [footer.count - 4, title.count - 2]).max() ?? 0
        let width = area?.width ?? min(longest + 9, size.width - 4)
        let room = notes.isEmpty ? 0 : notes.count + 1
        let rows = min(lines.count, size.height - 8 - room)
        let inside = frame.popup(
            place(width: width, height: rows + 4 + room, in: size),
            title: String(title.prefix(width - 6)), air: area == nil ? 1 : 0)
        for (offset, note) in notes.enumerated() {
            frame.grid.write(
                note, column: inside.x, row: inside.y + rows + 1 + offset, width: inside.width,
                role: .dim)
        }
        let first = min(max(0, (selected ?? 0) - rows / 2), lines.count - rows)
        for (offset, line) in lines[first..<first + rows].enumerated() {
            draw(
                line, isSelected: first + offset == selected, row: inside.y + offset, inside, &frame
            )
        }
        frame.grid.write(
            footer, column: inside.x, row: inside.maxY - 1, width: inside.width, role: .dim)
    }

    private func place(width: Int, height: Int, in size: Size) -> Rect {
        guard let area else { return .centered(width: width, height: height, in: size) }
        return Rect(
            x: area.maxX - width, y: max(area.y, area.maxY - height), width: width, height: height)
    }

    private func draw(
        _ line: MenuLine, isSelected: Bool, row: Int, _ inside: Rect, _ frame: inout Frame
    ) {
        if isSelected {
            frame.grid[inside.x, row] = Cell(Sign.focus.character, role: .accent, bold: true)
        }
        frame.grid.write(line.key, column: inside.x + 1, row: row, width: 2, role: .accent)
        frame.grid.write(
            line.text, column: inside.x + 4, row: row, width: inside.width - 4,
            role: isSelected ? .accent : line.isDim ? .dim : .text, reversed: isSelected)
    }
}

/// Text that can be scrolled.
struct TextBox {
    let title: String
    let text: String
    var firstLine = 0
    let footer: String

    func draw(_ frame: inout Frame) {
        let size = frame.grid.size
        let width = min(72, size.width - 4)
        let lines = TextFitting.wrap(text, width: width - 4)
        let rows = min(lines.count, size.height - 8)
        let inside = frame.popup(
            Rect.centered(width: width, height: rows + 4, in: size), title: title)
        let first = min(max(0, firstLine), lines.count - rows)
        for (offset, line) in lines[first..<first + rows].enumerated() {
            frame.grid.write(line, column: inside.x, row: inside.y + offset, width: inside.width)
        }
        frame.grid.write(
            footer, column: inside.x, row: inside.maxY - 1, width: inside.width, role: .dim)
    }
}

extension Rect {
    /// A rectangle in the middle of a screen.
    static func centered(width: Int, height: Int, in size: Size) -> Rect {
        Rect(
            x: (size.width - width) / 2, y: max(0, (size.height - height) / 2), width: width,
            height: height)
    }
}
