@testable import Imaging
import TestSupport
import Testing

@Suite struct PaneMappingTests {
    @Test func `a slice fits into its pane with true aspect`() {
        let geometry = TestGeometry.make(
            columns: 100, rows: 50, columnSpacingMM: 1, rowSpacingMM: 2)

        let mapping = PaneMapping(
            geometry, pane: Pane(width: 400, height: 300), orientation: ScreenOrientation())

        // 100 mm × 100 mm: 300 pixels each way, 50 black columns on both sides.
        #expect(mapping.scaleX == 3 && mapping.scaleY == 6)
        #expect(mapping.scale == 3)
        #expect(mapping.panePoint(ImagePoint(column: -0.5, row: -0.5)) == (50, 0))
        #expect(mapping.panePoint(ImagePoint(column: 99.5, row: 49.5)) == (350, 300))
    }

    @Test func `tall pane pixels get fewer rows`() {
        let mapping = PaneMapping(
            TestGeometry.make(columns: 80, rows: 80),
            pane: Pane(width: 80, height: 40, pixelAspect: 2), orientation: ScreenOrientation())

        #expect(mapping.scaleX == 1 && mapping.scaleY == 0.5)
    }

    @Test func `whole-number fit rounds down, and shrinks where a slice does not fit`() {
        let geometry = TestGeometry.make(columns: 100, rows: 100)

        let large = PaneMapping(
            geometry, pane: Pane(width: 290, height: 500), orientation: ScreenOrientation(),
            zoom: .wholeNumberFit)
        let small = PaneMapping(
            geometry, pane: Pane(width: 50, height: 80), orientation: ScreenOrientation(),
            zoom: .wholeNumberFit)

        #expect(large.scale == 2)
        #expect(small.scale == 0.5)
    }

    @Test func `whole numbers stay whole for any spacing`() {
        var random = SplitMix(seed: 23)
        for _ in 0..<500 {
            let spacing = Double.random(in: 0.1...3, using: &random)
            let times = Int.random(in: 1...7, using: &random)
            let geometry = TestGeometry.make(
                columns: 60, rows: 60, columnSpacingMM: spacing, rowSpacingMM: spacing)
            let pane = Pane(width: 60 * times, height: 60 * times)
            let zooms = [Zoom.fit(times: 1), .wholeNumberFit, .scale(Double(times))]

            for zoom in zooms {
                let mapping = PaneMapping(
                    geometry, pane: pane, orientation: ScreenOrientation(), zoom: zoom)
                #expect(mapping.scaleX == Double(times) && mapping.scaleY == Double(times))
            }
        }
    }

    @Test func `a scale counts pane pixels along the finer side`() {
        let mapping = PaneMapping(
            TestGeometry.make(columnSpacingMM: 0.5, rowSpacingMM: 1.5),
            pane: Pane(width: 100, height: 100), orientation: ScreenOrientation(), zoom: .scale(2))

        #expect(mapping.scaleX == 2 && mapping.scaleY == 6)
    }

    @Test func `the chosen centre lies in the middle of the pane`() {
        let mapping = PaneMapping(
            TestGeometry.make(columns: 64, rows: 64), pane: Pane(width: 100, height: 60),
            orientation: ScreenOrientation(), zoom: .scale(4),
            center: ImagePoint(column: 20, row: 30))

        #expect(mapping.panePoint(ImagePoint(column: 20, row: 30)) == (50, 30))
        #expect(mapping.voxel(x: 50, y: 30)?.column == 20)
        #expect(mapping.voxel(x: 50, y: 30)?.row == 30)
    }

    @Test func `places outside slice and pane have no voxel and no pixel`() {
        let mapping = PaneMapping(
            TestGeometry.make(columns: 10, rows: 10), pane: Pane(width: 40, height: 20),
            orientation: ScreenOrientation())

        #expect(mapping.voxel(x: 9, y: 0) == nil)
        #expect(mapping.voxel(x: 10, y: 0)?.column == 0)
        #expect(mapping.voxel(x: 29, y: 19)?.column == 9)
        #expect(mapping.voxel(x: 30, y: 19) == nil)
        #expect(mapping.panePixel(ImagePoint(column: 0, row: 0))?.x == 11)
        #expect(mapping.panePixel(ImagePoint(column: -9, row: 0)) == nil)
        #expect(mapping.panePixel(ImagePoint(column: 0, row: 9.6)) == nil)
    }

    @Test func `pane and image lead back to each other in every orientation and zoom`() {
        var random = SplitMix(seed: 21)
        for _ in 0..<300 {
            let mapping = Self.random(&random)
            for _ in 0..<10 {
                let x = Double.random(in: -50...250, using: &random)
                let y = Double.random(in: -50...250, using: &random)
                let back = mapping.panePoint(mapping.imagePoint(x: x, y: y))
                #expect(abs(back.x - x) < 1e-6 && abs(back.y - y) < 1e-6)
            }
        }
    }

    @Test func `the voxel under a pixel is the one that nearest resampling shows`() {
        var random = SplitMix(seed: 22)
        for _ in 0..<60 {
            let mapping = Self.random(&random)
            let turned = mapping.orientation.transposed
            let columns = turned ? mapping.rows : mapping.columns
            let rows = turned ? mapping.columns : mapping.rows
            let image = GreyImage(
                width: columns, height: rows,
                pixels: (0..<columns * rows).map { UInt8(1 + $0 % 251) })

            let shown = image.shown(through: mapping, resampling: .nearest)

            for y in 0..<shown.height {
                for x in 0..<shown.width {
                    let voxel = mapping.voxel(x: x, y: y)
                    #expect(shown[x, y] == voxel.map { image[$0.column, $0.row] } ?? 0)
                }
            }
        }
    }

    static func random(_ random: inout SplitMix) -> PaneMapping {
        let geometry = TestGeometry.make(
            columns: .random(in: 1...30, using: &random),
            rows: .random(in: 1...30, using: &random),
            columnSpacingMM: .random(in: 0.3...3, using: &random),
            rowSpacingMM: .random(in: 0.3...3, using: &random))
        let orientation = ScreenOrientation(
            transposed: .random(using: &random), flippedHorizontally: .random(using: &random),
            flippedVertically: .random(using: &random))
        let center = ImagePoint(
            column: .random(in: -5...30, using: &random),
            row: .random(in: -5...30, using: &random))
        let zooms: [Zoom] = [
            .fit(times: .random(in: 0.3...4, using: &random)), .wholeNumberFit,
            .scale(.random(in: 0.2...5, using: &random)),
        ]
        return PaneMapping(
            geometry,
            pane: Pane(
                width: .random(in: 1...50, using: &random),
                height: .random(in: 1...50, using: &random),
                pixelAspect: .random(in: 0.5...2.5, using: &random)),
            orientation: orientation, zoom: zooms.randomElement(using: &random) ?? .wholeNumberFit,
            center: Bool.random(using: &random) ? center : nil)
    }
}
