import Imaging
import ReaderStudies
import TerminalUI

/// Draws the test of a terminal: cells first, then the picture.
///
/// Pure but for `memory`, which only saves making the same picture twice.
public func view(_ state: PatternState, memory: inout PatternMemory) -> Frame {
    var frame = Frame(grid: CellGrid(size: state.size))
    guard state.fits else {
        drawTooSmall(state, &frame.grid)
        return frame
    }
    PatternView(state: state).draw(&frame, memory: &memory)
    return frame
}

private func drawTooSmall(_ state: PatternState, _ grid: inout CellGrid) {
    let least = PatternState.smallest
    grid.writeWrapped(
        "The terminal is \(state.size.width) × \(state.size.height); the test pattern needs "
            + "\(least.width) × \(least.height). Make it larger. q leaves.",
        in: state.size.bounds, role: .attention)
}

/// The lines around the pattern.
struct PatternView {
    let state: PatternState

    func draw(_ frame: inout Frame, memory: inout PatternMemory) {
        drawTop(&frame.grid)
        if state.place == .summary {
            drawAnswers(&frame.grid)
        } else {
            frame.pictures = memory.pictures(state, page: page)
        }
        drawQuestion(&frame.grid)
        drawStatus(&frame.grid)
        drawKeys(&frame.grid)
    }

    private var page: PatternPage {
        if case .asking(let part) = state.place { part.page } else { .whole }
    }

    private func drawTop(_ grid: inout CellGrid) {
        grid.write("test pattern", column: 1, row: 0, bold: true)
        grid.write(
            placeText, column: 0, row: 0, width: grid.size.width - 1, align: .trailing, role: .dim)
    }

    private var placeText: String {
        switch state.place {
        case .overview: return "the whole pattern"
        case .summary: return "what you saw"
        case .asking(let part):
            let number = (state.parts.firstIndex(of: part) ?? 0) + 1
            return "\(number) of \(state.parts.count)"
        }
    }

    private func drawQuestion(_ grid: inout CellGrid) {
        let row = state.size.height - 3
        guard case .asking(let part) = state.place else {
            grid.write(introduction, column: 1, row: row, width: state.size.width - 2)
            return
        }
        let sign = sign(state.answer(to: part))
        grid[1, row] = Cell(sign.character, role: role(state.answer(to: part)))
        grid.write(
            PatternQuestion.text(part), column: 3, row: row, width: state.size.width - 4)
    }

    private var introduction: String {
        state.place == .overview
            ? "Levels and their order are tested, not luminance: this calibrates nothing."
            : "Enter keeps this as the display record of this terminal."
    }

    private func drawStatus(_ grid: inout CellGrid) {
        let capabilities = state.capabilities
        let cell = capabilities.cellWidthPX.flatMap { width in
            capabilities.cellHeightPX.map { "cell \(width) × \($0)" }
        }
        let parts = [
            Renderer.name(state.graphics, capabilities), capabilities.name, cell ?? "cell unknown",
            "picture \(state.pattern.width) × \(state.pattern.height)",
            capabilities.multiplexer.isEmpty ? "" : "in \(capabilities.multiplexer)",
        ]
        let row = state.size.height - 2
        guard capabilities.answered || state.wanted != nil else {
            grid.write(
                "\(Sign.attention.character) terminal did not answer, cells used   \(parts[0])",
                column: 1, row: row, width: state.size.width - 2, role: .attention)
            return
        }
        grid.write(
            parts.filter { !$0.isEmpty }.joined(separator: "   "), column: 1, row: row,
            width: state.size.width - 2, role: .dim)
    }

    private func drawKeys(_ grid: inout CellGrid) {
        let row = state.size.height - 1
        if let notice = state.notice {
            grid.write(
                notice.sign + notice.sentence, column: 1, row: row, width: state.size.width - 2,
                role: notice.role)
            return
        }
        grid.writeHints(keys, row: row)
    }

    private var keys: [(key: String, caption: String)] {
        PatternKeys.shown(at: state.place).compactMap { command in
            guard let row = PatternKeys.rows.first(where: { $0.command == command }) else {
                return nil
            }
            let key = row.keys[0].caption(unicode: state.capabilities.unicode)
            return (key, command == .next && state.place == .summary ? "keep" : row.caption)
        }
    }
}

extension PatternView {
    private func drawAnswers(_ grid: inout CellGrid) {
        for (index, part) in PatternPart.allCases.enumerated() {
            let answer = state.answer(to: part)
            let row = 3 + index
            grid[3, row] = Cell(sign(answer).character, role: role(answer))
            grid.write(PatternQuestion.caption(part), column: 5, row: row, width: 24)
            grid.write(words(part, answer), column: 30, row: row, role: .dim)
        }
    }

    private func words(_ part: PatternPart, _ answer: PatternAnswer) -> String {
        switch answer {
        case .seen: "seen"
        case .notSeen: "not seen"
        case .notAsked: state.pattern.fits(part) ? "not asked" : "not asked: no room for it here"
        }
    }

    private func sign(_ answer: PatternAnswer) -> Sign {
        switch answer {
        case .seen: .present
        case .notSeen: .absent
        case .notAsked: .notAnswered
        }
    }

    private func role(_ answer: PatternAnswer) -> Role {
        switch answer {
        case .seen: .present
        case .notSeen: .absent
        case .notAsked: .dim
        }
    }
}
