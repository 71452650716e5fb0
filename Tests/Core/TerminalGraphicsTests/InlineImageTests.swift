import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct InlineImageTests {
    @Test func `every grey comes back from the PNG, in the size that the keys tell`() throws {
        var random = SplitMix(seed: 5)
        let image = TestPicture.make(.noise, width: 61, height: 40, &random)

        let tile = GreyRenderer.inline.encode(image, cell: CellSize(width: 9, height: 18))[0]

        #expect(tile.columns == 7 && tile.rows == 3 && tile.chunks.count == 1)
        let text = String(decoding: tile.chunks[0], as: UTF8.self)
        let start = "\u{1B}]1337;File="
        #expect(text.hasPrefix(start) && text.hasSuffix("\u{7}"))
        let parts = text.dropFirst(start.count).dropLast().split(separator: ":")
        try #require(parts.count == 2)
        let file = Base64Reader.decode(parts[1].utf8)
        #expect(
            parts[0].split(separator: ";") == [
                "inline=1", "size=\(file.count)", "width=61px", "height=40px",
                "preserveAspectRatio=0",
            ])
        let decoded = try PNGDecoder(file)
        #expect(decoded.width == 61 && decoded.height == 40 && decoded.pixels == image.pixels)
    }
}
