import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// A reader at the test of a terminal, without a terminal.
private struct PatternReader {
    var state: PatternState
    var memory = PatternMemory()

    init(_ capabilities: TerminalCapabilities, size: Size = Size(width: 80, height: 24)) {
        state = PatternState(size: size, capabilities: capabilities)
    }

    @discardableResult mutating func press(_ keys: String) -> [PatternEffect] {
        keys.flatMap { update(&state, .key(KeyPress($0))) }
    }

    @discardableResult mutating func press(_ key: Key) -> [PatternEffect] {
        update(&state, .key(KeyPress(key)))
    }

    mutating func frame() -> Frame { view(state, memory: &memory) }
}

@Suite struct PatternScreenTests {
    static let half = TerminalCapabilities(
        name: "XTerm(379)", cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor)
    static let sixel = TerminalCapabilities(
        name: "foot(1.13.1)", cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor,
        sixel: SixelCapability(registers: 256, rounding: .floor))
    static let kitty = TerminalCapabilities(
        name: "kitty(0.26.5)", cellWidthPX: 10, cellHeightPX: 19, colors: .truecolor,
        kittyGraphics: true)
    static let console = TerminalCapabilities(colors: .sixteen, unicode: false)

    @Test func `nothing is preselected, and every part is asked in its order`() {
        var reader = PatternReader(Self.half)
        #expect(reader.state.place == .overview && reader.state.answers.isEmpty)

        reader.press(.enter)
        var asked: [PatternPart] = []
        while case .asking(let part) = reader.state.place {
            asked.append(part)
            reader.press("y")
        }

        #expect(asked == PatternPart.allCases && reader.state.place == .summary)
        #expect(reader.press(.enter) == [.keep])
    }

    @Test func `seen, not seen and not asked stay three things`() {
        var reader = PatternReader(Self.sixel)
        reader.press(.enter)
        reader.press("yns")

        let record = reader.state.record(day: "2026-11-21")

        #expect(record.answers["steps"] == .seen && record.answers["onePercent"] == .notSeen)
        #expect(record.answers["dark"] == .notAsked && record.answers["circle"] == .notAsked)
        #expect(record.answers.count == PatternPart.allCases.count)
        #expect(record.day == "2026-11-21" && record.graphics == "sixel" && record.greys == 101)
        #expect(record.pixelsPerCellAcross == 8 && record.pixelsPerCellDown == 16)
        #expect(record.zoom == 1)
    }

    @Test func `one goes back and answers anew, and may take an answer away`() {
        var reader = PatternReader(Self.half)
        reader.press(.enter)
        reader.press("y")
        reader.press(.left)
        #expect(reader.state.place == .asking(.steps))
        reader.press("n")
        #expect(reader.state.answer(to: .steps) == .notSeen)
        reader.press(.left)
        reader.press("s")
        #expect(reader.state.answer(to: .steps) == .notAsked)
    }

    @Test func `another way of showing greys is remembered, and the questions begin anew`() {
        var reader = PatternReader(Self.sixel)
        reader.press(.enter)
        reader.press("y")

        let effects = reader.press("v")

        #expect(effects == [.remember(.half)])
        #expect(reader.state.graphics == .half && reader.state.answers.isEmpty)
        #expect(reader.state.place == .overview)
    }

    @Test func `a font of another size makes the answers void, another window does not`() {
        var reader = PatternReader(Self.sixel)
        reader.press(.enter)
        reader.press("y")
        _ = update(&reader.state, .resized(Size(width: 100, height: 30), Self.sixel))
        #expect(reader.state.answers == [.steps: .seen])

        var larger = Self.sixel
        larger.cellWidthPX = 16
        larger.cellHeightPX = 32
        _ = update(&reader.state, .resized(Size(width: 40, height: 12), larger))

        #expect(reader.state.answers.isEmpty)
        reader.press("y")
        #expect(reader.frame().pictures.isEmpty)
    }

    @Test func `the terminal is asked again, and what it answers is taken`() {
        var silent = TerminalCapabilities(colors: .palette256)
        silent.answered = false
        var reader = PatternReader(silent)
        #expect(reader.frame().grid.text.contains("terminal did not answer, cells used"))
        #expect(reader.press("p") == [.askTerminal])

        _ = update(&reader.state, .asked(reader.state.size, Self.kitty))

        #expect(reader.state.graphics == .kitty)
        #expect(reader.frame().grid.text.contains("The terminal answered; kitty 256 is used."))
    }

