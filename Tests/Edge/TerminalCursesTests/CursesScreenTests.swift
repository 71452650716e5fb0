import CUnix
import Foundation
import TerminalCurses
import TerminalUI
import TestSupport
import Testing

/// One terminal at a time: the signals and ncurses belong to the process.
@Suite(.serialized, .timeLimit(.minutes(1))) struct CursesScreenTests {
    private func open(
        _ terminal: FakeTerminal, term: String = "xterm-256color",
        options: ScreenOptions = ScreenOptions()
    ) throws(ScreenError) -> CursesScreen {
        setenv("TERM", term, 1)
        return try CursesScreen(
            theme: Given.theme, options: options, input: terminal.descriptor,
            output: terminal.descriptor)
    }

    @Test func `a frame is one piece: cells, then the picture at its place`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        try screen.showWhole(Frame(grid: CellGrid(size: screen.size)))
        terminal.settle()
        terminal.forget()

        try screen.showWhole(Given.frame("erosion ● 4 of 8"))

        #expect(terminal.waits(for: "\u{1B}[5n"))
        let text = terminal.text
        #expect(text.hasPrefix("\u{1B}[?2026h") && text.hasSuffix("\u{1B}[?2026l\u{1B}[5n"))
        let cells = try #require(text.range(of: "erosion ● 4 of 8"))
        let picture = try #require(
            text.range(of: "\u{1B}7\u{1B}[3;3H\u{1B}Pq<PICTURE>\u{1B}\\\u{1B}8"))
        #expect(cells.upperBound <= picture.lowerBound)
        screen.close()
    }

    @Test func `an idle screen writes nothing`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        try screen.showWhole(Given.frame("a"))
        terminal.settle()
        terminal.forget()

        #expect(try screen.show(Given.frame("a")))
        #expect(try screen.nextEvent(within: .milliseconds(20)) == .idle)

        terminal.settle()
        #expect(terminal.bytes.isEmpty)
        screen.close()
    }

    @Test func `what the terminal answered is known, and no answer becomes a key`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        terminal.type("\u{1B}[?63;1;2;4c\u{1B}[6;19;10t\u{1B}[0nq")
        #expect(screen.capabilities.name == "XTerm(379)")
        #expect(screen.capabilities.sixel?.rounding == .xterm)
        #expect(screen.capabilities.cellHeightPX == 19)
        #expect(try screen.nextEvent(within: .seconds(2)) == .key(KeyPress("q")))
        screen.close()
    }

    @Test func `keys typed during the questions are kept`() throws {
        let terminal = try FakeTerminal(answer: "a" + FakeTerminal.xterm + "b\u{1B}")
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        let events = try (0..<3).map { _ in try screen.nextEvent(within: .seconds(2)) }
        #expect(events == [.key(KeyPress("a")), .key(KeyPress("b")), .key(KeyPress(.escape))])
        screen.close()
    }

    @Test func `a terminal that answers nothing is used with cells`() throws {
        let terminal = try FakeTerminal(answer: "")
        defer { terminal.hangUp() }
        let screen = try open(terminal, options: ScreenOptions(probeLimit: .milliseconds(100)))
        #expect(!screen.capabilities.answered)
        #expect(GraphicsChoice(for: screen.capabilities).mode != .sixel)
        screen.close()
    }

    @Test func `closing brings back screen and settings, and leaves no answer for the shell`()
        throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        #expect(terminal.isCooked)
        let screen = try open(terminal)
        #expect(!terminal.isCooked)
        try screen.showWhole(Given.frame("a"))

        screen.close()

        terminal.settle()
        #expect(terminal.isCooked)
        let end = "\u{1B}[?1004l\u{1B}[?2004l\u{1B}[m\u{1B}[?25h\u{1B}[?1049l"
        #expect(terminal.text.hasSuffix(end))
        var polled = pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&polled, 1, 50) == 0)
        #expect(throws: ScreenError.self) { try screen.show(Given.frame("b")) }
        #expect(try screen.nextEvent(within: nil) == .closed)
    }

    @Test func `the terminal's title is never set`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        try screen.showWhole(Given.frame("case C07"))
        screen.close()
        terminal.settle()
        // Operating system commands ask for colours, and set nothing.
        let rest = terminal.text.replacing(/\x1B\](11|4;\d+);\?\x1B\\/, with: "")
        #expect(!rest.contains("\u{1B}]"))
    }

    @Test func `a window that is dragged is told once, with its last size`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        for columns in [81, 82, 90] {
            terminal.resize(columns: columns, rows: 30)
            kill(getpid(), SIGWINCH)
        }
        let size = Size(width: 90, height: 30)
        #expect(try screen.nextEvent(within: .seconds(2)) == .resized(size))
        #expect(screen.size == size)
        #expect(try screen.nextEvent(within: .milliseconds(100)) == .idle)
        screen.close()
    }

    @Test func `after a resize the picture is written again on a cleared screen`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        try screen.showWhole(Given.frame("a"))
        terminal.resize(columns: 100, rows: 30)
        kill(getpid(), SIGWINCH)
        let event = try screen.nextEvent(within: .seconds(2))
        terminal.settle()
        terminal.forget()

        try screen.showWhole(Given.frame("a", size: screen.size))

        #expect(event == .resized(Size(width: 100, height: 30)))
        #expect(terminal.waits(for: "<PICTURE>"))
        #expect(terminal.text.contains("\u{1B}[2J") || terminal.text.contains("\u{1B}[J"))
        screen.close()
    }

    @Test func `a window too small shows a sentence, and the read goes on after enlarging`() throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm, columns: 30, rows: 8)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        try screen.showWhole(Given.frame("a", size: screen.size))
        #expect(terminal.waits(for: "30 × 8"))
        #expect(!terminal.text.contains("<PICTURE>"))
        terminal.type("q")
        #expect(try screen.nextEvent(within: .milliseconds(100)) == .idle)

        terminal.resize(columns: 80, rows: 24)
        kill(getpid(), SIGWINCH)
        let size = Size(width: 80, height: 24)
        #expect(try screen.nextEvent(within: .seconds(2)) == .resized(size))
        try screen.showWhole(Given.frame("a", size: size))
        #expect(terminal.waits(for: "<PICTURE>"))
        screen.close()
    }

    @Test func `Ctrl-L draws everything again`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        try screen.showWhole(Given.frame("erosion"))
        terminal.settle()
        terminal.forget()
        terminal.type("\u{0C}")
        #expect(try screen.nextEvent(within: .seconds(2)) == .arrived(.whole))
        #expect(terminal.waits(for: "<PICTURE>"))
        #expect(terminal.text.contains("erosion"))
        screen.close()
    }

    @Test func `pastes are asked for only while there is a text field`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        var frame = Given.frame("a")
        frame.cursor = (5, 20)
        try screen.showWhole(frame)
        #expect(terminal.waits(for: "\u{1B}[?2004h"))
        try screen.showWhole(Given.frame("a"))
        #expect(terminal.waits(for: "\u{1B}[?2004l"))
        screen.close()
    }

    @Test func `the mouse is reported when it is asked for`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let screen = try open(terminal, options: ScreenOptions(mouse: true))
        #expect(terminal.waits(for: "\u{1B}[?1002h\u{1B}[?1006h"))
        terminal.type("\u{1B}[<0;10;5M\u{1B}[I")
        let mouse = MouseInput(kind: .press, button: 0, x: 9, y: 4)
        #expect(try screen.nextEvent(within: .seconds(2)) == .mouse(mouse))
        #expect(try screen.nextEvent(within: .seconds(2)) == .focus(true))
        screen.close()
    }

    @Test func `a terminal that reads slowly gets every byte`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm, pause: 2)
        defer { terminal.hangUp() }
        let screen = try open(terminal)
        let picture = String(repeating: "0123456789", count: 60_000)
        try screen.showWhole(Given.frame("a", picture: picture))
        #expect(terminal.waits(for: "\u{1B}Pq\(picture)\u{1B}\\\u{1B}8"))
        screen.close()
    }

    @Test func `a link that drops ends the session`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        let mine = dup(terminal.descriptor)
        setenv("TERM", "xterm-256color", 1)
        let screen = try CursesScreen(theme: Given.theme, input: mine, output: mine)
        terminal.hangUp()
        #expect(try screen.nextEvent(within: .seconds(2)) == .closed)
        #expect(throws: ScreenError.self) { try screen.show(Given.frame("a")) }
        screen.close()
        close(mine)
    }

    @Test func `a terminal that cannot place text is refused before anything is written`() throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
        defer { terminal.hangUp() }
        #expect(throws: ScreenError.dumbTerminal("dumb")) { try open(terminal, term: "dumb") }
        terminal.settle()
        #expect(terminal.bytes.isEmpty && terminal.isCooked)
    }

    @Test func `a name that the host does not know is stood in for when the terminal answers`()
        throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let screen = try open(terminal, term: "xterm-of-tomorrow")
        #expect(screen.capabilities.name == "kitty(0.26.5)")
        screen.close()
    }

    @Test func `a name that the host does not know is refused when nothing answers`() throws {
        let terminal = try FakeTerminal(answer: "")
        defer { terminal.hangUp() }
        #expect(throws: ScreenError.unknownTerminal("nonsense")) {
            try open(
                terminal, term: "nonsense", options: ScreenOptions(probeLimit: .milliseconds(50)))
        }
        #expect(terminal.isCooked)
    }

    @Test func `no terminal is refused`() {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        defer { ends.forEach { close($0) } }
        #expect(throws: ScreenError.noTerminal) {
            try CursesScreen(theme: Given.theme, input: ends[0], output: ends[1])
        }
    }

    @Test func `a screen without Unicode and colours shows the twins`() throws {
        let terminal = try FakeTerminal(answer: "\u{1B}[1;3R\u{1B}[?6c")
        defer { terminal.hangUp() }
        setenv("NO_COLOR", "1", 1)
        defer { unsetenv("NO_COLOR") }
        let screen = try open(terminal)
        try screen.showWhole(Given.frame("● ○ –"))
        #expect(terminal.waits(for: "X o -"))
        #expect(screen.capabilities.colors == .none && !screen.capabilities.unicode)
        #expect(!terminal.text.contains("\u{1B}[38;5"))
        screen.close()
    }
}
