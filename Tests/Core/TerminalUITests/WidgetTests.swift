import TerminalUI
import TestSupport
import Testing

@Suite struct WidgetTests {
    private func grid(_ width: Int, _ height: Int) -> CellGrid {
        CellGrid(size: Size(width: width, height: height))
    }

    @Test func `a list shows the selected row among its neighbours and tells of more`() {
        var grid = grid(24, 4)
        let rows = (1...9).map { ListRow("L\($0) R frontal", detail: "\($0).5 mm") }
        let shown = grid.list(rows, selected: 4, in: Rect(x: 0, y: 0, width: 24, height: 4))
        #expect(shown == 2..<6)
        expectScreen(
            grid,
            """
             L3 R frontal   3.5 mm ▴
             L4 R frontal   4.5 mm
            ▸L5 R frontal   5.5 mm
             L6 R frontal   6.5 mm ▾
            """)
        #expect(grid[5, 2].reversed && grid[23, 2].reversed && !grid[5, 1].reversed)
    }

    @Test func `a short list stands at the top, a long name gives way to its number`() {
        var grid = grid(16, 3)
        grid.list(
            [ListRow("left temporal lobe", detail: "7"), ListRow("b")], selected: nil,
            in: grid.size.bounds)
        expectScreen(
            grid,
            """
             left tempo… 7
             b
            """)
    }

    @Test func `a list never scrolls beyond its ends`() {
        #expect(ListView.firstVisible(selected: 0, count: 10, height: 4) == 0)
        #expect(ListView.firstVisible(selected: 9, count: 10, height: 4) == 6)
        #expect(ListView.firstVisible(selected: nil, count: 10, height: 4) == 0)
        #expect(ListView.firstVisible(selected: 2, count: 3, height: 4) == 0)
    }

    @Test func `a list without room draws nothing wrong`() {
        var grid = grid(3, 1)
        grid.list(
            [ListRow("abc", detail: "12 mm"), ListRow("d")], selected: 0, in: grid.size.bounds)
        #expect(grid.text.count <= 3)
    }

    @Test func `a menu says why something cannot be done`() {
        var grid = grid(40, 3)
        let used = grid.menu(
            [
                MenuItem(key: "Enter", label: "next case"),
                MenuItem(key: "n", label: "sign", refusal: "3 sites are unanswered"),
            ], in: grid.size.bounds)
        #expect(used == 2)
        expectScreen(
            grid,
            """
            Enter  next case
            n      sign: 3 sites are unanswered
            """)
        #expect(grid[0, 0].role == .accent && grid[0, 1].role == .dim)
    }

    @Test func `a line of keys shows only those that fit whole`() {
        var grid = grid(30, 1)
        let items = [
            MenuItem(key: "space", label: "present"), MenuItem(key: "o", label: "absent"),
            MenuItem(key: "n", label: "not assessable", refusal: "no reason"),
        ]
        let fitting = grid.keyLine(items, in: grid.size.bounds)
        #expect(fitting == 2)
        expectScreen(grid, "space present   o absent")
        let none = grid.keyLine(items, in: Rect(x: 0, y: 0, width: 30, height: 0))
        #expect(none == 0)
    }

    @Test func `progress is full only when all is done`() {
        var grid = grid(16, 4)
        for (row, part) in [0, 0.455, 0.999, 1].enumerated() {
            grid.progressBar(part, in: Rect(x: 0, y: row, width: 16, height: 1))
        }
        expectScreen(
            grid,
            """
            ░░░░░░░░░░   0 %
            ████░░░░░░  45 %
            █████████░  99 %
            ██████████ 100 %
            """)
    }

    @Test func `progress that is no number is none`() {
        var grid = grid(16, 1)
        grid.progressBar(.nan, in: grid.size.bounds)
        #expect(grid.text.hasSuffix(" 0 %"))
        grid.progressBar(7, in: Rect(x: 0, y: 0, width: 16, height: 0))
        #expect(grid.text.hasSuffix(" 0 %"))
    }

    @Test func `a line is typed, moved in and corrected`() {
        var line = InputLine("ab")
        for press in [KeyPress(.left), KeyPress("x"), KeyPress(.home), KeyPress(.delete)] {
            let isEdit = line.apply(press)
            #expect(isEdit)
        }
        #expect(line.text == "xb" && line.cursor == 0)
        for press in [KeyPress(.end), KeyPress(.backspace), KeyPress(.right)] {
            _ = line.apply(press)
        }
        #expect(line.text == "x" && line.cursor == 1)
    }

