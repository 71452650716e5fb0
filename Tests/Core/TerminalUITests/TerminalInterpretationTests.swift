import TerminalUI
import TestSupport
import Testing

/// What one terminal answers, in bytes, and what that must mean.
struct KnownTerminal: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: String
    var term = "xterm-256color"
    var databaseColors = 256
    var pixels: Size?
    var name = ""
    var mode = GraphicsMode.half
    var colors = ColorDepth.palette256
    var rounding: SixelRounding?
    var cell: Size? = Size(width: 9, height: 18)
    var synchronized = false
    var multiplexer = ""
}

private let csi = "\u{1B}["
private let st = "\u{1B}\\"
private let cell = "\(csi)6;18;9t\(csi)4;432;720t"
private let exact = "\u{1B}P1$r0;48:2::1:2:3m\(st)"
private let kittyYes = "\u{1B}_Gi=31;OK\(st)"

@Suite struct TerminalInterpretationTests {
    static let terminals: [KnownTerminal] = [
        .init(
            testDescription: "xterm as vt340",
            bytes: "\u{1B}P>|XTerm(379)\(st)\(csi)?1;0;256S\(csi)?2;0;720;432S\(cell)"
                + "\(csi)?2026;0$y\(csi)?1016;2$y\(csi)1;2R\(exact)\(csi)?63;1;2;4;6;9;15;16;22;28c",
            name: "XTerm(379)", mode: .sixel, colors: .truecolor, rounding: .xterm),
        .init(
            testDescription: "xterm as it comes",
            bytes: "\u{1B}P>|XTerm(379)\(st)\(csi)?1;3;0S\(csi)?2;3;0S\(cell)\(exact)"
                + "\(csi)?64;1;2;6;9;15;16;17;18;21;22;28c",
            name: "XTerm(379)", colors: .truecolor),
        .init(
            testDescription: "xterm as vt340 with 16 registers",
            bytes: "\u{1B}P>|XTerm(379)\(st)\(csi)?1;0;16S\(cell)\(exact)\(csi)?63;1;2;4;6c",
            name: "XTerm(379)", mode: .half, colors: .truecolor, rounding: .xterm),
        .init(
            testDescription: "kitty",
            bytes: "\u{1B}P>|kitty(0.26.5)\(st)\(kittyYes)\(cell)\(csi)?2026;2$y\(csi)?1016;2$y"
                + "\(csi)?0u\(csi)1;2R\u{1B}P1$r48:2:1:2:3m\(st)\(csi)?62;c",
            term: "xterm-kitty", name: "kitty(0.26.5)", mode: .kitty, colors: .truecolor,
            synchronized: true),
        .init(
            testDescription: "foot",
            bytes: "\u{1B}P>|foot(1.13.1)\(st)\(csi)?1;0;1024S\(csi)?2;0;10000;10000S\(cell)"
                + "\(csi)?2026;2$y\(csi)?1016;2$y\(csi)?0u\(exact)\(csi)?62;4;22c",
            term: "foot", name: "foot(1.13.1)", mode: .sixel, colors: .truecolor, rounding: .floor,
            synchronized: true),
        .init(
            testDescription: "mlterm",
            bytes: "\(csi)?1;0;1024S\(csi)?1;3;0S\(cell)\(csi)?2026;0$y\u{1B}P1$r48;5;16m\(st)"
                + "\(csi)?63;1;2;3;4;6;7;15;18;22;29c",
            term: "mlterm", databaseColors: 8, name: "mlterm", mode: .sixel, rounding: .floor),
        .init(
            testDescription: "WezTerm without kitty graphics",
            bytes:
                "\u{1B}P>|WezTerm 20240203\(st)\(cell)\(csi)?2026;2$y\(exact)\(csi)?65;4;6;18;22c",
            name: "WezTerm 20240203", mode: .sixel, colors: .truecolor, rounding: .floor,
            synchronized: true),
        .init(
            testDescription: "WezTerm with kitty graphics",
            bytes: "\u{1B}P>|WezTerm 20240203\(st)\(kittyYes)\(cell)\(csi)?2026;2$y\(exact)"
                + "\(csi)?65;4;6;18;22c",
            name: "WezTerm 20240203", mode: .kitty, colors: .truecolor, rounding: .floor,
            synchronized: true),
        .init(
            testDescription: "iTerm2",
            bytes: "\u{1B}P>|iTerm2 3.5.0\(st)\(cell)\(exact)\(csi)?62;4c",
            name: "iTerm2 3.5.0", mode: .sixel, colors: .truecolor, rounding: .unknown),
        .init(
            testDescription: "Windows Terminal",
            bytes: "\(csi)6;20;10t\(csi)?2026;2$y\(csi)?61;4;6;7;14;21;22;23;24;28;32;42c",
            pixels: Size(width: 1600, height: 800), mode: .sixel, rounding: .round,
            cell: Size(width: 10, height: 20), synchronized: true),
        .init(
            testDescription: "tmux 3.3a", bytes: "\u{1B}P>|tmux 3.3a\(st)\(csi)?1;2c",
            term: "screen-256color", pixels: Size(width: 720, height: 432), name: "tmux 3.3a",
            multiplexer: "tmux"),
        .init(
            testDescription: "tmux 3.4 with sixel",
            bytes: "\u{1B}P>|tmux 3.4\(st)\(cell)\(csi)?1;2;4c", term: "tmux-256color",
            name: "tmux 3.4", mode: .sixel, rounding: .unknown, multiplexer: "tmux"),
        .init(
            testDescription: "screen 4.9", bytes: "\(csi)?1;2c", term: "screen.xterm-256color",
            pixels: Size(width: 720, height: 432), multiplexer: "screen"),
        .init(
            testDescription: "Linux console", bytes: "\(csi)?6c", term: "linux", databaseColors: 8,
            mode: .ascii, colors: .sixteen, cell: nil),
        .init(
            testDescription: "a terminal that answers nothing", bytes: "", mode: .half, cell: nil),
        .init(
            testDescription: "a terminal of 8 colours that answers nothing", bytes: "",
            term: "vt220-color", databaseColors: 8, mode: .ascii, colors: .sixteen, cell: nil),
        .init(
            testDescription: "sixel without a cell size", bytes: "\(csi)?62;4c", mode: .half,
            rounding: .unknown, cell: nil),
        .init(
            testDescription: "a size of 14t only", bytes: "\(csi)4;432;720t\(csi)?62;4c",
            mode: .sixel, rounding: .unknown),
    ]

