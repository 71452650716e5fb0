import Foundation
import ImageFiles
import Imaging
import Testing

@testable import readingroom

@Suite struct RenderTests {
    @Test func `half blocks show the middle slice of the longest series, value by value`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--window", "128,256", "--size", "4x1")

        func color(_ ground: Int, _ grey: Int) -> String { "\(ground);2;\(grey);\(grey);\(grey)" }
        let cells = [(10, 14), (11, 15), (12, 16), (13, 255)].map { upper, lower in
            "\u{1B}[\(color(38, upper));\(color(48, lower))m▀"
        }
        #expect(run.status == 0)
        #expect(run.output == cells.joined() + "\u{1B}[m\n")
        #expect(run.problems == "Not shown: series CT no. 1 short, 1 slices.\n")
    }

    /// Each runs in a process of its own, which loads dictionary and codecs only when the file needs them.
    @Test(arguments: [
        TransferSyntax.implicitLittleEndian, .explicitBigEndian, .jpegLossless, .jpegLSLossless,
        .jpeg2000Lossless, .rleLossless,
    ])
    func `the picture is the same in every lossless transfer syntax`(
        syntax: TransferSyntax
    ) throws {
        let plain = try RenderFolder()
        let folder = try RenderFolder(syntax)

        let wanted = try plain.render("--window", "128,256", "--size", "4x1")
        let run = try folder.render("--window", "128,256", "--size", "4x1")

        #expect(run.status == 0 && run.problems == wanted.problems)
        #expect(run.output == wanted.output)
    }

    @Test func `slices count from one`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--window", "128,256", "--size", "4x1", "--slice", "1")
        let none = try folder.render("--slice", "4")

        #expect(run.output.hasPrefix("\u{1B}[38;2;0;0;0;48;2;4;4;4m▀"))
        #expect(none.status == 1 && none.output.isEmpty)
        #expect(none.problems.hasSuffix("There is no slice 4. Choose one from 1 to 3.\n"))
    }

    @Test func `sixel and kitty take the size in pixels`() throws {
        let folder = try RenderFolder()

        let sixel = try folder.render("--graphics", "sixel", "--size", "16x12")
        let kitty = try folder.render("--graphics", "kitty", "--size", "16x12")

        #expect(sixel.output.hasPrefix("\u{1B}P0;1;0q\"1;1;16;12"))
        #expect(sixel.output.hasSuffix("\u{1B}\\\n"))
        // The first bytes of a PNG of 16 × 12 in base64.
        #expect(
            kitty.output.hasPrefix("\u{1B}_Ga=T,f=100,q=2,m=0;iVBORw0KGgoAAAANSUhEUgAAABAAAAAM"))
        #expect(kitty.output.hasSuffix("\u{1B}\\\n"))
    }

    @Test func `a sixel picture is one picture, however large`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--graphics", "sixel", "--size", "1500x1200")

        #expect(run.output.hasPrefix("\u{1B}P0;1;0q\"1;1;1500;1200"))
        #expect(run.output.components(separatedBy: "\u{1B}P").count == 2)
    }

    @Test func `characters fill the cells, a cell twice as high as wide`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--graphics", "ascii", "--size", "8x6", "--window", "1,1")

        // 4 × 2 pixels fit twice across: 8 columns, and 2 rows of cells in the middle of 6.
        let lines = run.output.replacing("\u{1B}[m", with: "").split(separator: "\n")
        #expect(lines.map(\.count) == Array(repeating: 8, count: 6))
        #expect(lines.map { $0.contains("B") } == [false, false, true, true, false, false])
    }

    @Test(arguments: ["half", "quadrant", "sextant"], ["truecolor", "256", "16", "none"])
    func `blocks fill the cells in every depth of colour`(graphics: String, colors: String) throws {
        let folder = try RenderFolder()

        let run = try folder.render(
            "--graphics", graphics, "--colors", colors, "--size", "5x3", "--window", "128,256")

        let codes = ["truecolor": ";2;", "256": ";5;", "16": "\u{1B}[4", "none": "\u{1B}[m"]
        #expect(run.status == 0)
        #expect(run.output.contains(codes[colors] ?? "?"))
        #expect((colors == "none") == !run.output.contains(/\u{1B}\[[0-9]/))
        let lines = run.output.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n")
        #expect(lines.map(\.count) == [5, 5, 5])
    }

    @Test func `an inline image has the size in pixels`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--graphics", "iterm2", "--size", "16x12")

        #expect(run.output.hasPrefix("\u{1B}]1337;File=inline=1;size="))
        #expect(run.output.contains(";width=16px;height=12px;"))
        #expect(run.output.hasSuffix("\u{7}\n"))
    }

    @Test func `mono is black and white without a colour`() throws {
        let folder = try RenderFolder()

        let run = try folder.render(
            "--graphics", "mono", "--size", "4x1", "--window", "128,256")

        #expect(run.output == "\u{1B}[m   ▄\n")
    }

    @Test func `a PNG is written once and again only by force`() throws {
        let folder = try RenderFolder()
        let file = folder.url.appending(path: "still.png")

        let first = try folder.render("--graphics", "png", "--output", file.path)
        let bytes = try Data(contentsOf: file)
        let second = try folder.render("--graphics", "png", "--output", file.path, "--slice", "1")
        let kept = try Data(contentsOf: file)
        let third = try folder.render(
            "--graphics", "png", "--output", file.path, "--slice", "1", "--force")

        #expect([first.status, second.status, third.status] == [0, 1, 0])
        // Width 4 and height 2: the slice's own pixels.
        #expect(bytes[16..<24].elementsEqual([0, 0, 0, 4, 0, 0, 0, 2]))
        #expect(second.problems.contains("still.png exists."))
        #expect(kept == bytes)
        #expect(try Data(contentsOf: file) != bytes)
    }

    @Test func `timing is one line beside the picture`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--size", "4x1", "--window", "128,256", "--timing")
        let still = try folder.render("--size", "4x1", "--window", "128,256")

        #expect(run.output == still.output)
        let line = run.problems.split(separator: "\n").last.map(String.init) ?? ""
        #expect(line.wholeMatch(of: /encode [0-9]+(\.[0-9]+)? ms/) != nil)
    }

    @Test(arguments: [
        ["--size", "0x10"], ["--size", "10"], ["--size", "9000x1"], ["--window", "40"],
        ["--window", "40,0"], ["--window", "a,b"], ["--graphics", "png"], ["--graphics", "photo"],
        ["--depth", "16"], ["--graphics", "png", "--output", "x.png", "--depth", "12"],
        ["--resample", "sharp"], ["--size", "10x0"], ["--slice", "first"],
    ])
    func `what cannot be meant is refused before any work`(arguments: [String]) throws {
        let run = try BuiltProgram.run(["render", "/no/such/place"] + arguments)

        #expect(run.status == 64)
        #expect(run.output.isEmpty)
    }

    @Test func `a path without pictures is refused with the reason`() throws {
        let run = try BuiltProgram.run(["render", "/no/such/place"])

        #expect(run.status == 1)
        #expect(run.problems == "Error: /no/such/place does not exist. Check the path.\n")
    }
}
