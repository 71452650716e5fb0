import Statistics

extension StatisticsMethod {
    /// The ROC curve of one reader.
    static let roc = StatisticsMethod(
        name: "roc",
        question: "How well do ratings separate diseased from healthy units?",
        columns: "case, truth, rating [site]",
        parameters: [
            ("maximumFalsePositiveRate", "the end of the partial area, such as 0.1"),
            ("thresholds", "ratings to tell sensitivity and specificity at, such as 1,2,3"),
        ],
        assumptions: "Independent units; a high rating means disease.",
        source: """
            DeLong 1988; Hanley and McNeil 1982; McClish 1989; Youden 1950. R: pROC.
            """,
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.case, .truth, .rating])
            let rated = try table.numbers().enumerated().compactMap { row, rating in
                rating.map { (rating: $0, truth: table.truths[row]) }
            }
            let roc = try ROC(
                ratings: rated.map(\.rating), diseased: rated.map(\.truth),
                level: try request.parameters.level())
            let partial = try request.parameters.number("maximumFalsePositiveRate")
                .map { try roc.partialArea(to: $0).results(under: "partialAuc") }
            return [ResultValue("missing", table.count - rated.count)] + roc.results
                + (partial ?? []) + (try thresholds(roc, request.parameters))
        })

    private static func thresholds(
        _ roc: ROC, _ parameters: StatisticsParameters
    ) throws -> [ResultValue] {
        let numbers = try parameters.numbers("thresholds") ?? []
        return zip(parameters.list("thresholds") ?? [], numbers).flatMap { label, threshold in
            let found = roc.accuracy(at: threshold)
            let name = "threshold.\(ResultValue.part(label))"
            return [
                ResultValue("\(name).sensitivity", found.sensitivity),
                ResultValue("\(name).specificity", found.specificity),
            ]
        }
    }

    /// Two ROC curves of the same units.
    static let rocPaired = StatisticsMethod(
        name: "roc-paired",
        question: "Do two arms of one reader differ in their area under the curve?",
        columns: "modality, case, truth, rating [site]",
        parameters: [
            ("first", "the arm that is subtracted"), ("second", "the arm it is subtracted from"),
        ],
        assumptions: "Independent pairs of one reader; with several readers use mrmc.",
        source: "DeLong 1988. R: pROC::roc.test(paired = TRUE).",
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.modality, .case, .truth, .rating])
            guard table.readers.labels.count == 1 else {
                throw Refusal(
                    "There are \(table.readers.labels.count) readers. roc-paired compares arms of "
                        + "one; use mrmc, or keep the rows of one reader.")
            }
            let pairs = try PairedRows(table, request.parameters)
            let ratings = try table.numbers()
            let result = try PairedROC(
                first: pairs.first.map { ratings[$0] ?? 0 },
                second: pairs.second.map { ratings[$0] ?? 0 },
                diseased: pairs.first.map { table.truths[$0] },
                level: try request.parameters.level())
            return [ResultValue("missing", pairs.missing)] + result.results
        })
}
