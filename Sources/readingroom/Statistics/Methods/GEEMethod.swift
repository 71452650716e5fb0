import Statistics

extension StatisticsMethod {
    /// Arms compared by a logistic GEE.
    static let gee = StatisticsMethod(
        name: "gee",
        question: "Do arms differ in accuracy when readers and sites of a case are correlated?",
        columns: "modality, case, truth, rating [reader, site]",
        parameters: [
            ("outcome", "sensitivity, specificity or accuracy (accuracy)"),
            ("reference", "the arm that the others are compared with (the first by name)"),
            ("correlation", "independence or exchangeable (independence)"),
            ("covariates", "reader, or nothing"),
            ("cluster", "the columns whose combination is a cluster (case)"),
            ("moments", "geepack or liangZeger: what residuals are divided by (geepack)"),
            ("errors", "sandwich or manclDeRouen, which corrects for few clusters (sandwich)"),
            ("threshold", "a rating of at least this is a positive call (1)"),
        ],
        assumptions: """
            Independent clusters; logit link, binomial variance. Below 40 clusters the plain \
            sandwich errors are too small: ask for errors=manclDeRouen.
            """,
        source: "Liang and Zeger 1986; Genders 2012. R: geepack::geeglm, gee::gee.",
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.modality, .case, .truth, .rating])
            return try GEEData(table, request.parameters).results(request.parameters)
        })
}

/// The outcomes of a table as a GEE takes them.
struct GEEData {
    private let units: [ArmGEE.Unit]
    private let arms: [String]
    private let readers: [String]
    private let missing: Int

    init(_ table: RatingTable, _ parameters: StatisticsParameters) throws {
        let outcome = try parameters.choice("outcome", Outcome.accuracy)
        let threshold = try parameters.threshold()
        let ratings = try table.numbers()
        let clusters = try Self.clusters(table, parameters)
        let relevant = ratings.indices.filter { outcome.includes(table.truths[$0]) }
        let rows = relevant.filter { ratings[$0] != nil }
        missing = relevant.count - rows.count
        let arms = try Self.arms(table, rows, parameters)
        let readers = try Self.readers(table, rows, parameters)
        try TableLimits.demand(arms.count * 1000, by: 10 * (readers.count + 1), "arms and readers")
        self.arms = arms.map { table.modalities.labels[$0] }
        self.readers = readers.map { table.readers.labels[$0] }
        var armPlace = [Int](repeating: 0, count: table.modalities.labels.count)
        for (place, arm) in arms.enumerated() { armPlace[arm] = place }
        var readerPlace = [Int](repeating: 0, count: table.readers.labels.count)
        for (place, reader) in readers.enumerated() { readerPlace[reader] = place }
        units = rows.map { row in
            ArmGEE.Unit(
                arm: armPlace[table.modalities.places[row]],
                covariate: readerPlace[table.readers.places[row]], cluster: clusters[row],
                success: ((ratings[row] ?? 0) >= threshold) == table.truths[row])
        }
    }

    func results(_ parameters: StatisticsParameters) throws -> [ResultValue] {
        let model = try ArmGEE(
            units, arms: arms, covariate: ("reader", readers),
            correlation: try parameters.choice("correlation", LogisticGEE.Correlation.independence),
            denominators: try parameters.choice("moments", LogisticGEE.Denominators.geepack),
            errors: try parameters.choice("errors", LogisticGEE.Errors.sandwich),
            level: try parameters.level())
        return [ResultValue("missing", missing)] + model.results
    }

    /// Places of the arms that have units, the reference first.
    private static func arms(
        _ table: RatingTable, _ rows: [Int], _ parameters: StatisticsParameters
    ) throws -> [Int] {
        let used = Set(rows.map { table.modalities.places[$0] }).sorted()
        guard let name = parameters.text("reference") else { return used }
        guard let place = used.first(where: { table.modalities.labels[$0] == name }) else {
            throw Refusal(
                "The reference arm \"\(name.prefix(40))\" has no rows of this outcome. The arms "
                    + "are \(used.map { table.modalities.labels[$0] }.joined(separator: ", ")).")
        }
        return [place] + used.filter { $0 != place }
    }

    /// Places of the readers when they are a covariate.
    private static func readers(
        _ table: RatingTable, _ rows: [Int], _ parameters: StatisticsParameters
    ) throws -> [Int] {
        guard let covariates = parameters.list("covariates"), !covariates.isEmpty else { return [] }
        guard covariates == ["reader"] else {
            throw Refusal("The parameter covariates can be reader, or be left out.")
        }
        return Set(rows.map { table.readers.places[$0] }).sorted()
    }

    /// One number a row for its cluster.
    private static func clusters(
        _ table: RatingTable, _ parameters: StatisticsParameters
    ) throws -> [Int] {
        let names = parameters.list("cluster") ?? ["case"]
        let columns = ["case": table.cases, "reader": table.readers, "site": table.sites]
        return try names.reduce([Int](repeating: 0, count: table.count)) { keys, name in
            guard let column = columns[name] else {
                throw Refusal(
                    "The parameter cluster can be case, reader, site, or several of them.")
            }
            return zip(keys, column.places).map { $0 * column.labels.count + $1 }
        }
    }
}
