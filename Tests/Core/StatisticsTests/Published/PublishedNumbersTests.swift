import Testing

@testable import Statistics

/// instruments.md sections 10.2 and 10.4: what follows from the tables of grades.
@Suite struct PublishedNumbersTests {
    @Test(arguments: [
        (GradeTable.first, 0.881261, 0.015263), (.second, 0.892024, 0.013568),
        (.third, 0.838794, 0.022750),
    ])
    func `section 10.2: the area of the later grade`(table: GradeTable, area: Double, error: Double)
        throws
    {
        let (later, severe) = table.ratings

        let roc = try ROC(ratings: later, diseased: severe)

        expect(roc.area.estimate, area)
        expect(roc.area.standardError, error)
    }

    @Test(arguments: [
        (
            GradeTable.first, 3.0, 0.6729,
            [(1.0, 0.053097), (0.99, 0.469027), (0.83, 0.842920), (0.23, 0.977876)]
        ),
        (
            .second, 3, 0.6246,
            [(1, 0.060533), (0.967532, 0.598063), (0.694805, 0.929782), (0.097403, 0.997579)]
        ),
        (
            .third, 2, 0.5886,
            [
                (0.919118, 0.274194), (0.786765, 0.801843), (0.536765, 0.986175),
                (0.080882, 0.997696),
            ]
        ),
    ])
    func `section 10.2: thresholds of the later grade, the third stage best at 2`(
        table: GradeTable, best: Double, youden: Double, points: [(Double, Double)]
    ) throws {
        let (later, severe) = table.ratings
        let roc = try ROC(ratings: later, diseased: severe)

        #expect(roc.best?.threshold == best)
        #expect(abs((roc.best?.youden ?? 0) - youden) < 5e-5)
        for (place, point) in points.enumerated() {
            let found = roc.accuracy(at: Double(place + 1))
            expect(found.sensitivity, point.0)
            expect(found.specificity, point.1)
        }
    }

    @Test(arguments: [
        (GradeTable.first, 89.6211, 10.0), (.second, 45.9087, 9), (.third, 207.2446, 10),
    ])
    func `section 10.2: Bowker's test leaves out empty pairs`(
        table: GradeTable, statistic: Double, degrees: Double
    ) {
        let test = MarginalTests.bowker(table.square)

        expect(test.statistic, statistic, within: 5e-5)
        #expect(test.degrees == .value(degrees))
    }

    @Test(arguments: [
        (71, 17, 5.15e-9, 0.005e-9), (29, 47, 0.05045, 5e-6), (6, 63, 4.47e-13, 0.005e-13),
    ])
    func `section 10.2: McNemar's exact p`(first: Int, second: Int, p: Double, tolerance: Double)
        throws
    {
        let pairs = try PairedCounts(both: 0, firstOnly: first, secondOnly: second, neither: 0)

        #expect(abs(PairedProportions(pairs).mcNemar.exactP - p) <= tolerance)
    }

    @Test(arguments: [
        (GradeTable.first, 5.28394, 0.201680, 26.1997), (.second, 9.89498, 0.328243, 30.1453),
        (.third, 38.8260, 0.469729, 82.6561),
    ])
    func `section 10.2: likelihood and odds ratios`(
        table: GradeTable, positive: Double, negative: Double, odds: Double
    ) throws {
        let accuracy = try table.accuracy()

        expect(accuracy.positiveLikelihoodRatio.estimate, positive, within: 5e-5)
        expect(accuracy.negativeLikelihoodRatio.estimate, negative)
        expect(accuracy.diagnosticOddsRatio.estimate, odds, within: 5e-5)
    }

    @Test func `section 10.2: Table 6 as printed and as it follows from Table 5 are two tables`()
        throws
    {
        let printed = try Accuracy(
            try AccuracyCounts(
                truePositive: 73, falseNegative: 63, falsePositive: 5, trueNegative: 428),
            prevalence: 0.0963)
        let recomputed = try GradeTable.third.accuracy(prevalence: 0.0963)

        expect(printed.specificity.estimate, 0.98845266)
        expect(recomputed.specificity.estimate, 0.98617512)
        expect(printed.youden.estimate, 0.525217)
        expect(recomputed.youden.estimate, 0.522940)
        expect(printed.adjusted?.positive.estimate, 0.832029)
        expect(recomputed.adjusted?.positive.estimate, 0.805348)
        expect(printed.adjusted?.negative.estimate, 0.952435)
        expect(recomputed.adjusted?.negative.estimate, 0.952331)
    }

    @Test(arguments: [(GradeTable.first, 0.360232, 0.978961), (.second, 0.513247, 0.966204)])
    func `section 10.2: predictive values at the city's prevalence`(
        table: GradeTable, positive: Double, negative: Double
    ) throws {
        let adjusted = try #require(try table.accuracy(prevalence: 0.0963).adjusted)

        expect(adjusted.positive.estimate, positive)
        expect(adjusted.negative.estimate, negative)
    }

    @Test(
        arguments: [
            (263, 390, (0.6263, 0.7190), (0.6254, 0.7207)),
            (1193, 1298, (0.9030, 0.9327), nil), (1193, 1299, (0.9022, 0.9321), nil),
        ] as [(Int, Int, (Double, Double), (Double, Double)?)])
    func `section 10.2: intervals of the pooled counts`(
        successes: Int, trials: Int, wilson: (Double, Double), exact: (Double, Double)?
    ) {
        let interval = ProportionInterval(successes: successes, trials: trials)

        expect(interval.wilson.lower, wilson.0, within: 5e-5)
        expect(interval.wilson.upper, wilson.1, within: 5e-5)
        if let exact {
            expect(interval.clopperPearson.lower, exact.0, within: 5e-5)
            expect(interval.clopperPearson.upper, exact.1, within: 5e-5)
        }
    }

    @Test
    func `section 10.2: the intervals printed for specificity are those of the mean sensitivity`() {
        let sensitivity = MeanOfStages([0.830, 0.695, 0.537], .standard)
        let specificity = MeanOfStages([0.843, 0.929, 0.988], .standard)

        expect(sensitivity.estimate, 0.6873, within: 5e-5)
        expect(sensitivity.normal.lower, 0.5214, within: 1e-4)
        expect(sensitivity.normal.upper, 0.8533, within: 1e-4)
        expect(sensitivity.t.lower, 0.323, within: 1e-3)
        expect(sensitivity.t.upper, 1.052, within: 1e-3)
        expect(specificity.estimate, 0.9200, within: 5e-5)
        expect(specificity.normal.lower, 0.8375, within: 1e-4)
        expect(specificity.t.lower, 0.739, within: 1e-3)
    }

    @Test(arguments: [
        ([115.0, 24, 31, 70], 0.525385), ([127, 10, 11, 92], 0.821201),
        ([207, 14, 15, 4], 0.150805),
    ])
    func `section 10.4: kappas of the synthetic study of sacroiliac joints`(
        cells: [Double], kappa: Double
    ) {
        var table = SquareTable(order: 2)
        (table[0, 0], table[0, 1], table[1, 0], table[1, 1]) = (
            cells[0], cells[1], cells[2], cells[3]
        )

        expect(CohenKappa(table, .unweighted).estimate, kappa)
    }
}
