import Testing

@testable import Statistics

@Suite struct MeasurementTests {
    @Test func `one unit or one rater has no mean squares`() {
        #expect(throws: StatisticsError.self) { try MeanSquares([[1, 2]]) }
        #expect(throws: StatisticsError.self) { try MeanSquares([[1], [2]]) }
        #expect(
            throws: StatisticsError.unequalLengths(
                first: "ratings of a unit", 1, second: "raters", 2)
        ) {
            try MeanSquares([[1, 2], [3]])
        }
    }

    @Test func `equal ratings of every unit leave no correlation`() throws {
        let squares = try MeanSquares([[2, 2], [2, 2], [2, 2]])

        let correlation = IntraclassCorrelation(squares, .agreement)

        #expect(correlation.single.reason == "every rating is the same")
        #expect(correlation.p.value == nil)
    }

    @Test func `raters worse than chance have no mean-of-raters limit`() throws {
        let squares = try MeanSquares([[1, 9], [9, 1], [2, 8], [8, 2.5]])

        let correlation = IntraclassCorrelation(squares, .agreement)

        #expect(try #require(correlation.single.value) < 0)
        #expect(correlation.averageInterval.lower.value == nil)
    }

    @Test func `a rater without variance has no concordance`() {
        let result = ConcordanceCorrelation([3, 3, 3], [1, 2, 3])

        #expect(result.estimate.reason == "a rater gave every unit the same rating")
    }

    @Test func `two units have no interval of concordance`() {
        #expect(ConcordanceCorrelation([1, 2], [1, 3]).interval.lower.value == nil)
    }

    @Test func `pairs must match`() {
        #expect(throws: StatisticsError.self) { try BlandAltman([1, 2], [1]) }
        #expect(throws: StatisticsError.self) { try BlandAltman([1], [1]) }
    }

    @Test func `equal means leave no slope`() throws {
        let result = try BlandAltman([1, 3, 2], [3, 1, 2])

        #expect(result.proportionalBias.slope.reason == "all means are equal")
    }
}
