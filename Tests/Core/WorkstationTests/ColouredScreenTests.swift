import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// Screens as text with their looks, in 16 colours and in none.
@Suite struct ColouredScreenTests {
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

    @Test(arguments: ScreenScene.all, sizes)
    func `a screen reads in 16 colours and in none`(_ scene: ScreenScene, _ size: Size) throws {
        let grid = try scene.reader(size).frame().grid

        expectGolden(
            ([grid.text] + Self.looks(grid, 0..<size.height)).joined(separator: "\n"),
            named: "look-\(scene.name)-\(size.width)x\(size.height)")
    }

    /// How some rows look in 16 colours and in none.
    private static func looks(_ grid: CellGrid, _ rows: Range<Int>) -> [String] {
        [ColorDepth.sixteen, .none].map { depth in
            "in \(depth == .none ? "no" : "16") colours\n" + looks(grid, rows, depth)
        }
    }

    /// Cells that do not look like text: row, columns, colour and attributes.
    private static func looks(
        _ grid: CellGrid, _ rows: Range<Int>, _ depth: ColorDepth
    ) -> String {
        let plain = theme.look(of: Cell(), depth: depth)
        return rows.flatMap { row -> [String] in
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
