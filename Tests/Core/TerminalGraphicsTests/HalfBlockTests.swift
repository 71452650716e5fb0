import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct HalfBlockTests {
    @Test func `a row says only what changed and ends with a reset`() {
        let image = GreyImage(
            width: 5, height: 2, pixels: [10, 20, 20, 10, 10, 20, 20, 10, 20, 10])

        let tiles = GreyRenderer.halfBlocks(.truecolor).encode(image, cell: CellSize())

        // Upper 10 over lower 20; both 20; 20 over 10 with the same pen turned; 10 over 20; both 10.
        #expect(
            visible(tiles[0].chunks[0])
                == "E[38;2;10;10;10;48;2;20;20;20m▀ ▄▀█E[m")
    }

    @Test func `the palette and the sixteen colours use their own codes`() {
        let image = GreyImage(width: 2, height: 2, pixels: [0, 255, 255, 255])

        let palette = GreyRenderer.halfBlocks(.palette256).encode(image, cell: CellSize())
        let sixteen = GreyRenderer.halfBlocks(.sixteen).encode(image, cell: CellSize())

        #expect(visible(palette[0].chunks[0]) == "E[38;5;16;48;5;231m▀ E[m")
        #expect(visible(sixteen[0].chunks[0]) == "E[30;107m▀ E[m")
    }

    private func visible(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "E")
    }
}
