import Foundation
import TerminalCurses
import TerminalUI
import TestSupport
import Testing

/// A slow line: a relay that reads so many bytes every 4 ms, and answers.
extension CursesScreenTests {
    private static let rows = 10
    private static let area = Rect(x: 2, y: 2, width: 20, height: rows)
    private static let mbit = 500

    private func slowScreen(_ terminal: FakeTerminal) throws -> CursesScreen {
        setenv("TERM", "xterm-256color", 1)
        let screen = try CursesScreen(
            theme: Given.theme, input: terminal.descriptor, output: terminal.descriptor)
        try screen.showWhole(frame("", []))
        return screen
    }

    private func frame(_ text: String, _ pictures: [Picture]) -> Frame {
        var frame = Frame(grid: CellGrid(size: Size(width: 80, height: 24)))
        frame.grid.write(text, column: 30, row: 3)
        frame.pictures = pictures
        return frame
    }

    private func picture(_ name: String, _ area: Rect, bytes: Int, isFull: Bool) -> Picture {
        let body = name + String(repeating: "~", count: bytes)
        return Picture(
            area: area, kind: .sixel, rows: [Array("\u{1B}Pq<\(body)>\u{1B}\\".utf8)],
            identity: UInt64(bitPattern: Int64(name.hashValue)), isFull: isFull)
    }

    private func preview(_ name: String) -> Frame {
        frame(name, [picture("\(name)-preview", Self.area, bytes: 3_000, isFull: false)])
    }

    private func strips(_ name: String) -> Frame {
        frame(
            name,
            (0..<Self.rows).map { row in
                let area = Rect(
                    x: Self.area.x, y: Self.area.y + row, width: Self.area.width, height: 1)
                return picture("\(name)-strip\(row)", area, bytes: 2_400, isFull: true)
            })
    }

    /// The keys that come while something comes.
    private func typed(_ screen: CursesScreen) throws -> [ScreenEvent] {
        var keys: [ScreenEvent] = []
        for _ in 0..<6 {
            let event = try screen.nextEvent(within: .milliseconds(300))
            if case .key = event { keys.append(event) }
        }
        return keys
    }

    /// The names of the pictures that came, in their order.
    private func names(_ terminal: FakeTerminal) -> [String] {
        terminal.text.matches(of: /Pq<([a-z0-9-]+)~/).map { String($0.1) }
    }

    @Test
    func
        `over a slow line the preview comes first, a key drops what is stale, and the end is the full picture`()
        throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty, pause: 4, piece: Self.mbit)
        defer { terminal.hangUp() }
        let screen = try slowScreen(terminal)
        #expect((screen.link?.bytesPerSecond ?? 0) < 400_000)
        terminal.forget()

        try screen.showWhole(preview("a"))
        #expect(try !screen.show(strips("a")))
        while names(terminal).count < 4 { _ = try screen.nextEvent(within: .milliseconds(5)) }
        terminal.type("j")
        #expect(try screen.nextEvent(within: .seconds(2)) == .key(KeyPress("j")))
        #expect(try screen.nextEvent(within: .seconds(2)) == .arrived(.dropped))
        let stale = names(terminal).filter { $0.hasPrefix("a") }
        try screen.showWhole(preview("b"))
        try screen.showWhole(strips("b"))

        #expect(terminal.waits(for: "b-strip9"))
        terminal.settle()
        let all = names(terminal)
        #expect(all.first == "a-preview" && stale.count < Self.rows)
        #expect(all.filter { $0.hasPrefix("a") } == stale)
        let last = all.filter { $0.hasPrefix("b") }
        #expect(last.first == "b-preview")
        #expect(last.dropFirst().sorted() == (0..<Self.rows).map { "b-strip\($0)" })
        for picture in strips("b").pictures {
            #expect(terminal.text.contains(String(decoding: picture.rows[0], as: UTF8.self)))
        }
        terminal.forget()
        #expect(try screen.nextEvent(within: .milliseconds(300)) == .idle)
        #expect(terminal.bytes.isEmpty)
        screen.close()
    }

    @Test func `answers that come late, twice or unasked never become keys`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty, pause: 4, piece: Self.mbit)
        defer { terminal.hangUp() }
        let screen = try slowScreen(terminal)
        _ = try screen.show(strips("a"))
        terminal.type("x\u{1B}[0n\u{1B}[0n\u{1B}[3n")
        var keys = try typed(screen)
        try screen.showWhole(strips("a"))
        terminal.settle()
        // An answer in two parts, when no other can come between them.
        terminal.type("\u{1B}[0")
        usleep(20_000)
        terminal.type("ny")
        keys += try typed(screen)
        #expect(keys == [.key(KeyPress("x")), .key(KeyPress("y"))])
        screen.close()
    }

    @Test func `a terminal that never answers gets everything in the end, and is called slow`()
        throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty, answersStatus: false)
        defer { terminal.hangUp() }
        let screen = try slowScreen(terminal)
        #expect(screen.link?.isAnswering == false)
        #expect(screen.link?.bytesPerSecond == 125_000)
        try screen.showWhole(strips("a"))
        terminal.settle()
        #expect(Set(names(terminal)).count == Self.rows)
        screen.close()
    }

    @Test func `while the terminal takes nothing, keys are still read`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let screen = try slowScreen(terminal)
        terminal.isPaused = true
        usleep(30_000)
        _ = try screen.show(
            frame("a", [picture("huge", Self.area, bytes: 400_000, isFull: true)]))
        terminal.type("abc")
        let events = try (0..<3).map { _ in try screen.nextEvent(within: .seconds(5)) }
        #expect(events == ["a", "b", "c"].map { .key(KeyPress($0)) })
        terminal.isPaused = false
        try screen.showWhole(strips("b"))
        terminal.settle()
        let all = names(terminal)
        #expect(all.filter { $0.hasPrefix("b") }.count == Self.rows)
        #expect(terminal.text.contains(String(repeating: "~", count: 400_000) + ">\u{1B}\\"))
        screen.close()
    }

    @Test func `a window that changes its size in the middle of a picture cuts it cleanly`() throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty, pause: 4, piece: 2_000)
        defer { terminal.hangUp() }
        let screen = try slowScreen(terminal)
        _ = try screen.show(
            frame("a", [picture("huge", Self.area, bytes: 900_000, isFull: true)]))
        while !terminal.text.contains("huge") { _ = try screen.nextEvent(within: .milliseconds(5)) }
        terminal.resize(columns: 90, rows: 30)
        kill(getpid(), SIGWINCH)
        let event = try screen.nextEvent(within: .seconds(5))
        #expect(event == .resized(Size(width: 90, height: 30)))
        try screen.showWhole(strips("b"))
        terminal.settle()

        let text = terminal.text
        let cut = try #require(text.firstRange(of: /~\x1B\\\x1B(8\x1B)?\[\?2026l/))
        #expect(!text[..<cut.lowerBound].contains("~>\u{1B}\\"))
        #expect(!text[cut.upperBound...].contains("huge"))
        #expect(names(terminal).filter { $0.hasPrefix("b") }.count == Self.rows)
        screen.close()
    }
}
