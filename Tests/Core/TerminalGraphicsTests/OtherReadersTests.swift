import CPeers
import Foundation
import Imaging
import TestSupport
import Testing

@testable import TerminalGraphics

/// What other people's decoders make of our bytes: libsixel for sixel, libpng and Foundation for PNG in base64.
@Suite struct OtherReadersTests {
    /// Grey samples as libpng reads them.
    private struct PNG {
        var samples: [UInt16]
        var (width, height, bits) = (Int32(0), Int32(0), Int32(0))

        init?(_ bytes: [UInt8]) {
            samples = [UInt16](repeating: 0, count: 300 * 300)
            guard
                cpeers_png_decode(
                    bytes, bytes.count, &samples, samples.count, &width, &height, &bits) == 0
            else { return nil }
            samples = Array(samples[..<Int(width * height)])
        }
    }

    /// The picture's red, green and blue as libsixel reads them, and its size.
    private func sixel(_ bytes: [UInt8]) -> (colors: [UInt8], width: Int, height: Int)? {
        var colors = [UInt8](repeating: 0, count: 300 * 300 * 3)
        var (width, height) = (Int32(0), Int32(0))
        guard
            cpeers_sixel_decode(bytes, bytes.count, &colors, colors.count, &width, &height) == 0
        else { return nil }
        return (Array(colors[..<Int(3 * width * height)]), Int(width), Int(height))
    }

    @Test(arguments: SixelRounding.allCases, TestPicture.Kind.allCases)
    func `libsixel reads every pixel as the per cent that stands for its grey`(
        rounding: SixelRounding, kind: TestPicture.Kind
    ) throws {
        var random = SplitMix(seed: 77)
        let registers = SixelPalette(rounding).registers
        for _ in 0..<8 {
            let image = TestPicture.make(
                kind, width: .random(in: 1...250, using: &random),
                height: .random(in: 1...150, using: &random), &random)
            let options = SixelOptions(rounding: rounding)

            let tiles = GreyRenderer.sixel(options).encode(image, cell: CellSize())
            let read = try #require(sixel(tiles[0].chunks[0]))

            #expect(tiles.count == 1)
            #expect(read.width == image.width && read.height == image.height)
            // libsixel shows per cent by the rule `round`, whatever the terminal's rule is.
            let levels = image.pixels.map {
                UInt8(SixelRounding.round.level(Int(registers[Int($0)])))
            }
            #expect(read.colors == levels.flatMap { [$0, $0, $0] })
        }
    }

    @Test(arguments: TestPicture.Kind.allCases)
    func `libpng reads every grey of kitty and inline pictures`(kind: TestPicture.Kind) throws {
        var random = SplitMix(seed: 78)
        for _ in 0..<8 {
            let image = TestPicture.make(
                kind, width: .random(in: 1...250, using: &random),
                height: .random(in: 1...150, using: &random), &random)

            let kitty = String(decoding: KittyGraphics.display(image), as: UTF8.self)
                .split(separator: "\u{1B}\\").compactMap { $0.split(separator: ";").last }
                .joined()
            let inline =
                String(decoding: InlineImage.display(image), as: UTF8.self)
                .dropLast().split(separator: ":").last.map(String.init) ?? ""

            for text in [kitty, inline] {
                let file = try #require(Data(base64Encoded: text))
                let png = try #require(PNG(Array(file)))
                #expect(png.width == image.width && png.height == image.height && png.bits == 8)
                #expect(png.samples == image.pixels.map(UInt16.init))
            }
        }
    }

    @Test func `libpng reads all 65,536 greys of 16 bits`() throws {
        let samples = (0...UInt16.max).map { $0 &* 40_503 }

        let file = GreyPNG.encode(
            DeepGreyImage(width: 256, height: 256, samples: samples))

        let png = try #require(PNG(file))
        #expect(png.width == 256 && png.height == 256 && png.bits == 16)
        #expect(png.samples == samples)
    }

    @Test func `a picture that is cut off or bent is not read`() throws {
        let image = GreyImage(width: 16, height: 16, pixels: Array(0...255))
        var bent = GreyPNG.encode(image)
        bent[bent.count - 20] ^= 1

        #expect(PNG(Array(GreyPNG.encode(image).dropLast(9))) == nil)
        #expect(PNG(bent) == nil)
    }
}

/// The bytes of one small picture, so that no change of theirs goes unseen.
@Suite struct GoldenBytesTests {
    private static let image = GreyImage(
        width: 6, height: 6,
        pixels: [
            0, 51, 102, 153, 204, 255, 0, 0, 0, 255, 255, 255, 10, 10, 200, 200, 10, 10,
            255, 0, 255, 0, 255, 0, 128, 128, 128, 128, 128, 128, 1, 2, 3, 4, 5, 6,
        ])

    private static let renderers: [(name: String, renderer: GreyRenderer)] = [
        ("sixel", .sixel(SixelOptions(rounding: .xterm))),
        ("kitty", .kitty(KittyOptions(image: 2, replaces: 1))),
        ("inline", .inline),
        ("half-truecolor", .halfBlocks(.truecolor)),
        ("half-256", .halfBlocks(.palette256)),
        ("half-16", .halfBlocks(.sixteen())),
        ("quadrant", .quadrants(.truecolor)),
        ("sextant", .sextants(.truecolor)),
        ("mono", .mono(.half)),
        ("ascii", .ascii(InkRamp())),
    ]

    @Test(arguments: renderers.indices) func `a small picture keeps its bytes`(index: Int) {
        let (name, renderer) = Self.renderers[index]

        let tile = renderer.encode(Self.image, cell: CellSize(width: 6, height: 6))[0]

        expectGolden(tile.chunks.joined(separator: [0x0A]), named: name)
    }
}
