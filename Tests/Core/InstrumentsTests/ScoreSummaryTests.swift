import Instruments
import Testing

/// instruments.md section 10.6, survey of 16 participants.
@Suite struct ScoreSummaryTests {
    @Test(arguments: [
        (4.56, 0.629, [[0, 0, 1, 5, 10]]), (4.88, 0.342, [[0, 0, 0, 2, 14]]),
        (4.25, 0.775, [[0, 0, 3, 6, 7], [0, 1, 0, 9, 6]]),
    ])
    func `section 10.6: the printed mean and spread come from one set of answers, or from two`(
        mean: Double, deviation: Double, counts: [[Int]]
    ) {
        let summary = ScoreSummary(mean: mean, standardDeviation: deviation, count: 16)

        #expect(summary.possibleCounts(scores: 1...5) == counts)
    }

    @Test(arguments: [(3.81, 1.424), (3.56, 1.209), (3.69, 1.401)])
    func `section 10.6: no answers of 3 to 5 can have the printed spread`(
        mean: Double, deviation: Double
    ) {
        let summary = ScoreSummary(mean: mean, standardDeviation: deviation, count: 16)

        #expect(summary.possibleCounts(scores: 3...5).isEmpty)
        #expect(!summary.possibleCounts(scores: 1...5).isEmpty)
    }

    @Test func `section 10.6: 3.4 with a spread of .828 needs 15 answers, not 16`() {
        let sixteen = ScoreSummary(
            mean: 3.4, standardDeviation: 0.828, count: 16, meanDecimals: 2)
        let fifteen = ScoreSummary(
            mean: 3.4, standardDeviation: 0.828, count: 15, meanDecimals: 2)

        #expect(sixteen.possibleCounts(scores: 1...5).isEmpty)
        #expect(!fifteen.possibleCounts(scores: 1...5).isEmpty)
    }
}
