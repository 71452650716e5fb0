import TerminalCurses
import TerminalUI

/// A theme and frames for tests of the screen.
enum Given {
    static let theme = Theme(
        id: "t", title: "T", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
        surround: RGB(0, 0, 0),
        styles: [.text: RoleStyle(color: ThemeColor(RGB(0xB2, 0xB2, 0xB2), sixteen: .white))])

    /// A frame with one line of text and a picture of 20 × 10 cells at the left.
    static func frame(
        _ text: String, size: Size = Size(width: 80, height: 24), picture: String = "<PICTURE>",
        identity: UInt64 = 1
    ) -> Frame {
        var frame = Frame(grid: CellGrid(size: size))
        frame.grid.write(text, column: 30, row: 3)
        frame.pictures = [
            Picture(
                area: Rect(x: 2, y: 2, width: 20, height: 10), kind: .sixel,
                rows: [Array("\u{1B}Pq\(picture)\u{1B}\\".utf8)], identity: identity)
        ]
        return frame
    }
}

extension CursesScreen {
    /// Shows a frame and waits until it has arrived; keys that come meanwhile are dropped.
    func showWhole(_ frame: Frame) throws(ScreenError) {
        guard try !show(frame) else { return }
        while try nextEvent(within: .seconds(10)) != .arrived(.whole) {}
    }
}
