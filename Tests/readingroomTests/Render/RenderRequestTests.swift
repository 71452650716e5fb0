import Imaging
import Testing

@testable import TerminalGraphics
@testable import readingroom

@Suite struct RenderRequestTests {
    @Test(arguments: [
        ["x.dcm"],
        ["x.dcm", "--graphics", "sixel", "--size", "512x256", "--slice", "3"],
        ["--window", "-600,1500", "--colors", "256", "folder"],
        ["--rounding", "xterm", "x", "--resample", "bicubic", "--graphics", "kitty"],
        ["x", "--window", "bone", "--colors", "none", "--graphics", "sextant"],
        ["x", "--plane", "sagittal", "--slice", "2"],
    ])
    func `plain words mean what the parser of every command reads`(words: [String]) throws {
        #expect(
            try RenderRequest(plain: ["render"] + words) == RenderCommand.parse(words).request)
    }

    @Test(arguments: [
        ["render"], ["read", "x"], ["render", "--help"], ["render", "x", "y"],
        ["render", "x", "--timing"], ["render", "x", "--size"], ["render", "x", "--size", "0x4"],
        ["render", "x", "--size=4x4"], ["render", "x", "-h"], ["render", "--", "x"],
        ["render", "x", "--graphics", "png"], ["render", "x", "--window", "40"],
        ["render", "x", "--plane", "slanting"],
    ])
    func `anything else is left to that parser`(words: [String]) {
        #expect(RenderRequest(plain: words) == nil)
    }

    @Test func `a window is given centre first and may lie below zero`() throws {
        let choice = try RenderCommand.parse(["x", "--window", "-600,1500"]).window.choice

        #expect(choice == .window(VOIWindow(center: -600, width: 1500)))
    }

    @Test func `a window may be named, and width/centre is not taken for it`() {
        #expect(RenderWindow(argument: "auto")?.choice == .automatic)
        #expect(RenderWindow(argument: "bone")?.choice == WindowChoice("bone"))
        #expect(WindowChoice("bone") != nil)
        #expect(RenderWindow(argument: "2000/500") == nil)
    }
}

@Suite struct OutputTerminalTests {
    private let terminal = OutputTerminal(
        columns: 80, rows: 24, cell: CellSize(width: 10, height: 20))

    @Test func `a picture larger than the terminal is refused with the room that there is`() throws
    {
        let sentence = """
            The terminal has room for 800 × 460 pixels, the picture has 801 × 10. Choose --size 800x460 \
            or less, or enlarge the terminal.
            """
        #expect(throws: Refusal(sentence)) {
            try terminal.check(RenderSize(width: 801, height: 10), .kitty)
        }
        #expect(throws: Refusal.self) {
            try terminal.check(RenderSize(width: 80, height: 25), .half)
        }
        #expect(try terminal.check(RenderSize(width: 80, height: 24), .half) == nil)
        #expect(try terminal.check(RenderSize(width: 800, height: 460), .sixel) == nil)
    }

    @Test func `a terminal that does not tell its pixels gets what is asked for, with a warning`()
        throws
    {
        let silent = OutputTerminal(columns: 80, rows: 24, cell: nil)

        let remark = try silent.check(RenderSize(width: 1024, height: 1024), .sixel)

        #expect(remark?.contains("1000 × 1000") == true)
        #expect(try silent.check(RenderSize(width: 1024, height: 1024), .kitty) == nil)
        #expect(try silent.check(RenderSize(width: 1000, height: 1000), .sixel) == nil)
    }

    @Test func `a slice of its own size is made smaller to fit`() {
        let size = RenderSize(width: 1024, height: 300)

        #expect(size.within(terminal.pixels) == RenderSize(width: 800, height: 300))
        #expect(size.within(nil) == size)
    }
}
