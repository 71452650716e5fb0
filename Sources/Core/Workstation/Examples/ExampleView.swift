import Imaging
import TerminalGraphics
import TerminalUI

/// Draws the example that is shown: cells first, then its pictures.
///
/// Pure but for `memory`, which only saves making the same pictures twice.
public func view(_ state: ExampleState, memory: inout ExampleMemory) -> Frame {
    var frame = Frame(grid: CellGrid(size: state.size))
    let view = ExampleView(state: state)
    if state.isLinear {
        view.drawLinear(&frame)
    } else {
        view.draw(&frame, memory: &memory)
    }
    return frame
}

/// The screen of drawn examples.
struct ExampleView {
    let state: ExampleState

    private var page: ExamplePage { state.page }
    private var place: String { "\(state.index + 1) of \(state.pages.count)" }

    func draw(_ frame: inout Frame, memory: inout ExampleMemory) {
        let size = state.size
        let after = frame.grid.write("drawn examples", column: 1, row: 0, role: .dim)
        frame.grid.write(page.title, column: after + 3, row: 0, bold: true)
        frame.grid.write(
            place, column: 0, row: 0, width: size.width - 1, align: .trailing, role: .dim)
        let words = TextFitting.wrap(page.words, width: size.width - 2).prefix(4)
        let bottom = size.height - 2 - words.count
        let boxes = Rect(x: 1, y: 1, width: size.width - 2, height: max(2, bottom - 1))
            .columns(page.pictures.count, gap: 2)
        for (picture, box) in zip(page.pictures, boxes) {
            frame.grid.write(
                picture.title, column: box.x, row: box.y, width: box.width, align: .center,
                role: .dim)
        }
        // All of one size, so that they can be compared.
        let width = boxes.map(\.width).min() ?? 0
        let areas = boxes.map {
            Rect(x: $0.x, y: $0.y + 1, width: width, height: $0.height - 1)
        }
        frame.pictures = memory.pictures(state, areas: areas)
        for (offset, line) in words.enumerated() {
            frame.grid.write(line, column: 1, row: bottom + offset, width: size.width - 2)
        }
        drawKeys(&frame.grid)
    }

    private func drawKeys(_ grid: inout CellGrid) {
        var column = 1
        for (key, caption) in keys {
            let after = grid.write(key, column: column, row: state.size.height - 1, role: .accent)
            column =
                grid.write(
                    " " + caption, column: after, row: state.size.height - 1, role: .dim) + 2
        }
        grid.write(
            "drawn by the program, no person's images", column: column,
            row: state.size.height - 1, width: max(0, state.size.width - column - 1),
            align: .trailing, role: .dim)
    }

    private var keys: [(String, String)] {
        [
            (state.capabilities.unicode ? "←→" : "left right", "another"),
            ("Esc", "back to the read"),
        ]
    }

    /// The words, one line after the other: what a screen reader reads aloud.
    func drawLinear(_ frame: inout Frame) {
        let names = page.pictures.map(\.title).joined(separator: ", ")
        let lines = [
            "Example \(place): \(page.title).", page.words,
            "Drawn for those who see: \(names).",
            "Right and left go to another, Escape goes back to the read.",
        ]
        var row = 0
        for line in lines.flatMap({ TextFitting.wrap($0, width: state.size.width) })
        where row < state.size.height {
            frame.grid.write(line, column: 0, row: row, width: state.size.width)
            row += 1
        }
        frame.cursor = (0, 0)
    }
}
