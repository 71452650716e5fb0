import Statistics

/// How far readers agree on one finding in one arm, or one reader with herself.
struct ReaderAgreement {
    /// Ratings of units by raters: readers, or the occasions of one reader.
    struct Ratings {
        let raters: [String]
        /// Places in the categories, by unit and rater; `nil` where missing.
        let rows: [[Int?]]
        /// The participant of each unit.
        let participants: [Int]
        let source: EventSet
    }

    let calls: CallTable
    let settings: MethodSettings

    /// The ratings of `calls`, whose raters `rater` tells; raters are sorted by name.
    static func ratings(
        _ calls: CallTable, raters: [String], rater: (CallTable.Call) -> Int?
    ) -> Ratings {
        var rows = [[Int?]?](repeating: nil, count: calls.units.count)
        var used: [CallTable.Call] = []
        for call in calls.calls where call.state == .value {
            guard let column = rater(call) else { continue }
            let category = call.category >= 0 ? call.category : (call.positive == true ? 1 : 0)
            var row = rows[call.unit] ?? [Int?](repeating: nil, count: raters.count)
            row[column] = category
            rows[call.unit] = row
            used.append(call)
        }
        let places = rows.indices.filter { rows[$0] != nil }
        return Ratings(
            raters: raters, rows: places.compactMap { rows[$0] },
            participants: places.map { calls.units[$0].participant },
            source: calls.source(used))
    }

    /// Numbers, matrix and remarks about `ratings`.
    func found(
        _ ratings: Ratings, _ stratum: Stratum
    ) throws(AnalysisError) -> (contents: [ResultSection.Content], remarks: [Remark]) {
        let paired = ratings.rows.count { row in row.count { $0 != nil } >= 2 }
        guard ratings.raters.count >= 2, paired > 0 else {
            return ([], [Self.notCrossed(ratings, stratum)])
        }
        let categories = CrossTables.names(calls)
        let isOrdered: Bool =
            if case .categories(_, _, true) = calls.finding.kind { categories.count > 2 } else {
                false
            }
        let results = try AnalysisError.telling { () throws(StatisticsError) in
            let matrix = try RatingMatrix(ratings.rows, categories: categories)
            return try Agreement(
                matrix, scale: isOrdered ? .ordinal : .nominal,
                values: categories.indices.map(Double.init), level: settings.level
            ).results
        }
        var contents: [ResultSection.Content] = [
            .estimates(try estimates(results, ratings, stratum, isOrdered, paired))
        ]
        if ratings.raters.count > 2 {
            contents.append(.agreement(try matrix(ratings, stratum, categories)))
        } else {
            contents.append(.crossTable(table(ratings, stratum, categories)))
        }
        contents.append(.values(method: "agreement", stratum: stratum, results))
        return (contents, remarks(ratings, stratum, paired))
    }

    private static func notCrossed(_ ratings: Ratings, _ stratum: Stratum) -> Remark {
        .refusal(
            "No agreement for \(stratum.text): no unit was rated by two of "
                + "\(ratings.raters.joined(separator: ", ")), so that readers and cases cannot be "
                + "told apart. Let readers share cases.")
    }

    private func remarks(_ ratings: Ratings, _ stratum: Stratum, _ paired: Int) -> [Remark] {
        let single = ratings.rows.count - paired
        guard single > 0 else { return [] }
        return [
            .note(
                "\(stratum.text): \(single) of \(ratings.rows.count) units have one rating only; "
                    + "they count for the margins, not for the agreement.")
        ]
    }

