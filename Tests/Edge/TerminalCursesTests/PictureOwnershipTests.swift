import Foundation
import TerminalCurses
import TerminalUI
import TestSupport
import Testing

extension CursesScreenTests {
    /// Texts whose ends and gaps tempt ncurses to clear parts of lines.
    private static let texts = [
        "", "x", "a          b", "erosion         4 of 8", String(repeating: "-", count: 49),
        "                                        end",
    ]

    private func randomFrame(
        _ random: inout SplitMix, size: Size, picture: Rect
    ) -> Frame {
        var frame = Frame(grid: CellGrid(size: size))
        for row in 0..<size.height {
            let text = Self.texts.randomElement(using: &random) ?? ""
            let isBeside = row >= picture.y && row < picture.maxY
            let column = isBeside ? picture.maxX : Int.random(in: 0...40, using: &random)
            frame.grid.write(text, column: column, row: row)
            if isBeside { frame.grid.write(text, column: 0, row: row, width: picture.x) }
        }
        return frame
    }

    @Test func `nothing but a picture and popups is ever drawn on a picture's cells`() throws {
        let size = Size(width: 80, height: 24)
        let area = Rect(x: 20, y: 3, width: 30, height: 15)
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        setenv("TERM", "xterm-256color", 1)
        let screen = try CursesScreen(
            theme: Given.theme, input: terminal.descriptor, output: terminal.descriptor)
        terminal.settle()
        terminal.forget()
        var trace = CellTrace(size: size, pictureArea: area)
        var random = SplitMix(seed: 14)
        for step in 0..<300 {
            var frame = randomFrame(&random, size: size, picture: area)
            let identity = UInt64.random(in: 0...2, using: &random)
            frame.pictures = [
                Picture(
                    area: area, kind: .sixel, rows: [Array("\u{1B}Pq\(identity)\u{1B}\\".utf8)],
                    identity: identity)
            ]
            if Bool.random(using: &random) { frame.pictures = [] }
            if Bool.random(using: &random) {
                frame.popup(
                    Rect(
                        x: Int.random(in: 0...60, using: &random),
                        y: Int.random(in: 0...15, using: &random),
                        width: Int.random(in: 2...30, using: &random),
                        height: Int.random(in: 2...8, using: &random)),
                    title: "Help")
            }
            try screen.showWhole(frame)
            Array("\u{1B}[0z".utf8).withUnsafeBytes {
                _ = write(terminal.descriptor, $0.baseAddress, $0.count)
            }
            try #require(terminal.waits(for: "\u{1B}[0z"))
            trace.take(terminal.text)
            terminal.forget()
            let wrong = wrongCells(trace, frame)
            try #require(wrong.isEmpty, "step \(step): \(wrong.prefix(3))")
        }
        screen.close()
    }

    private func wrongCells(_ trace: CellTrace, _ frame: Frame) -> [String] {
        var wrong: [String] = []
        for row in 0..<frame.grid.size.height {
            for column in 0..<frame.grid.size.width {
                let isCovered = frame.popups.contains { $0.contains(column: column, row: row) }
                let isPicture =
                    !isCovered
                    && frame.pictures.contains { $0.area.contains(column: column, row: row) }
                let shown = trace[column, row]
                let isRight =
                    isPicture
                    ? shown.hasPicture && !shown.isHidden && shown.character == " "
                    : !shown.hasPicture && shown.character == frame.grid[column, row].character
                if !isRight { wrong.append("column \(column), row \(row): \(shown)") }
            }
        }
        return wrong
    }
}
