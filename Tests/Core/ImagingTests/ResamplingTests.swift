import TestSupport
import Testing

@testable import Imaging

@Suite struct ResamplingTests {
    private let source = GreyImage(width: 14, height: 11, pixels: ImagingGolden.sourcePixels)

    /// The source stretched over a whole pane.
    private func shown(_ width: Int, _ height: Int, _ resampling: Resampling) -> [UInt8] {
        let geometry = TestGeometry.make(
            columns: 14, rows: 11, columnSpacingMM: Double(width) / 14,
            rowSpacingMM: Double(height) / 11)
        let mapping = PaneMapping(
            geometry, pane: Pane(width: width, height: height), orientation: ScreenOrientation())
        return source.shown(through: mapping, resampling: resampling).pixels
    }

    private func greatestError(_ pixels: [UInt8], _ expected: [Double]) -> Double {
        #expect(pixels.count == expected.count)
        return zip(pixels, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
    }

    @Test func `smaller pictures hold the mean over the area`() {
        #expect(greatestError(shown(9, 7, .area), ImagingGolden.area9x7) < 0.52)
        #expect(shown(9, 7, .automatic) == shown(9, 7, .area))
    }

    @Test func `larger pictures are bilinear unless the number is whole`() {
        #expect(greatestError(shown(37, 29, .bilinear), ImagingGolden.bilinear37x29) < 0.52)
        #expect(shown(37, 29, .automatic) == shown(37, 29, .bilinear))
    }

    @Test func `bicubic pictures are those of Pillow, larger and smaller`() {
        #expect(greatestError(shown(19, 17, .bicubic), ImagingGolden.bicubic19x17) < 0.52)
        #expect(greatestError(shown(9, 7, .bicubic), ImagingGolden.bicubic9x7) < 0.52)
        #expect(shown(14, 11, .bicubic) == source.pixels)
    }

    @Test func `bicubic overshoots at an edge and stays between black and white`() {
        let edge = GreyImage(
            width: 8, height: 1, pixels: [100, 100, 100, 100, 200, 200, 200, 200])
        let full = GreyImage(width: 8, height: 1, pixels: [0, 0, 0, 0, 255, 255, 255, 255])
        let mapping = PaneMapping(
            TestGeometry.make(columns: 8, rows: 1), pane: Pane(width: 24, height: 3),
            orientation: ScreenOrientation())

        let soft = edge.shown(through: mapping, resampling: .bicubic).pixels
        let hard = full.shown(through: mapping, resampling: .bicubic).pixels

        #expect(soft.min() ?? 0 < 100 && soft.max() ?? 0 > 200)
        #expect(zip(hard, hard.dropFirst()).prefix(23).allSatisfy(<=))
        #expect(hard[0] == 0 && hard[23] == 255)
    }

    @Test func `whole-number enlargement repeats pixels`() {
        #expect(shown(28, 22, .automatic) == ImagingGolden.nearest28x22)
        #expect(shown(28, 22, .nearest) == ImagingGolden.nearest28x22)
        #expect(shown(28, 22, .area) == ImagingGolden.nearest28x22)
        #expect(shown(14, 11, .automatic) == source.pixels)
    }

    @Test(arguments: Resampling.allCases)
    func `equal greys stay equal and nothing leaves the range`(resampling: Resampling) {
        var random = SplitMix(seed: 31)
        for _ in 0..<100 {
            let mapping = PaneMappingTests.random(&random)
            let turned = mapping.orientation.transposed
            let flat = GreyImage(
                width: turned ? mapping.rows : mapping.columns,
                height: turned ? mapping.columns : mapping.rows,
                grey: .random(in: 1...255, using: &random))

            let shown = flat.shown(through: mapping, resampling: resampling)

            for y in 0..<shown.height {
                for x in 0..<shown.width {
                    #expect(shown[x, y] == (mapping.voxel(x: x, y: y) == nil ? 0 : flat.pixels[0]))
                }
            }
        }
    }

    @Test func `flipping before is the same as flipping in the mapping`() {
        let source = GreyImage(width: 14, height: 10, pixels: Array(source.pixels[..<140]))
        let geometry = TestGeometry.make(columns: 14, rows: 10)
        let pane = Pane(width: 35, height: 25)
        let turned = ScreenOrientation(flippedHorizontally: true, flippedVertically: true)
        for resampling in Resampling.allCases {
            let shown = [ScreenOrientation(), turned].map {
                source.shown(
                    through: PaneMapping(geometry, pane: pane, orientation: $0),
                    resampling: resampling
                ).pixels
            }

            // Rounding may differ by one where a mean lies between two greys.
            let errors = zip(shown[0].reversed(), shown[1]).map { abs(Int($0) - Int($1)) }
            #expect(errors.allSatisfy { $0 <= 1 })
        }
    }

    @Test func `a transposed slice shows its columns as rows`() {
        let mapping = PaneMapping(
            TestGeometry.make(columns: 14, rows: 11), pane: Pane(width: 11, height: 14),
            orientation: ScreenOrientation(transposed: true))

        let shown = source.shown(through: mapping)

        #expect(shown == source.transposed())
        #expect(shown[3, 9] == source[9, 3])
    }

    @Test func `a slice that lies outside its pane leaves it black`() {
        let mapping = PaneMapping(
            TestGeometry.make(columns: 14, rows: 11), pane: Pane(width: 20, height: 20),
            orientation: ScreenOrientation(), zoom: .scale(1.5),
            center: ImagePoint(column: 500, row: 500))

        #expect(source.shown(through: mapping) == GreyImage(width: 20, height: 20))
    }
}
