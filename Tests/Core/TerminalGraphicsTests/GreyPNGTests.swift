import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct GreyPNGTests {
    @Test func `every grey comes back`() throws {
        let image = GreyImage(width: 16, height: 16, pixels: Array(0...255))

        let decoded = try PNGDecoder(GreyPNG.encode(image))

        #expect(decoded.width == 16 && decoded.height == 16)
        #expect(decoded.pixels == image.pixels)
        #expect(decoded.chunks == ["IHDR", "IDAT", "IEND"])
    }

    @Test func `pictures of any size and kind come back at any level`() throws {
        var random = SplitMix(seed: 1)
        for kind in TestPicture.Kind.allCases {
            for _ in 0..<12 {
                let image = TestPicture.make(
                    kind, width: .random(in: 1...70, using: &random),
                    height: .random(in: 1...70, using: &random), &random)

                let decoded = try PNGDecoder(
                    GreyPNG.encode(image, level: .random(in: 1...12, using: &random)))

                #expect(decoded.pixels == image.pixels)
            }
        }
    }

    @Test(arguments: [(513, 300), (512, 64), (1, 1), (31, 7)])
    func `pictures with large even areas come back, in fewer bytes`(width: Int, height: Int) throws
    {
        var image = GreyImage(width: width, height: height, grey: 90)
        for row in height / 3..<height / 2 {
            for column in width / 4..<width / 2 { image[column, row] = 200 }
        }

        let bytes = GreyPNG.encode(image)

        #expect(try PNGDecoder(bytes).pixels == image.pixels)
        #expect(bytes.count < 140 + width * height / 60)
    }

    @Test func `the smallest picture is the file that the specification asks for`() throws {
        let bytes = GreyPNG.encode(GreyImage(width: 1, height: 1, grey: 7))

        #expect(
            bytes.prefix(33) == [
                0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
                0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55,
            ])
        #expect(
            bytes.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    }
}
