import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct GreyRendererTests {
    private static let all: [GreyRenderer] =
        [.kitty(KittyOptions()), .ascii(InkRamp()), .ascii(InkRamp(isDarkOnLight: true))]
        + [.inline] + CellColors.allCases.map { .halfBlocks($0) }
        + SixelRounding.allCases.map { .sixel(SixelOptions(rounding: $0)) } + [.mono(.half)]

    /// Those that show two greys a cell of more pixels, whatever greys an even area can have.
    private static let blocks: [GreyRenderer] =
        CellColors.allCases.flatMap { [.quadrants($0), .sextants($0)] }
        + [.mono(.quadrant), .mono(.sextant)]

    @Test(arguments: all)
    func `as many levels are shown as the display record says`(renderer: GreyRenderer) {
        #expect(renderer.shownLevels.count == 256)
        #expect(Set(renderer.shownLevels).count == renderer.greyCount)
        #expect(zip(renderer.shownLevels, renderer.shownLevels.dropFirst()).allSatisfy(<=))
    }

    @Test func `the counts are those of the guide`() {
        #expect(GreyRenderer.sixel(SixelOptions()).greyCount == 101)
        #expect(GreyRenderer.kitty(KittyOptions()).greyCount == 256)
        #expect(GreyRenderer.halfBlocks(.truecolor).greyCount == 256)
        #expect(GreyRenderer.halfBlocks(.palette256).greyCount == 30)
        #expect(GreyRenderer.halfBlocks(.sixteen()).greyCount == 4)
        #expect(GreyRenderer.ascii(InkRamp()).greyCount == 10)
    }

    @Test(arguments: blocks)
    func `blocks of more pixels than greys are recorded as two greys`(renderer: GreyRenderer) {
        #expect(renderer.greyCount == 2)
        #expect(renderer.shownLevels.count == 256)
        #expect(zip(renderer.shownLevels, renderer.shownLevels.dropFirst()).allSatisfy(<=))
    }

    @Test(arguments: all + blocks)
    func `a pane has the shape of its cells on the screen`(renderer: GreyRenderer) {
        let cell = CellSize(width: 9, height: 20)

        let pane = renderer.pane(columns: 40, rows: 10, cell: cell)

        let shape = Double(pane.height) * pane.pixelAspect / Double(pane.width)
        #expect(abs(shape - 200.0 / 360) < 1e-12)
    }

    @Test func `pixels follow cells`() {
        let cell = CellSize(width: 9, height: 20)

        #expect(
            GreyRenderer.sixel(SixelOptions()).pixels(columns: 4, rows: 3, cell: cell) == (36, 60))
        #expect(
            GreyRenderer.kitty(KittyOptions()).pixels(columns: 4, rows: 3, cell: cell) == (36, 60))
        #expect(
            GreyRenderer.halfBlocks(.sixteen()).pixels(columns: 4, rows: 3, cell: cell) == (4, 6))
        #expect(GreyRenderer.ascii(InkRamp()).pixels(columns: 4, rows: 3, cell: cell) == (4, 3))
        #expect(GreyRenderer.inline.pixels(columns: 4, rows: 3, cell: cell) == (36, 60))
        #expect(
            GreyRenderer.quadrants(.sixteen()).pixels(columns: 4, rows: 3, cell: cell) == (8, 6))
        #expect(GreyRenderer.sextants(.sixteen()).pixels(columns: 4, rows: 3, cell: cell) == (8, 9))
        #expect(GreyRenderer.mono(.half).pixels(columns: 4, rows: 3, cell: cell) == (4, 6))
    }

    @Test(arguments: all + blocks)
    func `the same greys give the same bytes and the same identity`(renderer: GreyRenderer) {
        var random = SplitMix(seed: 77)
        let image = TestPicture.make(.smoothNoise, width: 21, height: 14, &random)

        #expect(
            renderer.encode(image, cell: CellSize()) == renderer.encode(image, cell: CellSize()))
        #expect(renderer.identity(of: image) == renderer.identity(of: image))
    }

    @Test func `identities differ between renderers, sizes and single pixels`() {
        let image = GreyImage(width: 12, height: 3, grey: 50)
        var identities = (Self.all + Self.blocks).map { $0.identity(of: image) }
        identities.append(Self.all[0].identity(of: GreyImage(width: 3, height: 12, grey: 50)))
        for pixel in image.pixels.indices {
            var changed = image
            changed.pixels[pixel] = 51
            identities.append(Self.all[0].identity(of: changed))
        }

        #expect(Set(identities).count == identities.count)
    }

    @Test func `the id of a kitty picture does not change its identity`() {
        let image = GreyImage(width: 2, height: 2)

        #expect(
            GreyRenderer.kitty(KittyOptions(image: 1)).identity(of: image)
                == GreyRenderer.kitty(KittyOptions(image: 2, replaces: 1)).identity(of: image))
    }
}