    private func capabilities(_ terminal: KnownTerminal, noColor: Bool = false)
        -> TerminalCapabilities
    {
        var decoder = KeyDecoder()
        var answers = TerminalAnswers()
        for case .reply(let reply) in decoder.decode(terminal.bytes.utf8) { answers.add(reply) }
        return TerminalCapabilities(
            answers: answers,
            surroundings: TerminalSurroundings(
                term: terminal.term, databaseColors: terminal.databaseColors, noColor: noColor,
                cells: Size(width: 80, height: 24), pixels: terminal.pixels))
    }

    @Test(arguments: terminals) func `answers mean what the terminal can do`(
        _ terminal: KnownTerminal
    ) {
        let found = capabilities(terminal)
        #expect(found.name == terminal.name)
        #expect(found.colors == terminal.colors)
        #expect(found.sixel?.rounding == terminal.rounding)
        #expect(found.cellWidthPX == terminal.cell?.width)
        #expect(found.cellHeightPX == terminal.cell?.height)
        #expect(found.synchronizedOutput == terminal.synchronized)
        #expect(found.multiplexer == terminal.multiplexer)
        #expect(found.answered == !terminal.bytes.isEmpty)
        #expect(GraphicsChoice(for: found).mode == terminal.mode)
    }

    @Test func `only mlterm needs whole cells`() {
        let needy = Self.terminals.filter { capabilities($0).sixel?.wholeCells == true }
        #expect(needy.map(\.name) == ["mlterm"])
    }

