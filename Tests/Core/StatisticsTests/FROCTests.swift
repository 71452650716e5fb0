import Testing

@testable import Statistics

@Suite struct FROCTests {
    private let cases = [
        FROCCase(lesions: [80, nil], falseMarks: [30]), FROCCase(lesions: [60]),
        FROCCase(falseMarks: [20, 60]), FROCCase(), FROCCase(falseMarks: [90]),
    ]

    @Test func `areas are those counted by hand`() throws {
        let froc = FROC(cases)

        // Highest false marks of healthy cases: 60, none, 90.
        // 80: 1 + 1 + 0; not found: 0 + ½ + 0; 60: ½ + 1 + 0; over 3 cases.
        let (first, missed, second) = (2.0 / 3, 0.5 / 3, 1.5 / 3)
        let area = try #require(froc.afroc.estimate.value)
        let weighted = try #require(froc.weightedAFROC.estimate.value)
        #expect(abs(area - (first + missed + second) / 3) < 1e-12)
        #expect(abs(weighted - ((first + missed) / 2 + second) / 2) < 1e-12)
    }

    @Test func `an operating point counts marks of at least its rating`() {
        let froc = FROC(cases)

        #expect(froc.point(at: 60).lesionFraction == .value(2.0 / 3))
        #expect(froc.point(at: 60).falseMarksPerCase == .value(2.0 / 5))
        #expect(froc.point(at: -.infinity).lesionFraction == .value(2.0 / 3))
        #expect(froc.point(at: -.infinity).falseMarksPerCase == .value(4.0 / 5))
    }

    @Test func `one lesion a case gives the error of DeLong`() throws {
        let (positives, negatives): ([Double], [Double]) = ([3, 4, 5, 2], [1, 2, 3, 3, 0])
        let froc = FROC(
            positives.map { FROCCase(lesions: [$0]) } + negatives.map { FROCCase(falseMarks: [$0]) }
        )

        let placements = Placements(positives: positives, negatives: negatives)
        let error = DeLong.covariance(placements, placements).squareRoot()
        #expect(abs(try #require(froc.afroc.standardError.value) - error) < 1e-12)
        #expect(froc.afroc.estimate == froc.weightedAFROC.estimate)
    }

    @Test func `no healthy cases, no lesions, no cases: reasons instead of areas`() {
        #expect(
            FROC([FROCCase(lesions: [1]), FROCCase(lesions: [2])]).afroc.estimate.reason
                == "fewer than two cases without lesions")
        #expect(
            FROC([FROCCase()]).afroc.interval.lower.reason == "fewer than two cases with lesions")
        #expect(FROC([]).point(at: 1).lesionFraction.reason == "no lesions")
        #expect(FROC([]).point(at: 1).falseMarksPerCase.reason == "no cases")
    }
}
