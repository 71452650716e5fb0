import Statistics

extension StatisticsMethod {
    /// Agreement on categories.
    static let agreement = StatisticsMethod(
        name: "agreement",
        question: "How far do readers agree on categories, beyond chance?",
        columns: "reader, case, rating [site]",
        parameters: agreementParameters,
        assumptions: """
            Independent units; weights go by the place in the list of categories. Units with a \
            single rating count for the margins alone. The bootstrap allows for several sites a \
            case: it draws whole cases.
            """,
        source: """
            Cohen 1960, 1968; Fleiss 1971; Conger 1980; Gwet 2008, 2014; Krippendorff 2011; Byrt \
            1993; Bowker 1948; Stuart 1955; Efron 1987. R: irrCAC, vcd::Kappa, \
            irr::kappam.fleiss, boot.
            """,
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.reader, .case, .rating])
            return try AgreementData(
                table, raters: table.readers, rows: Array(0..<table.count), request.parameters
            ).results(request.parameters)
        })

    /// Agreement of each reader's repeat reads.
    static let intraReader = StatisticsMethod(
        name: "intra-reader",
        question: "How far do a reader's repeat reads agree with the first?",
        columns: "reader, occasion, case, rating [site]",
        parameters: agreementParameters,
        assumptions: """
            Independent units, read again without knowledge of the first read; occasions take the \
            place of raters, one set of numbers a reader.
            """,
        source: "As agreement. R: irrCAC, vcd::Kappa.",
        compute: { request in
            let file = try request.demandTable()
            let columns = try TableColumns(file, needed: ["reader", "occasion", "case", "rating"])
            let place = columns.place("occasion")
            let occasions = LabelColumn(file.rows.map { $0.cells[place] })
            let table = try RatingTable(
                file, needed: [.reader, .case, .rating], occasions: occasions)
            return try table.readers.labels.enumerated().flatMap { reader, label in
                let rows = (0..<table.count).filter { table.readers.places[$0] == reader }
                return try AgreementData(table, raters: occasions, rows: rows, request.parameters)
                    .results(request.parameters).under("reader.\(ResultValue.part(label))")
            }
        })

    private static let agreementParameters = [
        ("scale", "nominal, ordinal or interval (nominal)"),
        ("categories", "all categories in their order, such as 0,1,2,3 (those used)"),
        ("bootstrap", "draws of whole cases for Cohen's kappa of two raters, such as 2000"),
        ("seed", "repeats the draws (1)"),
    ].map { (name: $0.0, meaning: $0.1) }
}

/// The categories that raters gave, as the library takes them.
struct AgreementData {
    private let matrix: RatingMatrix
    private let categories: Categories
    private let scale: Agreement.Scale
    private let clusters: [Int]

    /// The ratings in `rows` of `table`, given by `raters`.
    init(
        _ table: RatingTable, raters: LabelColumn, rows: [Int], _ parameters: StatisticsParameters
    ) throws {
        scale = try parameters.choice("scale", Agreement.Scale.nominal)
        categories = try Categories(table, parameters, scale)
        let places = try categories.places()
        let units = UnitOrder(table, rows)
        try TableLimits.demand(units.count, by: raters.labels.count, "units and raters")
        try TableLimits.demand(
            categories.labels.count, by: categories.labels.count * 20, "categories")
        var ratings = [[Int?]](
            repeating: [Int?](repeating: nil, count: raters.labels.count), count: units.count)
        var cases = [Int](repeating: 0, count: units.count)
        for (row, unit) in zip(rows, units.places) {
            ratings[unit][raters.places[row]] = places[row]
            cases[unit] = table.cases.places[row]
        }
        matrix = try RatingMatrix(ratings, categories: categories.labels)
        let used = Set(cases).sorted()
        let order = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
        clusters = cases.map { order[$0, default: 0] }
    }

    /// Every coefficient, and the bootstrap where it is asked for.
    func results(_ parameters: StatisticsParameters) throws -> [ResultValue] {
        let level = try parameters.level()
        let all = try Agreement(
            matrix, scale: scale, values: categories.values, level: level
        ).results
        guard let replicates = try parameters.whole("bootstrap") else { return all }
        guard matrix.raterCount == 2 else {
            throw Refusal(
                "There are \(matrix.raterCount) raters. The bootstrap is for Cohen's kappa of "
                    + "two; leave it out, or keep the rows of two.")
        }
        let seed = UInt64(try parameters.whole("seed") ?? 1)
        return all
            + (try scale.weights.flatMap { weights in
                try KappaBootstrap.intervals(
                    matrix, clusters: clusters, weights: weights, replicates: replicates,
                    seed: seed, level: level
                ).results(under: "cohen.\(weights.rawValue).bootstrap")
            })
    }
}
