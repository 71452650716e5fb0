import Testing

@testable import Statistics

/// instruments.md section 10.3: the study of what a second reader by machine changes (DD60040).
@Suite struct SecondReaderStudyTests {
    /// Count, total and the printed percentage.
    @Test(arguments: [
        (115_618, 260_594, 44.4), (144_976, 260_594, 55.6), (44_194, 260_594, 17.0),
        (24_067, 260_594, 9.2), (22_679, 260_594, 8.7), (10_645, 260_594, 4.1),
        (28_881, 41_386, 69.8), (12_505, 41_386, 30.2), (12_266, 41_386, 29.6),
        (11_922, 41_386, 28.8), (9_785, 41_386, 23.6), (9_942, 41_386, 24.0),
        (8_602, 41_386, 20.8),
    ])
    func `section 10.3: printed shares follow from the counts`(
        count: Int, total: Int, percent: Double
    ) {
        let found = (Double(count) / Double(total) * 1000).rounded() / 10

        #expect(found == percent)
    }

    @Test func `section 10.3: service A's share is 38,0, which the paper cuts to 37,9`() {
        let tenths = 98_953.0 / 260_594 * 1000

        #expect(tenths.rounded() == 380)
        #expect(tenths.rounded(.down) == 379)
    }

    @Test func `section 10.3: services are not disjoint, since they add up to more than was read`()
    {
        let all = [115_618, 144_976].reduce(0, +)
        let november = [28_881, 12_505].reduce(0, +)
        let services = [98_953, 44_194, 24_067, 22_679, 10_645].reduce(0, +)
        let later = [12_266, 11_922, 9_785, 9_942, 8_602].reduce(0, +)
        let eachRead = Double(services) / 115_618

        #expect(all == 260_594)
        #expect(november == 41_386)
        #expect(services == 200_538)
        #expect(abs(eachRead - 1.73) < 0.005)
        #expect(later == 52_517)
    }

    @Test func `section 10.3: CT 0 in November, 18,6 against 17,0 percent, one degree of freedom`()
        throws
    {
        let table = try ContingencyTable(
            [[2326, 12_505 - 2326], [4910, 28_881 - 4910]], columnLabels: ["CT0", "rest"])

        expect(table.pearson.statistic, 15.5, within: 0.05)
        expect(table.pearson.p, 8e-5, within: 0.5e-5)
        // The text's critical value of 4 is 3.84.
        expect(ChiSquaredTest(3.841459, degrees: 1).p, 0.05, within: 1e-7)
    }

    @Test func `section 10.3: the smallest statistic of the whole period has p below .0001`() {
        let p = ChiSquaredTest(26.2, degrees: 1).p.value ?? 1

        #expect(p < 0.0001 && p > 0)
    }

    @Test
    func `section 10.3: all categories together have four degrees, each against the rest one`()
        throws
    {
        let table = try ContingencyTable(
            [[2326, 5210, 3310, 1380, 279], [4910, 12_650, 7480, 3210, 631]],
            columnLabels: ["CT0", "CT1", "CT2", "CT3", "CT4"])
        let results = Dictionary(
            uniqueKeysWithValues: table.results.map { ($0.name, $0.quantity) })

        expect(results["statistic"], 23.23064907, within: 1e-8)
        #expect(results["df"] == .value(4))
        expect(results["category.CT0.statistic"], 15.48002386, within: 1e-8)
        expect(results["category.CT4.p"], 0.76813495, within: 1e-8)
    }
}