    @Test func `the largest sixel picture is what was answered, else 1000 by 1000`() {
        let foot = capabilities(Self.terminals[4]).sixel
        #expect(foot?.maximumWidth == 10000 && foot?.registers == 1024)
        let mlterm = capabilities(Self.terminals[5]).sixel
        #expect(mlterm?.maximumWidth == 1000 && mlterm?.maximumHeight == 1000)
    }

    @Test func `kitty answers the keyboard and the mouse in pixels`() {
        let kitty = capabilities(Self.terminals[3])
        #expect(kitty.kittyKeyboard && kitty.pixelMouse)
        let xterm = capabilities(Self.terminals[0])
        #expect(!xterm.kittyKeyboard && xterm.pixelMouse)
    }

    @Test func `NO_COLOR takes the colours, and with them half blocks`() {
        let plain = capabilities(Self.terminals[1], noColor: true)
        #expect(plain.colors == .none)
        #expect(GraphicsChoice(for: plain).mode == .ascii)
        #expect(GraphicsChoice(for: capabilities(Self.terminals[3], noColor: true)).mode == .kitty)
    }

    @Test func `the cursor tells whether UTF-8 is read, before the locale`() {
        func shows(_ bytes: String, locale: Bool) -> Bool {
            var decoder = KeyDecoder()
            var answers = TerminalAnswers()
            for case .reply(let reply) in decoder.decode(bytes.utf8) { answers.add(reply) }
            let around = TerminalSurroundings(term: "xterm", databaseColors: 8, utf8: locale)
            return TerminalCapabilities(answers: answers, surroundings: around).unicode
        }
        #expect(shows("\(csi)1;2R", locale: false))
        #expect(!shows("\(csi)1;3R", locale: true))
        #expect(shows("", locale: true))
        #expect(!shows("", locale: false))
    }

    @Test(arguments: [
        ("11;rgb:ffff/ffff/ffff", true), ("11;rgb:0000/0000/0000", false),
        ("11;rgb:fd/f6/e3", true), ("11;rgb:0/2/3", false), ("11;rgba:eeee/eeee/eeee/ffff", true),
        ("10;rgb:ffff/ffff/ffff", nil), ("11;rgb:ffff/ffff", nil), ("11;rgb:fffff/ffff/ffff", nil),
        ("11;rgb:ff/gg/ff", nil), ("11;?", nil), ("", nil),
    ])
    func `a background is light or dark as the terminal tells, and dark where it does not`(
        _ answer: String, _ isLight: Bool?
    ) {
        var decoder = KeyDecoder()
        var answers = TerminalAnswers()
        for case .reply(let reply) in decoder.decode("\u{1B}]\(answer)\(st)".utf8) {
            answers.add(reply)
        }
        let around = TerminalSurroundings(term: "xterm", databaseColors: 8)
        #expect((answers.background != nil) == (isLight != nil))
        #expect(
            TerminalCapabilities(answers: answers, surroundings: around).isLight
                == (isLight ?? false))
    }

    @Test func `the greys of the 16 colours are those that the terminal told`() {
        var decoder = KeyDecoder()
        var answers = TerminalAnswers()
        let told = [
            "4;0;rgb:0000/0000/0000", "4;8;rgb:7f7f/7f7f/7f7f", "4;7;rgb:e5/e5/e5",
            "4;15;rgba:ffff/ffff/ffff/ffff", "4;9", "4;x;rgb:1/1/1", "4;1;2;rgb:1/1/1",
            "5;3;rgb:1/1/1",
        ]
        for text in told {
            for case .reply(let reply) in decoder.decode("\u{1B}]\(text)\(st)".utf8) {
                answers.add(reply)
            }
        }
        let around = TerminalSurroundings(term: "xterm", databaseColors: 16)
        let capabilities = TerminalCapabilities(answers: answers, surroundings: around)

        #expect(capabilities.themeLevels == [0: 0, 8: 127, 7: 229, 15: 255])
        // A tint is as bright as its luma: Solarized's colour 8 is darker than its colour 0.
        #expect(RGB(0x00, 0x2B, 0x36).grey == 35)
        #expect(RGB(0x07, 0x36, 0x42).grey == 45)
    }

    @Test func `a terminal's name is cut and safe`() {
        var answers = TerminalAnswers()
        answers.add(.version("evil\u{1B}]0;x\u{7}" + String(repeating: "n", count: 500)))
        #expect(answers.version?.unicodeScalars.contains("\u{1B}") == false)
        #expect((answers.version?.count ?? 0) <= 80)
    }

    @Test func `the console is asked no string, and every block ends with the fence`() {
        let console = TerminalQuery.block(term: "linux-16color")
        let other = TerminalQuery.block(term: "xterm")
        #expect(!visible(console).contains("\\e_G") && !visible(console).contains("\\eP"))
        #expect(!visible(console).contains("\\e]"))
        #expect(visible(other).contains("\\e]11;?\\e\\\\"))
        for term in ["tmux-256color", "screen", "linux"] {
            #expect(!visible(TerminalQuery.block(term: term)).contains("\\e_"))
        }
        #expect(visible(other).contains("\\e_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\\e\\\\"))
        #expect(console.suffix(3) == TerminalQuery.fence[...])
        #expect(other.suffix(3) == TerminalQuery.fence[...])
    }
}

