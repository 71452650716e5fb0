import Testing

@testable import Statistics

@Suite struct AgreementTests {
    private func matrix(
        _ ratings: [[Int?]], _ categories: [String] = ["0", "1"]
    ) throws -> RatingMatrix {
        try RatingMatrix(ratings, categories: categories)
    }

    @Test func `low kappa with high agreement is what prevalence does`() throws {
        // T1w sclerosis of the synthetic study: 207, 14, 15, 4.
        var table = SquareTable(order: 2)
        (table[0, 0], table[0, 1], table[1, 0], table[1, 1]) = (207, 14, 15, 4)

        let kappa = try #require(CohenKappa(table, .unweighted).estimate.value)
        let pabak = try #require(
            SpecificAgreement(table, categories: ["0", "1"]).pabak.value)

        #expect(abs(kappa - 0.150805) < 1e-6)
        #expect(abs(pabak - 0.758) < 1e-3)
    }

    @Test(arguments: [
        // The tables of the CT 0-4 study: κ and its error, plain, linear, quadratic.
        (
            [
                [16, 37, 13, 3, 1], [7, 122, 71, 18, 4], [1, 29, 85, 40, 5], [0, 1, 15, 56, 12],
                [0, 0, 1, 4, 11],
            ],
            [(0.344923, 0.028886), (0.481117, 0.026273), (0.606449, 0.030483)]
        ),
        (
            [
                [11, 5, 7, 1, 0], [13, 158, 20, 6, 0], [1, 59, 110, 21, 1], [0, 4, 39, 75, 3],
                [0, 1, 3, 17, 12],
            ],
            [(0.497398, 0.028028), (0.613090, 0.024057), (0.725623, 0.023816)]
        ),
        (
            [
                [22, 4, 0, 0, 0], [81, 144, 3, 1, 0], [16, 81, 77, 4, 1], [9, 17, 33, 57, 4],
                [2, 1, 1, 5, 7],
            ],
            [(0.365646, 0.027406), (0.494912, 0.024868), (0.602711, 0.031520)]
        ),
    ])
    func `the tables of CT grades have the kappas of statsmodels`(
        counts: [[Double]], expected: [(Double, Double)]
    ) throws {
        var table = SquareTable(order: 5)
        for row in 0..<5 {
            for column in 0..<5 { table[row, column] = counts[row][column] }
        }

        for (weights, number) in zip(AgreementWeights.allCases, expected) {
            let kappa = CohenKappa(table, weights)
            #expect(abs(try #require(kappa.estimate.value) - number.0) < 1e-6)
            #expect(abs(try #require(kappa.standardError.value) - number.1) < 1e-6)
        }
    }

    @Test func `one rater is refused and a category that is not there`() {
        #expect(throws: StatisticsError.self) { try matrix([[0], [1]]) }
        #expect(throws: StatisticsError.self) { try matrix([[0, 2]]) }
        #expect(throws: StatisticsError.self) { try matrix([[0, 1], [1]]) }
        #expect(throws: StatisticsError.unequalLengths(first: "values", 1, second: "categories", 2))
        {
            try Agreement(try matrix([[0, 1]]), scale: .interval, values: [0])
        }
    }

    @Test func `units that nobody rated twice leave every coefficient undefined`() throws {
        let results = try Agreement(
            try matrix([[0, nil], [nil, 1]]), scale: .ordinal, values: [0, 1]
        ).results

        let estimates = results.filter { $0.name.hasSuffix("estimate") }
        #expect(!estimates.isEmpty)
        #expect(estimates.allSatisfy { $0.quantity.reason?.isEmpty == false })
    }

    @Test func `a single unit has no error`() throws {
        let results = try Agreement(
            try matrix([[0, 1, 1]]), scale: .nominal, values: [0, 1]
        ).results

        let error = results.first { $0.name == "gwet.unweighted.standardError" }
        #expect(error?.quantity.reason == "a single unit")
    }

    @Test func `a rater without a rating leaves Conger undefined`() throws {
        let units = UnitAgreement(try matrix([[0, 1, nil], [1, 1, nil]]), .unweighted)

        let coefficient = CongerKappa.coefficient(
            try matrix([[0, 1, nil], [1, 1, nil]]), units, .standard)

        #expect(coefficient.estimate.reason == "a rater has no rating")
    }

    @Test func `a single category agrees by definition and says so`() throws {
        let results = try Agreement(
            try matrix([[0, 0], [0, 0]], ["0"]), scale: .ordinal, values: [0]
        ).results

        #expect(results.allSatisfy { $0.quantity.value?.isNaN != true })
        let pabak = results.first { $0.name == "pabak.estimate" }
        #expect(pabak?.quantity.reason == "a single category")
    }
}
