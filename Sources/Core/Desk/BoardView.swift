import ReaderStudies
import TerminalUI

/// Draws the board.
public func view(_ state: BoardState) -> Frame {
    var frame = Frame(grid: CellGrid(size: state.size))
    guard state.fits else {
        let least = BoardState.smallest
        frame.grid.writeWrapped(
            "The terminal is \(state.size.width) × \(state.size.height); the board needs "
                + "\(least.width) × \(least.height). Make it larger. q closes.",
            in: state.size.bounds, role: .attention)
        return frame
    }
    BoardView(state: state, layout: BoardLayout(state)).draw(&frame)
    return frame
}

/// The page between a line that says what it is and two that say what is true now and what to press.
struct BoardView {
    let state: BoardState
    let layout: BoardLayout

    func draw(_ frame: inout Frame) {
        drawTop(&frame.grid)
        drawPage(&frame.grid)
        drawBottom(&frame.grid)
        if state.showsHelp { drawHelp(&frame) }
    }

    private func drawTop(_ grid: inout CellGrid) {
        let right = state.overview.map(Self.moment) ?? ""
        if let overview = state.overview {
            let after = grid.write(overview.study.rawValue, column: 1, row: 0, bold: true)
            grid.write(
                overview.title, column: after + 3, row: 0,
                width: grid.size.width - after - 6 - right.count, role: .dim)
        } else {
            grid.write("board", column: 1, row: 0, bold: true)
        }
        grid.write(
            right, column: 0, row: 0, width: grid.size.width - 1, align: .trailing, role: .dim)
    }

    /// When it stood so, and whether all is locked.
    private static func moment(_ overview: StudyOverview) -> String {
        "\(overview.isLocked ? "locked   " : "")\(overview.at.dateText) \(time(overview)) UTC"
    }

    private static func time(_ overview: StudyOverview) -> String {
        String(overview.at.text.dropFirst(11).prefix(8))
    }

    private func drawPage(_ grid: inout CellGrid) {
        let area = layout.body
        for (row, index) in layout.shown.enumerated() {
            var column = area.x
            for span in layout.lines[index].spans {
                column = grid.write(
                    span.text, column: column, row: area.y + row,
                    width: max(0, area.maxX - column), role: span.role, bold: span.bold)
            }
        }
        let edge = grid.size.width - 1
        if state.firstLine > 0 { grid[edge, area.y] = Cell("▴", role: .dim) }
        if layout.shown.upperBound < layout.lines.count {
            grid[edge, area.maxY - 1] = Cell("▾", role: .dim)
        }
    }

    private func drawBottom(_ grid: inout CellGrid) {
        let bottom = state.size.height
        for (row, text) in layout.problem.enumerated() {
            grid.write(
                text, column: 1, row: bottom - 2 - layout.problem.count + row, role: .attention)
        }
        grid.write(status, column: 1, row: bottom - 2, width: state.size.width - 2, role: .dim)
        guard let notice = state.notice else {
            grid.writeHints(hints, row: bottom - 1)
            return
        }
        grid.write(
            "\(Sign.attention.character) \(notice)", column: 1, row: bottom - 1,
            width: state.size.width - 2, role: .attention)
    }

    /// What is true now: whether what is shown is fresh, and which part of the page.
    private var status: String {
        guard let overview = state.overview else {
            return state.problem == nil ? "The store is looked at." : "Nothing was seen yet."
        }
        let freshness =
            state.problem == nil
            ? "looked at every \(state.seconds) s" : "shown as it stood at \(Self.time(overview))"
        let shown = layout.shown
        let count = overview.deviations.count
        return "\(freshness)   lines \(shown.lowerBound + 1) to \(shown.upperBound) of "
            + "\(layout.lines.count)   \(count) \(count == 1 ? "deviation" : "deviations")"
    }

    private var hints: [(key: String, caption: String)] {
        let keys = [BoardCommand.up, .down].compactMap { BoardKeys.row(of: $0)?.keys.first }
        let scroll = (key: KeyWords.joined(keys, unicode: state.unicode), caption: "scroll")
        return [scroll]
            + [.nextPart, .look, .leave, .help].compactMap { command in
                BoardKeys.row(of: command).map { row in
                    (key: row.keys[0].caption(unicode: state.unicode), caption: row.caption)
                }
            }
    }

    private func drawHelp(_ frame: inout Frame) {
        let rows = BoardKeys.rows
        let area = state.size.bounds.centered(
            Size(width: min(76, state.size.width - 4), height: rows.count + 4))
        let inside = frame.popup(area, title: "keys: board")
        for (place, row) in rows.prefix(max(0, inside.height - 1)).enumerated() {
            let keys = row.keys.prefix(2).map { $0.caption(unicode: state.unicode) }
            frame.grid.write(
                keys.joined(separator: " "), column: inside.x, row: inside.y + place, width: 10,
                role: .accent)
            frame.grid.write(
                row.help, column: inside.x + 12, row: inside.y + place, width: inside.width - 12)
        }
        frame.grid.write("Esc closes", column: inside.x, row: inside.maxY - 1, role: .dim)
    }
}