    private func estimates(
        _ results: [ResultValue], _ ratings: Ratings, _ stratum: Stratum, _ isOrdered: Bool,
        _ paired: Int
    ) throws(AnalysisError) -> [Estimate] {
        let numbers = NumberIndex(results)
        let two = ratings.raters.count == 2
        let weights = isOrdered ? ["unweighted", "linear", "quadratic"] : ["unweighted"]
        let clusters = Set(ratings.participants).count
        let isClustered = clusters < ratings.rows.count
        func estimate(
            _ name: String, _ label: String, _ scale: MeasureScale, interval: NamedInterval?
        ) -> Estimate {
            Estimate(
                name: name, label: label, stratum: stratum, scale: scale,
                value: numbers["\(name).estimate"], units: paired, clusters: clusters,
                interval: interval, method: label, source: ratings.source)
        }
        func limits(_ name: String, _ method: String) -> NamedInterval {
            NamedInterval(
                isClustered ? "\(method), as if units were independent" : method,
                numbers.limits(name))
        }
        var estimates = [
            estimate("percentAgreement", "Agreement", .proportion, interval: nil)
        ]
        for weight in weights {
            let words = weight == "unweighted" ? "" : ", \(weight) weights"
            if two {
                let own =
                    isClustered
                    ? try bootstrap(ratings, weight)
                    : limits("cohen.\(weight)", "Fleiss, Cohen, Everitt")
                estimates.append(
                    estimate(
                        "cohen.\(weight)", "Cohen's kappa\(words)", .coefficient, interval: own))
            } else {
                for (name, label) in [("fleiss", "Fleiss's kappa"), ("conger", "Conger's kappa")] {
                    estimates.append(
                        estimate(
                            "\(name).\(weight)", "\(label)\(words)", .coefficient,
                            interval: limits("\(name).\(weight)", "linearised over units")))
                }
            }
            estimates.append(
                estimate(
                    "gwet.\(weight)", "Gwet's \(weight == "unweighted" ? "AC1" : "AC2\(words)")",
                    .coefficient,
                    interval: limits("gwet.\(weight)", "linearised over units")))
        }
        let metric = isOrdered ? "ordinal" : "nominal"
        estimates.append(
            estimate(
                "krippendorff.\(metric)", "Krippendorff's alpha, \(metric)", .coefficient,
                interval: nil))
        if two { estimates.append(estimate("pabak", "PABAK", .coefficient, interval: nil)) }
        return estimates
    }

    /// Participants drawn again: sites of one participant resemble each other.
    private func bootstrap(
        _ ratings: Ratings, _ weight: String
    ) throws(AnalysisError) -> NamedInterval {
        let both = ratings.rows.indices.filter { !ratings.rows[$0].contains(nil) }
        var known: [Int: Int] = [:]
        let clusters = both.map { row -> Int in
            let participant = ratings.participants[row]
            let place = known[participant, default: known.count]
            known[participant] = place
            return place
        }
        guard known.count > 1 else {
            return NamedInterval(
                "cluster bootstrap", .undefined("all units are of one participant"))
        }
        let bootstrap = try AnalysisError.telling { () throws(StatisticsError) in
            let matrix = try RatingMatrix(
                both.map { ratings.rows[$0] }, categories: CrossTables.names(calls))
            return try KappaBootstrap.intervals(
                matrix, clusters: clusters,
                weights: AgreementWeights(rawValue: weight) ?? .unweighted,
                replicates: settings.draws, seed: settings.seed, level: settings.level)
        }
        return bootstrap.bca.lower.value == nil
            ? NamedInterval("cluster bootstrap, percentile", bootstrap.percentile)
            : NamedInterval("cluster bootstrap, BCa", bootstrap.bca)
    }

    private func table(
        _ ratings: Ratings, _ stratum: Stratum, _ categories: [String]
    ) -> CrossTable {
        var counts = categories.map { _ in categories.map { _ in 0 } }
        for row in ratings.rows {
            if let first = row[0], let second = row[1] { counts[first][second] += 1 }
        }
        return CrossTable(
            title: "\(ratings.raters[0]) against \(ratings.raters[1])", stratum: stratum,
            rowTitle: ratings.raters[0], columnTitle: ratings.raters[1], rows: categories,
            columns: categories, counts: counts, source: ratings.source)
    }

    private func matrix(
        _ ratings: Ratings, _ stratum: Stratum, _ categories: [String]
    ) throws(AnalysisError) -> AgreementMatrix {
        let count = ratings.raters.count
        let diagonal = Quantity.undefined("a reader with herself")
        var values = [[Quantity]](repeating: Array(repeating: diagonal, count: count), count: count)
        var units = [[Int]](repeating: Array(repeating: 0, count: count), count: count)
        for first in 0..<count {
            for second in 0..<count where first < second {
                let pairs = ratings.rows.map { [$0[first], $0[second]] }
                let shared = pairs.count { !$0.contains(nil) }
                let kappa = try AnalysisError.telling { () throws(StatisticsError) -> Quantity in
                    guard shared > 0 else { return .undefined("no unit that both rated") }
                    let matrix = try RatingMatrix(pairs, categories: categories)
                    return NumberIndex(
                        try Agreement(
                            matrix, scale: .nominal, values: categories.indices.map(Double.init),
                            level: settings.level
                        ).results)["cohen.unweighted.estimate"]
                }
                (values[first][second], values[second][first]) = (kappa, kappa)
                (units[first][second], units[second][first]) = (shared, shared)
            }
        }
        return AgreementMatrix(
            name: "cohen.unweighted", label: "Cohen's kappa", stratum: stratum,
            readers: ratings.raters, values: values, units: units, source: ratings.source)
    }
}
