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

    @Test(arguments: ScreenScene.all, sizes)
    func `a screen reads in 16 colours and in none`(_ scene: ScreenScene, _ size: Size) throws {
        let grid = try scene.reader(size).frame().grid

        expectGolden(
            ([grid.text] + looks(grid, theme: sixteenColours)).joined(separator: "\n"),
            named: "look-\(scene.name)-\(size.width)x\(size.height)")
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
