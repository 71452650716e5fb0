import Statistics

extension StatisticsMethod {
    /// Accuracy with several units a case.
    static let clusteredAccuracy = StatisticsMethod(
        name: "clustered-accuracy",
        question: "How accurate are calls when a case has several units?",
        columns: "case, truth, rating [site]",
        parameters: [("threshold", "a rating of at least this is a positive call (1)")],
        assumptions: "Independent cases; units of one case may be alike. A case is a cluster.",
        source: "Rao and Scott 1992; Genders 2012. R: geepack::geeglm, binom::binom.wilson.",
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.case, .truth, .rating])
            let threshold = try request.parameters.threshold()
            let level = try request.parameters.level()
            let ratings = try table.numbers()
            let rows = ratings.indices.filter { ratings[$0] != nil }
            let right = ratings.enumerated().map { row, rating in
                ((rating ?? 0) >= threshold) == table.truths[row]
            }
            return [ResultValue("missing", table.count - rows.count)]
                + (try Outcome.allCases.flatMap { outcome in
                    let own = rows.filter { outcome.includes(table.truths[$0]) }
                    var successes = [Int](repeating: 0, count: table.cases.labels.count)
                    var units = successes
                    for row in own {
                        units[table.cases.places[row]] += 1
                        if right[row] { successes[table.cases.places[row]] += 1 }
                    }
                    return try ClusteredProportion(
                        successes: successes, units: units, level: level
                    ).results(under: outcome.rawValue)
                })
        })

    /// Two arms with several units a case.
    static let clusteredPaired = StatisticsMethod(
        name: "clustered-paired",
        question: "Do two arms differ in their calls when a case has several units?",
        columns: "modality, case, truth, rating [site, reader]",
        parameters: [
            ("first", "the arm that is subtracted"), ("second", "the arm it is subtracted from"),
            ("threshold", "a rating of at least this is a positive call (1)"),
        ],
        assumptions: "Independent cases; a pair is one case, site and reader. A case is a cluster.",
        source: "Obuchowski 1998; Yang 2010; Durkalski 2003. R: clust.bin.pair::clust.bin.pair.",
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.modality, .case, .truth, .rating])
            let pairs = try PairedCalls(table, request.parameters)
            let truths = pairs.truths ?? []
            let level = try request.parameters.level()
            return [ResultValue("missing", pairs.missing)]
                + (try Outcome.allCases.flatMap { outcome in
                    var first = [Int](repeating: 0, count: table.cases.labels.count)
                    var (second, units) = (first, first)
                    for pair in truths.indices where outcome.includes(truths[pair]) {
                        let cluster = pairs.cases[pair]
                        units[cluster] += 1
                        if pairs.first[pair] == truths[pair] { first[cluster] += 1 }
                        if pairs.second[pair] == truths[pair] { second[cluster] += 1 }
                    }
                    return try ClusteredPaired(
                        first: first, second: second, units: units, level: level
                    ).results(under: outcome.rawValue)
                })
        })
}

/// Which units count, and what a right call on them is called.
enum Outcome: String, CaseIterable {
    case sensitivity, specificity, accuracy

    /// Whether units of this truth count.
    func includes(_ truth: Bool) -> Bool {
        switch self {
        case .sensitivity: truth
        case .specificity: !truth
        case .accuracy: true
        }
    }
}
