import TestSupport
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
        let sixteen = GreyRenderer.halfBlocks(.sixteen()).encode(image, cell: CellSize())

        #expect(visible(palette[0].chunks[0]) == "E[38;5;16;48;5;231m▀ E[m")
        #expect(visible(sixteen[0].chunks[0]) == "E[30;107m▀ E[m")
    }

    @Test(arguments: CellColors.allCases)
    func `every picture comes back, two pixels a cell`(colors: CellColors) {
        var random = SplitMix(seed: 51)
        for kind in TestPicture.Kind.allCases {
            let image = TestPicture.make(kind, width: 37, height: 9, &random)

            let tile = GreyRenderer.halfBlocks(colors).encode(image, cell: CellSize())[0]

            #expect(tile.columns == 37 && tile.rows == 5 && tile.chunks.count == 5)
            let cells = tile.chunks.compactMap(CellReader.init)
            #expect(cells.count == 5)
            let shown = cells.flatMap { [$0.upper, $0.lower] }.joined()
            let black = Array(repeating: UInt8(0), count: 37)
            #expect(Array(shown) == (image.pixels + black).map { color($0, colors) })
        }
    }

    /// The colour that a terminal must be asked for to show a grey.
    private func color(_ grey: UInt8, _ colors: CellColors) -> String {
        let level = Int(colors.shownLevels[Int(grey)])
        switch colors {
        case .truecolor: return "2;\(grey);\(grey);\(grey)"
        case .sixteen: return [0: "0", 85: "bright0", 170: "7", 255: "bright7"][level] ?? ""
        case .palette256:
            let cube = [0: 16, 95: 59, 135: 102, 175: 145, 215: 188, 255: 231]
            return "5;\(cube[level] ?? 232 + (level - 8) / 10)"
        }
    }

    @Test func `the palette has the thirty greys of the guide, each nearest to its level`() {
        let levels = CellColors.palette256.shownLevels

        #expect(
            Set(levels).sorted() == [
                0, 8, 18, 28, 38, 48, 58, 68, 78, 88, 95, 98, 108, 118, 128, 135, 138, 148, 158,
                168, 175, 178, 188, 198, 208, 215, 218, 228, 238, 255,
            ])
        #expect(levels.enumerated().allSatisfy { abs($0.offset - Int($0.element)) <= 8 })
    }

    @Test func `a row of one grey sets one colour`() {
        let tile = GreyRenderer.halfBlocks(.truecolor).encode(
            GreyImage(width: 4, height: 2, grey: 9), cell: CellSize())[0]

        #expect(visible(tile.chunks[0]) == "E[48;2;9;9;9m    E[m")
    }

    private func visible(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "E")
    }
}
