import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct InkRampTests {
    private let ramp = GreyImage(
        width: 10, height: 2,
        pixels: Array(repeating: 0, count: 10)
            + [0, 26, 52, 77, 103, 128, 154, 180, 205, 255])

    @Test func `greys become characters by their ink`() {
        let rows = InkRamp().characterRows(ramp)

        #expect(rows == [Array("          "), Array(" .;/?{eqRB")])
    }

    @Test func `on a light ground the ramp is reversed`() {
        let rows = InkRamp(isDarkOnLight: true).characterRows(ramp)

        #expect(rows[1] == Array("BRqe{?/;. "))
    }

    @Test func `each row is a chunk in the terminal's own colours`() {
        let tiles = GreyRenderer.ascii(InkRamp()).encode(ramp, cell: CellSize())

        #expect(tiles.count == 1 && tiles[0].columns == 10 && tiles[0].rows == 2)
        #expect(
            tiles[0].chunks.map { String(decoding: $0, as: UTF8.self) }
                == ["\u{1B}[m          ", "\u{1B}[m .;/?{eqRB"])
    }
}
