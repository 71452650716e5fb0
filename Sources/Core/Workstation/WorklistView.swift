import ReaderStudies
import TerminalUI

/// How much is left; no case can be picked, and nothing tells how one did.
struct WorklistView {
    let state: WorkstationState
    let status: WorklistStatus

    func draw(_ frame: inout Frame) {
        drawTop(&frame.grid)
        var row = 3
        for line in lines {
            frame.grid.write(line.name, column: 3, row: row, width: 10, role: .dim)
            frame.grid.write(line.text, column: 14, row: row)
            row += line.isLast ? 2 : 1
        }
        drawProgress(&frame.grid, row: row)
        if let reminder = state.breakReminder {
            frame.grid.write(reminder, column: 3, row: row + 2, role: .attention)
            row += 2
        }
        drawConsequences(&frame.grid, below: row + 2)
    }

    /// What follows from the read signed last, where there is room.
    private func drawConsequences(_ grid: inout CellGrid, below row: Int) {
        guard let consequences = state.consequences, !consequences.isEmpty else { return }
        let bottom = grid.size.height - 2
        ConsequencesView(consequences: consequences, key: state.key(.consequences)).draw(
            &grid,
            in: Rect(
                x: 3, y: row, width: min(76, grid.size.width - 6), height: max(0, bottom - row)))
    }

    private struct Line {
        let name: String
        let text: String
        var isLast = false
    }

    private var lines: [Line] {
        [
            Line(name: "today", text: Worklist.today(status)),
            Line(
                name: "next", text: Worklist.next(status, open: state.key(.openNext)), isLast: true),
            Line(name: "signed", text: "\(status.signed)"),
            Line(name: "waiting", text: Worklist.waiting(status), isLast: true),
            Line(
                name: "display",
                text: Worklist.display(state.pattern, key: state.key(.testPattern)),
                isLast: true),
        ]
    }

    private func drawTop(_ grid: inout CellGrid) {
        grid.write(status.study.rawValue, column: 1, row: 0, bold: true)
        let right =
            "reader \(status.reader)      session \(status.session) of \(status.sessionCount)"
        grid.write(
            right, column: 0, row: 0, width: grid.size.width - 1, align: .trailing, role: .dim)
    }

    /// Cases of this session as one line: signed ones filled.
    private func drawProgress(_ grid: inout CellGrid, row: Int) {
        let done = status.caseCount - status.left
        guard status.caseCount > 0, status.caseCount <= grid.size.width - 28 else { return }
        var column = 14
        for index in 0..<status.caseCount {
            let sign: Sign = index < done ? .present : .notAnswered
            grid[column, row] = Cell(sign.character, role: index < done ? .text : .dim)
            column += 1
        }
        grid.write("this session", column: column + 2, row: row, role: .dim)
    }
}

/// The sentences of the worklist.
enum Worklist {
    static func today(_ status: WorklistStatus) -> String {
        status.left == 0
            ? "nothing left in this session"
            : "\(status.left) \(status.left == 1 ? "case" : "cases") left of \(status.caseCount)"
    }

    static func next(_ status: WorklistStatus, open: String) -> String {
        if status.hasDraft { return "your draft waits: \(open) goes on where you left it" }
        if status.left > 0 {
            return
                "case \(status.caseCount - status.left + 1) of \(status.caseCount): \(open) opens it"
        }
        return nothingOpenSentence(status)
    }

    static func waiting(_ status: WorklistStatus) -> String {
        guard status.waiting > 0 else { return "none" }
        return status.nextOpens.map { "\(status.waiting), the next opens on \($0)" }
            ?? "\(status.waiting)"
    }

    /// When the test pattern was looked at in this terminal.
    static func display(_ record: PatternTestRecord, key: String) -> String {
        switch record {
        case .never: "the test pattern was never looked at in this terminal: \(key) shows it"
        case .made(let test): "the test pattern was looked at on \(test.day)"
        }
    }

    static func nothingOpenSentence(_ status: WorklistStatus) -> String {
        AccessRefusal.nothingOpen(opens: status.waiting > 0 ? status.nextOpens : nil).sentence
    }
}
