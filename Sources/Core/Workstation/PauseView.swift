import TerminalUI

/// The screen of a pause: no picture, no answer, no case.
struct PauseView {
    let state: WorkstationState

    func draw(_ frame: inout Frame) {
        let size = frame.grid.size
        let row = max(0, size.height / 2 - 1)
        let lines = [
            "Paused. Images and answers are hidden, and the clock stands still.",
            "\(keys) goes on.",
        ]
        for (offset, line) in lines.enumerated() {
            let column = max(1, (size.width - line.count) / 2)
            frame.grid.write(
                line, column: column, row: row + 2 * offset, width: size.width - column,
                role: offset == 0 ? .text : .dim)
        }
    }

    private var keys: String { "Enter or \(state.key(.pause))" }
}
