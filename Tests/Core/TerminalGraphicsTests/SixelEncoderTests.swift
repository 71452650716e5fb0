import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct SixelEncoderTests {
    @Test(arguments: SixelRounding.allCases)
    func `every pixel comes back as the register of its grey`(rounding: SixelRounding) throws {
        var random = SplitMix(seed: 7)
        let palette = SixelPalette(rounding)
        for kind in TestPicture.Kind.allCases {
            let image = TestPicture.make(kind, width: 61, height: 47, &random)

            let bytes = SixelEncoder(palette: palette).encode(
                image, columns: 0..<61, rows: 0..<47)
            let decoded = try SixelDecoder(bytes)

            #expect(decoded.percents == image.pixels.map { Int(palette.registers[Int($0)]) })
        }
    }

    @Test func `pictures of every small size come back`() throws {
        var random = SplitMix(seed: 11)
        let palette = SixelPalette(.round)
        for width in 1...9 {
            for height in 1...14 {
                let image = TestPicture.make(.noise, width: width, height: height, &random)

                let decoded = try SixelDecoder(
                    SixelEncoder(palette: palette).encode(
                        image, columns: 0..<width, rows: 0..<height))

                #expect(decoded.width == width && decoded.height == height)
                #expect(decoded.percents == image.pixels.map { Int(palette.registers[Int($0)]) })
            }
        }
    }

    @Test(arguments: TestPicture.Kind.allCases)
    func `a picture of several hundred thousand pixels comes back, each time in the same bytes`(
        kind: TestPicture.Kind
    ) throws {
        var random = SplitMix(seed: 13)
        let palette = SixelPalette(.xterm)
        let image = TestPicture.make(kind, width: 401, height: 389, &random)
        let encode = {
            SixelEncoder(palette: palette).encode(image, columns: 0..<401, rows: 0..<389)
        }

        let bytes = encode()

        let decoded = try SixelDecoder(bytes)
        #expect(decoded.width == 401 && decoded.height == 389)
        #expect(decoded.percents == image.pixels.map { Int(palette.registers[Int($0)]) })
        for _ in 0..<5 { #expect(encode() == bytes) }
    }

    @Test func `only the registers in use are defined, each as its own percentage`() throws {
        let image = GreyImage(width: 4, height: 2, pixels: [0, 0, 255, 255, 0, 128, 128, 0])

        let bytes = SixelEncoder(palette: SixelPalette(.round)).encode(
            image, columns: 0..<4, rows: 0..<2)

        #expect(try SixelDecoder(bytes).registers == [0: 0, 50: 50, 100: 100])
    }

    @Test func `a flat picture is one run a band`() {
        let image = GreyImage(width: 300, height: 12, grey: 255)

        let bytes = SixelEncoder(palette: SixelPalette(.round)).encode(
            image, columns: 0..<300, rows: 0..<12)

        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\u{1B}P0;1;0q\"1;1;300;12#100;2;100;100;100#100!300~-!300~\u{1B}\\")
    }

    @Test func `a part of a picture is encoded as if it stood alone`() throws {
        var random = SplitMix(seed: 5)
        let image = TestPicture.make(.noise, width: 30, height: 30, &random)
        let palette = SixelPalette(.floor)

        let part = try SixelDecoder(
            SixelEncoder(palette: palette).encode(image, columns: 7..<25, rows: 3..<22))

        for row in 0..<19 {
            for column in 0..<18 {
                let grey = image[column + 7, row + 3]
                #expect(part.percents[row * 18 + column] == Int(palette.registers[Int(grey)]))
            }
        }
    }
}
