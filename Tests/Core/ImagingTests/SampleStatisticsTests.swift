import Imaging
import Testing

@Suite struct SampleStatisticsTests {
    @Test func `percentiles agree with NumPy`() {
        let statistics = SampleStatistics(ImagingGolden.statisticsValues)

        for (percent, expected) in zip(ImagingGolden.percents, ImagingGolden.percentiles) {
            let value = statistics.percentile(percent) ?? .nan
            #expect(abs(value - expected) < 1e-9)
        }
        #expect(statistics.count == ImagingGolden.statisticsValues.count)
        #expect(statistics.minimum == ImagingGolden.statisticsValues.min())
        #expect(statistics.maximum == ImagingGolden.statisticsValues.max())
    }

    @Test func `values that are no numbers do not count`() {
        let statistics = SampleStatistics([.nan, 5, .infinity, 7, -.infinity])

        #expect(statistics.count == 2)
        #expect(statistics.percentile(50) == 6)
        #expect(statistics.percentile(-3) == 5)
        #expect(statistics.percentile(300) == 7)
    }

    @Test func `without values there is no percentile and the window is 0 to 1`() {
        let statistics = SampleStatistics([])

        #expect(statistics.minimum == nil && statistics.maximum == nil)
        #expect(statistics.percentile(50) == nil)
        #expect(
            statistics.percentileWindow()
                == VOIWindow(center: 0.5, width: 1, function: .linearExact))
    }

    @Test func `the percentile window is black at the lower and white at the upper percentile`() {
        let window = SampleStatistics((0...1000).map(Double.init)).percentileWindow()

        #expect(window.grey(2) == 0)
        #expect(window.grey(998) == 255)
        #expect(window.center == 500 && abs(window.width - 996) < 1e-9)
    }

    @Test func `equal values give a window that is usable`() {
        #expect(SampleStatistics([4, 4, 4]).percentileWindow().isUsable)
    }

    @Test func `a volume is sampled from its first to its last slice`() {
        let volume = TestGeometry.volume(
            (0..<20).map { Int16($0) },
            slices: Array(repeating: SliceAttributes(slope: 2), count: 20))

        let some = volume.sampledStatistics(sliceCount: 3)
        let all = volume.sampledStatistics(sliceCount: 100)

        #expect(some.count == 3)
        #expect(some.minimum == 0 && some.percentile(50) == 18 && some.maximum == 38)
        #expect(all.count == 20)
    }
}
