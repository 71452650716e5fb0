import Statistics

extension StatisticsMethod {
    /// Agreement on categories.
    static let agreement = StatisticsMethod(
        name: "agreement",
        question: "How far do readers agree on categories, beyond chance?",
        columns: "reader, case, rating [site]",
        parameters: [
            ("scale", "nominal, ordinal or interval (nominal)"),
            ("categories", "all categories in their order, such as 0,1,2,3 (those used)"),
        ],
        assumptions: """
            Independent units; weights go by the place in the list of categories. Units with a \
            single rating count for the margins alone.
            """,
        source: """
            Cohen 1960, 1968; Fleiss 1971; Conger 1980; Gwet 2008, 2014; Krippendorff 2011; Byrt \
            1993; Bowker 1948; Stuart 1955. R: irrCAC, vcd::Kappa, irr::kappam.fleiss.
            """,
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.reader, .case, .rating])
            let scale = try request.parameters.choice("scale", Agreement.Scale.nominal)
            let categories = try Categories(table, request.parameters, scale)
            let places = try categories.places(table)
            let units = UnitOrder(table)
            var ratings = [[Int?]](
                repeating: [Int?](repeating: nil, count: table.readers.labels.count),
                count: units.count)
            for row in 0..<table.count {
                ratings[units.places[row]][table.readers.places[row]] = places[row]
            }
            return try Agreement(
                try RatingMatrix(ratings, categories: categories.labels), scale: scale,
                values: categories.values, level: try request.parameters.level()
            ).results
        })
}

/// Units in the order of the table.
struct UnitOrder {
    /// The unit of each row.
    let places: [Int]
    /// Units.
    let count: Int

    init(_ table: RatingTable) {
        var known: [Int: Int] = [:]
        places = table.units.map { unit in
            if let place = known[unit] { return place }
            known[unit] = known.count
            return known.count - 1
        }
        count = known.count
    }
}

/// The categories of an agreement study.
struct Categories {
    /// As they are printed.
    let labels: [String]
    /// Their numbers; their places where they are words.
    let values: [Double]

    /// The parameter `categories`, or the ratings of `table` that occur, numbers by size.
    init(
        _ table: RatingTable, _ parameters: StatisticsParameters, _ scale: Agreement.Scale
    ) throws {
        let used = Set(table.ratings).subtracting([""])
        let numbers = used.compactMap { Double($0) }
        let areNumbers = numbers.count == used.count
        labels =
            parameters.list("categories")
            ?? (areNumbers
                ? used.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } : used.sorted())
        let own = labels.compactMap { Double($0) }
        guard own.count == labels.count || scale == .nominal else {
            throw Refusal(
                "A rating is a word, but the scale is \(scale.rawValue). Write numbers, or "
                    + "--params scale=nominal.")
        }
        values = own.count == labels.count ? own : labels.indices.map(Double.init)
    }

    /// The place of each row's rating; `nil` where it is missing.
    func places(_ table: RatingTable) throws -> [Int?] {
        let known = Dictionary(
            labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let byValue = Dictionary(
            values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return try table.ratings.enumerated().map { row, text in
            if text.isEmpty { return nil }
            if let place = known[text] ?? Double(text).flatMap({ byValue[$0] }) { return place }
            throw Refusal(
                table.file.mistake(
                    table.file.rows[row].line,
                    "The rating \"\(text.prefix(40))\" is not among the categories "
                        + "\(labels.joined(separator: ", ")). Add it to the parameter categories."
                ).description)
        }
    }
}
