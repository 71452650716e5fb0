import Testing

@testable import Statistics

@Suite struct NumericsTests {
    @Test func `small probabilities keep their digits`() {
        // R: pnorm(12, lower.tail = FALSE) * 2, pchisq(200, 1, lower.tail = FALSE)
        #expect(abs(NormalDistribution.twoSidedP(12) / 3.552964224155e-33 - 1) < 1e-9)
        #expect(abs(ChiSquared.upperTail(200, 1) / 2.0884875837625e-45 - 1) < 1e-9)
    }

    @Test func `quantiles outside their domain are no number`() {
        #expect(NormalDistribution.quantile(2).isNaN)
        #expect(StudentsT.quantile(0.5, -1).isNaN)
        #expect(Quantity(.nan).reason == "the result is not a finite number")
    }

    @Test func `a matrix times its inverse is the identity`() throws {
        var matrix = SymmetricMatrix(order: 2)
        matrix.entries = [4, 1, 1, 3]

        let inverse = try matrix.inverse("A test", "the rows are alike.")

        #expect(
            zip(matrix.times(inverse.times([1, 2])), [1, 2]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs(inverse.quadraticForm([1, 0]) - 3.0 / 11) < 1e-12)
    }

    @Test func `a matrix with two equal rows has no inverse`() {
        var matrix = SymmetricMatrix(order: 2)
        matrix.entries = [1, 1, 1, 1]

        let error = #expect(throws: StatisticsError.self) {
            try matrix.inverse("A test", "the rows are alike.")
        }

        #expect(error?.description == "A test has no unique solution: the rows are alike.")
    }

    @Test func `a root without a change of sign is the better end`() {
        #expect(RootFinding.bisect(1, 2) { $0 } == 1)
        #expect(RootFinding.bisect(-2, -1) { $0 } == -1)
        #expect(RootFinding.bisect(0, 1) { $0 } == 0)
        #expect(RootFinding.bisect(-1, 0) { $0 } == 0)
        #expect(abs(RootFinding.bisect(0, 2) { $0 * $0 - 2 } - 2.0.squareRoot()) < 1e-15)
    }

    @Test func `a label becomes one part of a name`() {
        #expect(ResultValue.part("0.205") == "0_205")
        #expect(ResultValue.part("T1w low-dose") == "T1w_low-dose")
    }
}