    @Test func `the picture stays above the lines below and goes when the answers are listed`() {
        for capabilities in [Self.half, Self.sixel, Self.kitty, Self.console] {
            var reader = PatternReader(capabilities, size: Size(width: 120, height: 40))
            reader.press(.enter)
            let pictures = reader.frame().pictures
            #expect(!pictures.isEmpty)
            #expect(pictures.allSatisfy { $0.area.y >= 1 && $0.area.maxY <= 36 })
            #expect(pictures.allSatisfy { $0.area.maxX <= 119 })
            for _ in PatternPart.allCases { reader.press(" ") }
            #expect(reader.frame().pictures.isEmpty)
        }
    }

    @Test func `the same page is not made again, and a new kitty picture has another id`() {
        var reader = PatternReader(Self.kitty)
        reader.press(.enter)
        let steps = reader.frame().pictures
        reader.press("y")
        #expect(reader.frame().pictures == steps)
        reader.press("y")
        #expect(reader.frame().pictures.map(\.kind) != steps.map(\.kind))
    }

    @Test func `a key without meaning says so, and q leaves from anywhere`() {
        var reader = PatternReader(Self.half)
        reader.press("x")
        #expect(reader.frame().grid.text.contains("x does nothing here."))
        #expect(reader.press("q") == [.quit])
        #expect(reader.press("й") == [.quit])
        reader.state.size = Size(width: 30, height: 8)
        #expect(reader.press("q") == [.quit] && reader.press("y").isEmpty)
        #expect(reader.frame().grid.text.contains("Make it larger"))
    }

    @Test func `nothing promises a luminance`() {
        var reader = PatternReader(Self.half)
        #expect(reader.frame().grid.text.contains("not luminance: this calibrates nothing"))
    }

    @Test func `the questions at 80 by 24 in half blocks`() {
        var reader = PatternReader(Self.half)
        var screens = [reader.frame().grid.text]
        reader.press(.enter)
        for _ in PatternPart.allCases {
            screens.append(reader.frame().grid.text)
            reader.press("y")
        }
        screens.append(reader.frame().grid.text)
        let lines = screens.map { screen in
            screen.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { $0.contains { $0 != " " } }
                .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
        }
        expectGolden(lines.joined(separator: "\n\n"), named: "pattern-questions")
    }

    @Test func `the pattern in letters and blocks, 80 by 24`() {
        for (name, mode) in [("ascii", GraphicsMode.ascii), ("mono", .mono)] {
            var reader = PatternReader(TerminalCapabilities(colors: .none))
            reader.state.wanted = mode
            var text: [String] = []
            for _ in 0...PatternPart.allCases.count {
                let rows = reader.frame().pictures.flatMap(\.rows).map(withoutReset)
                text.append(
                    rows.joined(separator: "\n"))
                reader.press(.enter)
            }
            let pages = text.filter { !$0.isEmpty }.reduce(into: [String]()) {
                if $0.last != $1 { $0.append($1) }
            }
            expectGolden(pages.joined(separator: "\n\n"), named: "pattern-\(name)")
        }
    }

    @Test(arguments: [GraphicsMode.ascii, .mono])
    func
        `on a light background what is dark and what is bright change places, so that black stays black`(
            _ mode: GraphicsMode
        )
    {
        var light = TerminalCapabilities(colors: .none)
        light.isLight = true
        let image = GreyImage(width: 1, height: 1, pixels: [0])
        let black = [TerminalCapabilities(colors: .none), light].map {
            Renderer.make(mode, $0).encode(image, cell: CellSize())[0].chunks[0].last
        }

        #expect(black[0] == UInt8(ascii: " "))
        #expect(black[1] != UInt8(ascii: " "))
    }

    /// A row of characters without the sequence before it that takes colours back.
    private func withoutReset(_ row: [UInt8]) -> String {
        let reset = Array("\u{1B}[m".utf8)
        let rest = row.starts(with: reset) ? row.dropFirst(reset.count) : row[...]
        return String(decoding: rest, as: UTF8.self).replacing("\u{1B}", with: "\\e")
    }
}
