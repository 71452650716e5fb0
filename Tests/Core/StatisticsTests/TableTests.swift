import Testing

@testable import Statistics

@Suite struct TableTests {
    @Test func `a table of one row has no test and says why`() throws {
        let table = try ContingencyTable([[3, 4], [0, 0]], columnLabels: ["a", "b"])

        #expect(table.droppedRows == 1)
        #expect(table.pearson.statistic.reason == "fewer than two rows or columns")
        #expect(table.cramersV.value == nil)
        #expect(table.minimumExpected.value == nil)
        #expect(table.likelihoodRatio.p.value == nil)
    }

    @Test func `Fisher's tea has the p of the textbook`() throws {
        // Fisher 1935: 3 1 / 1 3; R fisher.test: p = 0.4857143, odds ratio 6.408309.
        let fisher = try #require(
            try ContingencyTable([[3, 1], [1, 3]], columnLabels: ["a", "b"]).fisher)

        #expect(abs(fisher.p - 34.0 / 70) < 1e-12)
        #expect(abs(try #require(fisher.oddsRatio.value) - 6.408309) < 1e-4)
    }

    @Test func `the AI study's share of CT 0 differs as printed`() throws {
        // 18.6 % of 12,505 against 17.0 % of 28,881: χ² 15.5, p 8e-5.
        let table = try ContingencyTable(
            [[2326, 10179], [4910, 23971]], columnLabels: ["CT0", "rest"])

        let statistic = try #require(table.pearson.statistic.value)
        let p = try #require(table.pearson.p.value)
        #expect(abs(statistic - 15.5) < 0.1)
        #expect(abs(p - 8e-5) < 1e-5)
    }

    @Test func `a trend without spread of scores is undefined`() throws {
        let table = try ContingencyTable(
            [[3, 4, 5], [5, 4, 3]], columnLabels: ["a", "b", "c"], scores: [2, 2, 2])

        #expect(table.trend?.z.reason == "all scores are equal")
    }

    @Test func `rows and scores of another length are refused`() {
        #expect(
            throws: StatisticsError.unequalLengths(first: "a row", 1, second: "column labels", 2)
        ) {
            try ContingencyTable([[3]], columnLabels: ["a", "b"])
        }
        #expect(throws: StatisticsError.unequalLengths(first: "scores", 1, second: "columns", 2)) {
            try ContingencyTable([[3, 4]], columnLabels: ["a", "b"], scores: [1])
        }
        #expect(throws: StatisticsError.negativeCount(name: "count", -3)) {
            try ContingencyTable([[-3, 4]], columnLabels: ["a", "b"])
        }
    }
}
