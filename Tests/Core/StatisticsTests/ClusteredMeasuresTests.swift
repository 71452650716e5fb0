import Glibc
import Statistics
import Testing

/// The measures over clusters that no R package gives alike, against `clustered-own.py` beside the golden files.
@Suite struct ClusteredMeasuresTests {
    private static func isClose(
        _ quantity: Quantity, _ expected: Double, _ tolerance: Double = 1e-9
    ) -> Bool {
        quantity.value.map { abs($0 - expected) <= tolerance } ?? false
    }

    private static func tables(_ cells: [[Int]]) throws -> [AccuracyCounts] {
        try cells.map {
            try AccuracyCounts(
                truePositive: $0[0], falseNegative: $0[1], falsePositive: $0[2],
                trueNegative: $0[3])
        }
    }

    @Test func `the area of clustered units has Obuchowski's error`() throws {
        let clusters = [1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 7]
        let diseased = [1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0].map { $0 == 1 }
        let ratings: [Double] = [5, 2, 4, 1, 3, 3, 3, 5, 1, 4, 2, 5, 2, 1, 4, 5]

        let found = try ClusteredROC(diseased: diseased, ratings: ratings, clusters: clusters)

        #expect(found.clusters == 7)
        #expect(Self.isClose(found.estimate, 0.8015873015873016))
        #expect(Self.isClose(found.standardError, 0.10213518494039463))
    }

    @Test func `with one unit a case the error is DeLong's`() throws {
        let ratings: [Double] = [1, 4, 3, 5, 2, 2, 5, 4, 3, 1]
        let diseased = [false, true, false, true, false, true, true, false, true, false]

        let single = try ROC(ratings: ratings, diseased: diseased)
        let clustered = try ClusteredROC(
            diseased: diseased, ratings: ratings, clusters: Array(0..<10))

        #expect(Self.isClose(clustered.estimate, single.area.estimate.value ?? 0))
        #expect(Self.isClose(clustered.standardError, single.area.standardError.value ?? 0, 1e-12))
    }

    @Test func `an area without healthy units is undefined with its reason`() throws {
        let found = try ClusteredROC(diseased: [true, true], ratings: [1, 2], clusters: [1, 2])

        #expect(found.estimate.value == nil)
        #expect(found.estimate.reason?.isEmpty == false)
    }

    @Test func `ratios over clusters have linearised errors`() throws {
        let tables = try Self.tables([
            [4, 1, 1, 2], [3, 0, 0, 5], [2, 2, 1, 3], [5, 1, 2, 0], [0, 1, 0, 6], [1, 0, 1, 7],
        ])

        let found = try ClusteredAccuracyRatios(tables, prevalence: 0.1)

        let expected: [(ClusteredAccuracyRatios.Measure?, Double, Double)] = [
            (found.positiveLikelihoodRatio, exp(1.4350845252893225), 0.48746184224634337),
            (found.negativeLikelihoodRatio, exp(-1.1895840668738362), 0.3427305329763666),
            (found.diagnosticOddsRatio, exp(2.624668592163159), 0.6871509540362714),
            (found.youden, 0.5714285714285714, 0.11151782139724598),
            (
                found.adjustedPositivePredictiveValue,
                1 / (1 + exp(0.7621400520468968)), 0.4874618422506414
            ),
            (
                found.adjustedNegativePredictiveValue, 1 / (1 + exp(-3.386808644210054)),
                0.34273053293591776
            ),
        ]
        for (measure, estimate, error) in expected {
            let measure = try #require(measure)
            #expect(Self.isClose(measure.estimate, estimate, 1e-9))
            // The script takes slopes by differences.
            #expect(Self.isClose(measure.standardError, error, 1e-7))
        }
    }

    @Test func `with one unit a cluster the variance is Simel's times m over m minus 1`() throws {
        let counts = [7, 3, 2, 8]
        let single = try Self.tables(
            counts.enumerated().flatMap { cell, count in
                [[Int]](repeating: (0..<4).map { $0 == cell ? 1 : 0 }, count: count)
            })

        let found = try ClusteredAccuracyRatios(single)

        let simel = 1 / 7.0 - 1 / 10.0 + 1 / 2.0 - 1 / 10.0
        #expect(
            Self.isClose(
                found.positiveLikelihoodRatio.standardError, (simel * 20 / 19).squareRoot()))
    }

    @Test func `a zero cell leaves the estimate and no limits`() throws {
        let found = try ClusteredAccuracyRatios(try Self.tables([[4, 0, 1, 2], [3, 0, 0, 5]]))

        #expect(found.negativeLikelihoodRatio.estimate.value == 0)
        #expect(found.negativeLikelihoodRatio.interval.lower.value == nil)
        #expect(found.diagnosticOddsRatio.estimate.value == nil)
    }
}
