import Imaging
import TestSupport
import Testing

@testable import TerminalGraphics

@Suite struct ThemeGreysTests {
    @Test func `each grey gets the nearest of the levels that were told`() throws {
        let greys = try #require(ThemeGreys(levels: [0: 0, 8: 127, 7: 229, 15: 255]))
        let renderer = GreyRenderer.halfBlocks(.sixteen(greys))

        let shown = renderer.shownLevels
        for grey in 0...255 {
            let best = [0, 127, 229, 255].map { abs($0 - grey) }.min()
            #expect(abs(Int(shown[grey]) - grey) == best)
        }
        #expect(renderer.greyCount == 4)
    }

    @Test func `a theme whose dark grey is darker than its black keeps the order of greys`() throws
    {
        let greys = try #require(ThemeGreys(levels: [0: 45, 8: 35, 7: 230, 15: 245]))
        let image = GreyImage(width: 4, height: 2, pixels: [0, 42, 200, 255, 0, 42, 200, 255])

        let tile = GreyRenderer.halfBlocks(.sixteen(greys)).encode(image, cell: CellSize())[0]

        let cells = try #require(tile.chunks.first.flatMap(CellReader.init))
        #expect(cells.upper == ["bright0", "0", "7", "bright7"])
        #expect(CellColors.sixteen(greys).shownLevels[42] == 45)
    }

    @Test func `equal colours count once, and a colour that was not told spoils them all`() {
        #expect(ThemeGreys(levels: [0: 0, 8: 0, 7: 255, 15: 255])?.levels == [0, 255])
        #expect(ThemeGreys(levels: [0: 0, 8: 127, 7: 229]) == nil)
        #expect(ThemeGreys(levels: [0: 9, 8: 9, 7: 9, 15: 9]) == nil)
        #expect(ThemeGreys(levels: [:]) == nil)
    }

    @Test func `levels that nobody told are a quarter of the greys each`() {
        let shown = CellColors.sixteen().shownLevels
        #expect(
            [0, 63, 64, 127, 128, 191, 192, 255].map { shown[$0] } == [
                0, 0, 85, 85, 170, 170, 255, 255,
            ])
    }
}
