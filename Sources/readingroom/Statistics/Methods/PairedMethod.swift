import Statistics

extension StatisticsMethod {
    /// Two arms on the same units.
    static let paired = StatisticsMethod(
        name: "paired",
        question: "Do two arms differ in their calls on the same units?",
        columns: "modality, case, rating [truth, reader, site]",
        counts: ["both", "firstOnly", "secondOnly", "neither"],
        parameters: [
            ("first", "the arm that is subtracted"), ("second", "the arm it is subtracted from"),
            ("threshold", "a rating of at least this is a positive call (1)"),
        ],
        assumptions: "Independent pairs. With several sites of a case use clustered-paired or gee.",
        source: """
            McNemar 1947; Newcombe 1998; Tango 1998; Fagerland 2013; Moskowitz and Pepe 2006. \
            R: binom.test, mcnemar.test, contingencytables, DTComPair::pv.rpv.
            """,
        compute: { request in
            let level = try request.parameters.level()
            if let counts = request.counts {
                return PairedProportions(
                    try PairedCounts(
                        both: counts["both", default: 0],
                        firstOnly: counts["firstOnly", default: 0],
                        secondOnly: counts["secondOnly", default: 0],
                        neither: counts["neither", default: 0]), level: level
                ).results
            }
            let table = try RatingTable(
                try request.demandTable(), needed: [.modality, .case, .rating])
            return try pairedResults(PairedCalls(table, request.parameters), level)
        })

    private static func pairedResults(
        _ pairs: PairedCalls, _ level: ConfidenceLevel
    ) throws -> [ResultValue] {
        let missing = [ResultValue("missing", pairs.missing)]
        guard let truths = pairs.truths else {
            return missing + (try proportions(pairs.first, pairs.second, level))
        }
        let diseased = truths.indices.filter { truths[$0] }
        let healthy = truths.indices.filter { !truths[$0] }
        func success(_ calls: [Bool], _ rows: [Int]) -> [Bool] {
            rows.map { calls[$0] == truths[$0] }
        }
        let measures = [
            ("sensitivity", diseased), ("specificity", healthy),
            ("accuracy", Array(truths.indices)),
        ]
        return missing
            + (try measures.filter { !$0.1.isEmpty }.flatMap { name, rows in
                try proportions(success(pairs.first, rows), success(pairs.second, rows), level)
                    .under(name)
            })
            + RelativePredictiveValue(
                firstCalled: pairs.first, secondCalled: pairs.second, right: truths, level: level
            ).results(under: "positivePredictiveValue")
            + RelativePredictiveValue(
                firstCalled: pairs.first.map { !$0 }, secondCalled: pairs.second.map { !$0 },
                right: truths.map { !$0 }, level: level
            ).results(under: "negativePredictiveValue")
    }

    private static func proportions(
        _ first: [Bool], _ second: [Bool], _ level: ConfidenceLevel
    ) throws -> [ResultValue] {
        PairedProportions(try PairedCounts(first: first, second: second), level: level).results
    }
}

/// The calls of two arms on the pairs that are complete.
struct PairedCalls {
    /// Calls in the first arm.
    let first: [Bool]
    /// Calls in the second arm.
    let second: [Bool]
    /// Whether each pair has the disease; `nil` where the table does not tell.
    let truths: [Bool]?
    /// The case of each pair.
    let cases: [Int]
    /// Pairs that were left out.
    let missing: Int

    /// The calls in `table` by the parameter `threshold`.
    init(_ table: RatingTable, _ parameters: StatisticsParameters) throws {
        let rows = try PairedRows(table, parameters)
        let threshold = try parameters.threshold()
        let ratings = try table.numbers()
        func calls(_ rows: [Int]) -> [Bool] { rows.map { (ratings[$0] ?? 0) >= threshold } }
        first = calls(rows.first)
        second = calls(rows.second)
        truths = table.hasTruth ? rows.first.map { table.truths[$0] } : nil
        cases = rows.first.map { table.cases.places[$0] }
        missing = rows.missing
    }
}
