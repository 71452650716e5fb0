import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// Screens as text with their looks, in 16 colours and in none.
@Suite struct ColouredScreenTests {
    /// A screen and the keys that lead to it.
    struct Scene: CustomTestStringConvertible {
        let name: String
        let keys: [KeyPress]
        var testDescription: String { name }
    }

    static let scenes = [
        Scene(name: "form", keys: [.plain(.tab), KeyPress(" "), .plain(.right), KeyPress("o")]),
        Scene(name: "help", keys: [KeyPress("?")]),
        Scene(name: "palette", keys: [KeyPress(":"), KeyPress("s"), KeyPress("l"), .plain(.down)]),
        Scene(name: "themes", keys: [KeyPress("T")]),
        Scene(name: "paused", keys: [KeyPress("P")]),
        Scene(name: "moving", keys: [KeyPress("K"), KeyPress("w"), KeyPress("i")]),
        Scene(name: "refused", keys: [KeyPress("]")]),
    ]
    static let sizes = [
        Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
    ]

    /// The colours of the standard theme in a terminal of 16.
    private static let theme: Theme = {
        func style(
            _ color: ANSIColor, _ attributes: TextAttributes = [], plain: TextAttributes = []
        ) -> RoleStyle {
            RoleStyle(
                color: ThemeColor(RGB(0xB2, 0xB2, 0xB2), sixteen: color), attributes: attributes,
                plain: plain)
        }
        return Theme(
            id: "test", title: "Test", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
            surround: RGB(0, 0, 0),
            styles: [
                .text: style(.white), .dim: style(.white),
                .accent: style(.brightCyan, plain: .bold),
                .attention: style(.brightYellow, plain: .bold),
                .refused: style(.brightWhite, .underlined, plain: [.bold, .underlined]),
                .present: style(.brightWhite, .bold, plain: .bold), .absent: style(.white),
                .notAssessable: style(.brightYellow), .imageFrame: style(.white),
            ])
    }()

    @Test(arguments: scenes, sizes)
    func `a screen reads in 16 colours and in none`(_ scene: Scene, _ size: Size) throws {
        var reader = TestReader(
            SampleReads.state(
                try SampleForms.joints(), size: size, capabilities: SampleReads.sixel))
        reader.state.themes = ["amber-night", "dark-room", "dimmed"]
        reader.state.theme = "dark-room"

        for key in scene.keys { reader.press(key) }

        let grid = reader.frame().grid
        let looks = [ColorDepth.sixteen, .none].map { depth in
            "in \(depth == .none ? "no" : "16") colours\n" + Self.looks(grid, depth)
        }
        expectGolden(
            ([grid.text] + looks).joined(separator: "\n"),
            named: "look-\(scene.name)-\(size.width)x\(size.height)")
    }

    /// Cells that do not look like text: row, columns, colour and attributes.
    private static func looks(_ grid: CellGrid, _ depth: ColorDepth) -> String {
        let plain = theme.look(of: Cell(), depth: depth)
        return (0..<grid.size.height).flatMap { row -> [String] in
            var lines: [String] = []
            var start = 0
            while start < grid.size.width {
                let look = theme.look(of: grid[start, row], depth: depth)
                var end = start
                while end + 1 < grid.size.width,
                    theme.look(of: grid[end + 1, row], depth: depth) == look
                {
                    end += 1
                }
                if look != plain { lines.append("\(row): \(start)-\(end) \(words(look))") }
                start = end + 1
            }
            return lines
        }.joined(separator: "\n")
    }

    private static func words(_ look: CellLook) -> String {
        var words: [String] = []
        if case .palette(let entry) = look.foreground { words.append("colour \(entry)") }
        if look.attributes.contains(.bold) { words.append("bold") }
        if look.attributes.contains(.underlined) { words.append("underlined") }
        if look.attributes.contains(.reversed) { words.append("reversed") }
        return words.joined(separator: " ")
    }

    @Test func `without colour a popup tells its chosen line by a sign and by reversing`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))

        reader.press(KeyPress(":"))

        let grid = reader.frame().grid
        let chosen = (0..<grid.size.height).filter { row in
            (0..<grid.size.width).contains { grid[$0, row].reversed }
        }
        #expect(chosen.count == 1)
        let row = try #require(chosen.first)
        #expect((0..<grid.size.width).contains { grid[$0, row].character == "▸" })
    }
}
