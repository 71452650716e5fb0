import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct SixelTilesTests {
    private let cell = CellSize(width: 7, height: 13)

    /// Pastes tiles into one picture of percentages.
    private func pasted(_ tiles: [PictureTile], width: Int, height: Int) throws -> [Int] {
        var percents = Array(repeating: -1, count: width * height)
        for tile in tiles {
            #expect(tile.chunks.count == 1)
            let part = try SixelDecoder(tile.chunks[0])
            for row in 0..<part.height {
                for column in 0..<part.width {
                    let place =
                        (tile.row * cell.height + row) * width + tile.column * cell.width + column
                    #expect(percents[place] == -1)
                    percents[place] = part.percents[row * part.width + column]
                }
            }
        }
        return percents
    }

    @Test func `a picture larger than allowed is cut at whole cells`() throws {
        var random = SplitMix(seed: 41)
        let image = TestPicture.make(.smoothNoise, width: 100, height: 90, &random)
        let options = SixelOptions(rounding: .round, maximumWidth: 40, maximumHeight: 30)

        let tiles = GreyRenderer.sixel(options).encode(image, cell: cell)

        // 5 cells of 7 pixels across, 2 of 13 down.
        #expect(tiles.count == 3 * 4)
        #expect(tiles[1].column == 5 && tiles[1].row == 0)
        #expect(tiles[3].column == 0 && tiles[3].row == 2)
        #expect(tiles.map(\.columns).max() == 5 && tiles.map(\.rows).max() == 2)
        let registers = SixelPalette(.round).registers
        #expect(
            try pasted(tiles, width: 100, height: 90)
                == image.pixels.map { Int(registers[Int($0)]) })
    }

    @Test func `strips hold whole rows of cells`() throws {
        var random = SplitMix(seed: 42)
        let image = TestPicture.make(.noise, width: 70, height: 65, &random)

        let tiles = GreyRenderer.sixel(SixelOptions(stripRows: 2)).encode(image, cell: cell)

        #expect(tiles.map(\.row) == [0, 2, 4])
        #expect(tiles.map(\.rows) == [2, 2, 1])
        #expect(tiles.allSatisfy { $0.columns == 10 && $0.column == 0 })
        #expect(try !pasted(tiles, width: 70, height: 65).contains(-1))
    }

    @Test func `cells larger than the largest picture are still drawn one by one`() {
        let tiles = GreyRenderer.sixel(SixelOptions(maximumWidth: 3, maximumHeight: 3)).encode(
            GreyImage(width: 14, height: 13), cell: cell)

        #expect(tiles.count == 2)
    }
}