@Suite struct GraphicsChoiceTests {
    private let silent: TerminalCapabilities = {
        var silent = TerminalCapabilities(
            cellWidthPX: 9, cellHeightPX: 18, colors: .palette256)
        silent.answered = false
        return silent
    }()

    @Test func `a way that was asked for is taken where it is possible`() {
        let terminal = TerminalCapabilities(
            cellWidthPX: 9, cellHeightPX: 18, colors: .truecolor, kittyGraphics: true)
        #expect(GraphicsChoice(for: terminal).mode == .kitty)
        #expect(GraphicsChoice(for: terminal, wanted: .half).mode == .half)
        #expect(GraphicsChoice(for: terminal, wanted: .ascii).mode == .ascii)
    }

    @Test func `a way that the terminal refused is not taken, and the reason is told`() {
        let terminal = TerminalCapabilities(
            cellWidthPX: 9, cellHeightPX: 18, colors: .truecolor,
            sixel: SixelCapability(registers: 16))
        let choice = GraphicsChoice(for: terminal, wanted: .sixel)
        #expect(choice.mode == .half)
        #expect(
            choice.refusal(of: .sixel)
                == "The terminal has 16 colours for sixel; 64 are needed.")
        #expect(choice.refusal(of: .half) == nil)
        #expect(choice.reasons.map(\.mode) == GraphicsMode.allCases)
    }

    @Test func `a terminal that did not answer is believed when a way is chosen by hand`() {
        #expect(GraphicsChoice(for: silent).mode == .half)
        #expect(GraphicsChoice(for: silent, wanted: .sixel).mode == .sixel)
        #expect(GraphicsChoice(for: silent, wanted: .kitty).mode == .kitty)
    }

    @Test(arguments: [GraphicsMode.iterm2, .quadrant, .sextant, .mono])
    func `what no terminal tells is shown when a hand chooses it, and never else`(
        mode: GraphicsMode
    ) {
        let terminal = TerminalCapabilities(cellWidthPX: 9, cellHeightPX: 18, colors: .truecolor)
        let plain = TerminalCapabilities(unicode: false)

        #expect(GraphicsChoice(for: terminal, wanted: mode).mode == mode)
        #expect(GraphicsChoice(for: terminal).mode == .half)
        #expect(GraphicsChoice(for: plain, wanted: mode).mode == .ascii)
        #expect(GraphicsChoice(for: plain, wanted: mode).refusal(of: mode) != nil)
    }

    @Test func `half blocks need colours and Unicode`() {
        func half(_ colors: ColorDepth, unicode: Bool = true) -> Bool {
            let terminal = TerminalCapabilities(colors: colors, unicode: unicode)
            return GraphicsChoice(for: terminal).reasons[2].isPossible
        }
        #expect(half(.truecolor) && half(.palette256))
        #expect(!half(.sixteen) && !half(.none) && !half(.truecolor, unicode: false))
    }
}