    @Test func `Ctrl-A, E, K, U and W edit as in a shell`() {
        var line = InputLine("one two  three")
        _ = line.apply(KeyPress("w", .control))
        #expect(line.text == "one two  ")
        _ = line.apply(KeyPress("a", .control))
        _ = line.apply(KeyPress(.right))
        _ = line.apply(KeyPress("k", .control))
        #expect(line.text == "o")
        _ = line.apply(KeyPress("e", .control))
        _ = line.apply(KeyPress("u", .control))
        #expect(line.text.isEmpty)
    }

    @Test func `keys that do not edit are somebody else's`() {
        var line = InputLine("a")
        for press in [
            KeyPress(.enter), KeyPress(.escape), KeyPress("g", .control), KeyPress("x", .alt),
        ] {
            let isEdit = line.apply(press)
            #expect(!isEdit)
        }
        #expect(line == InputLine("a"))
    }

    @Test func `what is pasted is made safe and cut`() {
        var line = InputLine("ab", limit: 6)
        _ = line.apply(KeyPress(.left))
        line.insert("1\n\u{1B}[2J345")
        #expect(line.text == "a1 \u{FFFD}[b")
        #expect(line.cursor == 5)
    }

    @Test func `a combining mark joins the letter before it`() {
        var line = InputLine()
        _ = line.apply(KeyPress("e"))
        _ = line.apply(KeyPress("\u{301}"))
        #expect(line.characters.count == 1 && line.cursor == 1)
    }

    @Test func `an input line scrolls so that the cursor is seen`() {
        var grid = grid(10, 1)
        let cursor = grid.inputLine(
            InputLine("0123456789日"), in: Rect(x: 1, y: 0, width: 6, height: 1))
        expectScreen(grid, " 789日")
        #expect(cursor == (6, 0))
    }

    @Test func `a screen in memory keeps frames and bytes, and gives events`() {
        let screen = InMemoryScreen(
            size: Size(width: 12, height: 2),
            capabilities: TerminalCapabilities(unicode: false),
            events: [.key(KeyPress("q")), .resized(Size(width: 20, height: 5))])
        #expect(screen.text.isEmpty)
        var frame = Frame(grid: grid(12, 2))
        frame.grid.write("● signed", column: 0, row: 0)
        frame.pictures = [
            Picture(
                area: Rect(x: 0, y: 1, width: 1, height: 1), kind: .sixel,
                rows: [Array("PICTURE".utf8)], identity: 1)
        ]
        frame.cursor = (3, 1)

        screen.show(frame)
        screen.show(frame)

        expectScreen(screen, "X signed")
        #expect(screen.frames.count == 2)
        #expect(screen.frames.last?.cursor?.column == 3)
        let text = String(decoding: screen.bytes, as: UTF8.self)
        #expect(text.split(separator: "PICTURE", omittingEmptySubsequences: false).count == 2)
        #expect(screen.nextEvent(within: nil) == .key(KeyPress("q")))
        #expect(screen.nextEvent(within: nil) == .resized(Size(width: 20, height: 5)))
        #expect(screen.size == Size(width: 20, height: 5))
        screen.add([.idle])
        #expect(screen.nextEvent(within: .zero) == .idle)
        #expect(screen.nextEvent(within: .zero) == .closed)
    }

    @Test func `every sign has a role and an ASCII twin`() {
        #expect(String(Sign.allCases.map(\.character)) == "·○●–▸!")
        #expect(String(Sign.allCases.map(\.ascii)) == ".oX->!")
        #expect(Set(Sign.allCases.map(\.role)).count == 6)
    }

    @Test func `letters lose their marks, the rest becomes a question mark`() {
        #expect(String("é Ł ß e\u{301} µ κ … 日".map(ASCIITwin.of)) == "e L s e u k ~ ?")
    }

    @Test func `a screen that cannot be opened says what to do`() {
        for error in [
            ScreenError.noTerminal, .dumbTerminal("dumb"), .unknownTerminal("x"), .lost("EIO"),
        ] {
            #expect(error.description.hasSuffix("."))
            #expect(!error.description.contains("\u{1B}"))
        }
    }
}
