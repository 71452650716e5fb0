import Testing

@testable import Statistics

/// instruments.md section 10.2: agreement, change and the text's percentages of the tables of grades.
@Suite struct GradeTableStatisticsTests {
    @Test(arguments: [
        (GradeTable.first, 552, [24, 189, 185, 121, 33]),
        (.second, 567, [25, 227, 179, 120, 16]), (.third, 570, [130, 247, 114, 67, 12]),
    ])
    func `section 10.2: the cells add up to the stated sums`(
        table: GradeTable, total: Int, columns: [Int]
    ) {
        let sums: [Int] = (0..<5).map { column in table.counts.map { $0[column] }.reduce(0, +) }

        #expect(sums == columns)
        #expect(sums.reduce(0, +) == total)
    }

    @Test(arguments: [
        (
            GradeTable.first, 290, 0.525362,
            [(0.344923, 0.028886), (0.481117, 0.026273), (0.606449, 0.030483)]
        ),
        (
            .second, 366, 0.645503,
            [(0.497398, 0.028028), (0.613090, 0.024057), (0.725623, 0.023816)]
        ),
        (
            .third, 307, 0.538596,
            [(0.365646, 0.027406), (0.494912, 0.024868), (0.602711, 0.031520)]
        ),
    ])
    func `section 10.2: agreement and the three kappas with their errors`(
        table: GradeTable, same: Int, share: Double, kappas: [(Double, Double)]
    ) {
        let diagonal = (0..<5).map { table.counts[$0][$0] }.reduce(0, +)
        let total = table.counts.map { $0.reduce(0, +) }.reduce(0, +)
        let found = Double(diagonal) / Double(total)

        #expect(diagonal == same)
        #expect(abs(found - share) < 1e-6)
        for (weights, expected) in zip(AgreementWeights.allCases, kappas) {
            let kappa = CohenKappa(table.square, weights)
            expect(kappa.estimate, expected.0)
            expect(kappa.standardError, expected.1)
        }
    }

    @Test(arguments: [
        (GradeTable.first, 204, 58), (.second, 64, 137), (.third, 17, 246),
    ])
    func `section 10.2: how many grew worse and how many better`(
        table: GradeTable, worse: Int, better: Int
    ) {
        var (above, below) = (0, 0)
        for (from, row) in table.counts.enumerated() {
            above += row.dropFirst(from + 1).reduce(0, +)
            below += row.prefix(from).reduce(0, +)
        }

        #expect(above == worse)
        #expect(below == better)
    }

    /// Counts and totals of the text, its percentage, and its decimals.
    @Test(arguments: [
        (37, 70, 52.9), (13, 70, 18.6), (4, 70, 5.7), (21, 33, 63.6), (97, 179, 54.2),
        (97, 181, 53.6), (5, 179, 2.8), (59, 120, 49.2), (59, 121, 48.8), (4, 120, 3.3),
        (314, 575, 54.6),
    ])
    func `section 10.1 and 10.2: percentages of the text follow from the tables`(
        count: Int, total: Int, percent: Double
    ) {
        let found = (Double(count) / Double(total) * 1000).rounded() / 10

        #expect(found == percent)
    }

    @Test func `section 10.2: those counts are cells of the tables`() {
        let (first, second, third) = (
            GradeTable.first.counts, GradeTable.second.counts, GradeTable.third.counts
        )

        let begun: [Int] = [first[0][1], first[0][2], first[0][3] + first[0][4]]
        let (better, worse) = (third[2].prefix(2).reduce(0, +), third[2].suffix(2).reduce(0, +))

        #expect(begun == [37, 13, 4])
        #expect(second[4].prefix(4).reduce(0, +) == 21)
        #expect(better == 97)
        #expect(worse == 5)
        #expect(third[3].prefix(3).reduce(0, +) == 59)
        #expect(third[3][4] == 4)
    }

    @Test func `section 10.1: patients leave and recover in numbers that add up`() {
        let third = GradeTable.third.counts
        let graded = [70, 223, 163, 84, 16].reduce(0, +)
        let (excluded, doubled): (Int, Int) = (139_017, 6)
        // Recovered at the last examination: the column of CT 0 without its own row.
        let recovered: [Int] = third.dropFirst().map { $0[0] }
        let earlier: [[Int]] = [GradeTable.first, .second].map { table in
            table.counts.dropFirst().map { $0[0] }
        }

        #expect(139_592 - excluded == 575)
        #expect(971 - doubled - 17 - 373 == 575)
        #expect(graded == 556)
        #expect(graded + 13 + 6 == 575)
        #expect(recovered == [81, 16, 9, 2])
        #expect(recovered.reduce(16, +) == 124)
        // Groups 1 and 2, of 4 and 12, are parts of the tables' 8 and 14: those without a later worsening.
        #expect(earlier.map { $0.reduce(0, +) } == [8, 14])
    }
}
