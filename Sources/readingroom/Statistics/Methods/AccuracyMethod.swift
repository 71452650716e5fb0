import Statistics

extension StatisticsMethod {
    /// The 2 × 2 accuracy family.
    static let accuracy = StatisticsMethod(
        name: "accuracy",
        question: "How well do calls agree with the reference standard?",
        columns: "truth, rating",
        counts: ["tp", "fn", "fp", "tn"],
        parameters: [
            ("threshold", "a rating of at least this is a positive call (1)"),
            ("prevalence", "the share of diseased for the adjusted predictive values"),
        ],
        assumptions:
            "Independent units. With several sites of a case use clustered-accuracy or gee.",
        source: """
            Wilson 1927; Clopper and Pearson 1934; Brown, Cai and DasGupta 2001; Simel 1991; \
            Mercaldo 2007. R: binom::binom.wilson, binom.test, epiR::epi.tests, bdpv::BDtest.
            """,
        compute: { request in
            let (counts, missing) = try accuracyCounts(request)
            let result = try Accuracy(
                counts, prevalence: try request.parameters.number("prevalence"),
                level: try request.parameters.level())
            return result.results + [ResultValue("missing", missing)]
        })

    private static func accuracyCounts(
        _ request: StatisticsRequest
    ) throws -> (AccuracyCounts, missing: Int) {
        if let counts = request.counts {
            return (
                try AccuracyCounts(
                    truePositive: counts["tp", default: 0], falseNegative: counts["fn", default: 0],
                    falsePositive: counts["fp", default: 0], trueNegative: counts["tn", default: 0]),
                0
            )
        }
        let table = try RatingTable(
            try request.demandTable(), needed: [.truth, .rating])
        let threshold = try request.parameters.threshold()
        let rated = try table.numbers().enumerated().compactMap { row, rating in
            rating.map { (diseased: table.truths[row], called: $0 >= threshold) }
        }
        let counts = try AccuracyCounts(
            diseased: rated.map(\.diseased), called: rated.map(\.called))
        return (counts, table.count - rated.count)
    }
}
