import Testing

@testable import Imaging

@Suite struct DeepGreyImageTests {
    private let source = DeepGreyImage(
        width: 14, height: 11, samples: ImagingGolden.sourcePixels.map { UInt16($0) * 257 })

    private func shown(_ width: Int, _ height: Int, _ resampling: Resampling) -> [Double] {
        let geometry = TestGeometry.make(
            columns: 14, rows: 11, columnSpacingMM: Double(width) / 14,
            rowSpacingMM: Double(height) / 11)
        let mapping = PaneMapping(
            geometry, pane: Pane(width: width, height: height), orientation: ScreenOrientation())
        return source.shown(through: mapping, resampling: resampling).samples.map {
            Double($0) / 257
        }
    }

    private func greatestError(_ pixels: [Double], _ expected: [Double]) -> Double {
        #expect(pixels.count == expected.count)
        return zip(pixels, expected).map { abs($0 - $1) }.max() ?? .infinity
    }

    @Test func `pictures of 16 bits are resampled as those of 8, only finer`() {
        #expect(greatestError(shown(9, 7, .area), ImagingGolden.area9x7) < 0.05)
        #expect(greatestError(shown(37, 29, .bilinear), ImagingGolden.bilinear37x29) < 0.05)
        #expect(greatestError(shown(19, 17, .bicubic), ImagingGolden.bicubic19x17) < 0.05)
        #expect(shown(14, 11, .automatic) == source.samples.map { Double($0) / 257 })
    }

    @Test func `a transposed slice shows its columns as rows, black beside it`() {
        let picture = DeepGreyImage(width: 2, height: 3, samples: [1, 2, 3, 4, 5, 6])
        let mapping = PaneMapping(
            TestGeometry.make(columns: 2, rows: 3), pane: Pane(width: 5, height: 2),
            orientation: ScreenOrientation(transposed: true))

        #expect(picture.shown(through: mapping).samples == [0, 1, 3, 5, 0, 0, 2, 4, 6, 0])
    }

    @Test func `a window of all 65,536 values leaves them as they are`() {
        let values: [Int16] = [-32_768, -32_767, -1, 0, 1, 255, 32_767, 12_345]
        let volume = ImageVolume(
            geometry: TestGeometry.make(columns: 4, rows: 2),
            storage: MemoryStorage(values, sliceSampleCount: 8),
            slices: [SliceAttributes(intercept: 32_768)])
        let voi = VOI.window(VOIWindow(center: 32_768, width: 65_536))

        let greys = volume.deepGreys(slice: 0, voi: voi)

        #expect(greys.samples == values.map { UInt16(Int($0) + 32_768) })
    }

    @Test(arguments: [Photometric.monochrome1, .monochrome2])
    func `the high byte of 16 bits is the grey of 8, but for rounding`(photometric: Photometric) {
        let table = LookupTable(firstInput: 10, bits: 12, entries: [0, 1000, 2000, 4095])
        for voi in [.table(table), .window(VOIWindow(center: 11.5, width: 5))] as [VOI] {
            let mapping = GreyMapping(
                sampleType: .int16, attributes: SliceAttributes(), voi: voi,
                photometric: photometric)
            for stored in 5...20 {
                let deep = Double(mapping.deepGrey(stored: Double(stored))) / 257
                #expect(abs(deep - Double(mapping.grey(stored: Double(stored)))) <= 0.51)
            }
        }
    }

    @Test func `one slice gets the same greys from the table of its own values`() {
        let values: [Int16] = [-1000, -5, 0, 3, 40, 900, 3000, 40]
        let volume = ImageVolume(
            geometry: TestGeometry.make(columns: 4, rows: 2),
            storage: MemoryStorage(values, sliceSampleCount: 8),
            slices: [SliceAttributes(slope: 2, intercept: 7)])
        let voi = VOI.window(VOIWindow(center: 40, width: 1400))
        let table = GreyTable(volume.greyMapping(slice: 0, voi: voi, inverted: true))

        let greys = volume.greys(slice: 0, voi: voi, inverted: true)

        #expect(greys == volume.greys(slice: 0, through: table))
    }
}
