import Persistence
import ReaderStudies
import TerminalUI

/// Lets one choose a sample study.
struct DemoChooser {
    let stores: [DemoStudy]

    /// The chosen study; `nil` when the reader leaves.
    ///
    /// - Parameter showTestPattern: Shows the test pattern until the reader comes back.
    func choose(on screen: any Screen, showTestPattern: () throws -> Void) throws -> DemoStudy? {
        let progress = try stores.map(Self.progress)
        var selected = 0
        while true {
            try screen.show(frame(size: screen.size, selected: selected, progress))
            guard case .key(let press) = try event(of: screen) else { return nil }
            switch press.latinTwin?.key ?? press.key {
            case .up, .character("k"): selected = max(0, selected - 1)
            case .down, .character("j"): selected = min(stores.count - 1, selected + 1)
            case .enter: return stores[selected]
            case .escape, .character("q"): return nil
            case .character("t"): try showTestPattern()
            case .character(let character):
                if let number = character.wholeNumberValue, stores.indices.contains(number - 1) {
                    return stores[number - 1]
                }
            default: break
            }
        }
    }

    /// The next key, or that the terminal is gone.
    private func event(of screen: any Screen) throws -> ScreenEvent {
        while true {
            switch try screen.nextEvent(within: nil) {
            case .key(let press): return .key(press)
            case .closed: return .closed
            case .resized: return .key(KeyPress(.function(0)))
            default: break
            }
        }
    }

    private static func progress(_ demo: DemoStudy) throws -> String {
        let store = try SQLiteStore.open(at: demo.folder)
        defer { try? store.close() }
        let all = try store.order(of: demo.reader).count
        let signed = try store.reads(of: demo.reader).count { $0.state != .draft }
        return "\(signed) of \(all) signed"
    }

    private func frame(size: Size, selected: Int, _ progress: [String]) -> Frame {
        var grid = CellGrid(size: size)
        grid.write("ReadingRoom", column: 1, row: 0, bold: true)
        grid.write("sample studies, drawn cases, invented people", column: 16, row: 0, role: .dim)
        for (index, store) in stores.enumerated() {
            let row = 2 + index * (size.height < 3 * stores.count + 4 ? 2 : 3)
            let isSelected = index == selected
            if isSelected {
                grid[2, row] = Cell(Sign.focus.character, role: .accent, bold: true)
            }
            grid.write("\(index + 1)", column: 4, row: row, role: .accent)
            grid.write(store.name, column: 7, row: row, bold: isSelected)
            grid.write(
                progress[index], column: 0, row: row, width: min(size.width - 2, 76),
                align: .trailing, role: .dim)
            grid.write(
                store.title, column: 7, row: row + 1, width: size.width - 9, role: .dim)
        }
        let keys = [
            MenuItem(key: "Enter", label: "reads"), MenuItem(key: "↑↓", label: "choose"),
            MenuItem(key: "t", label: "test pattern"), MenuItem(key: "q", label: "leaves"),
        ]
        grid.keyLine(
            keys, in: Rect(x: 1, y: size.height - 1, width: size.width - 2, height: 1))
        return Frame(grid: grid)
    }
}
