import Statistics
import StudyFiles

extension StatisticsMethod {
    /// Lesions found by marks.
    static let froc = StatisticsMethod(
        name: "froc",
        question: "How well do a reader's marks find lesions?",
        columns: "case, lesion, rating",
        parameters: [
            ("thresholds", "ratings to tell the operating point at, such as 50,80")
        ],
        assumptions: """
            One reader in one arm; independent cases. A row with a lesion is that lesion with the \
            highest rating of a mark on it, empty where it was not found; a row without a lesion \
            is a false mark; a row with neither is a case without marks.
            """,
        source: """
            Chakraborty and Winter 1990; Chakraborty 2006; errors by Obuchowski 1997. R: \
            RJafroc::UtilFigureOfMerit (definition of the areas).
            """,
        compute: { request in
            let froc = FROC(
                try markedCases(try request.demandTable()),
                level: try request.parameters.level())
            let numbers = try request.parameters.numbers("thresholds") ?? []
            let labels = request.parameters.list("thresholds") ?? []
            return froc.results
                + zip(labels, numbers).flatMap { label, threshold in
                    froc.point(at: threshold).results(
                        under: "threshold.\(ResultValue.part(label))")
                }
        })

    private static func markedCases(_ table: CSVTable) throws -> [FROCCase] {
        let columns = try TableColumns(table, needed: ["case", "lesion", "rating"])
        var (cases, places): ([FROCCase], [String: Int]) = ([], [:])
        var seen: Set<[String]> = []
        for row in table.rows {
            let name = row.cells[columns.place("case")]
            let lesion = row.cells[columns.place("lesion")]
            let rating = try rating(table, row, columns.place("rating"))
            let place = places[name] ?? cases.count
            if place == cases.count {
                places[name] = place
                cases.append(FROCCase())
            }
            if lesion.isEmpty {
                cases[place].falseMarks += rating.map { [$0] } ?? []
                continue
            }
            guard seen.insert([name, lesion]).inserted else {
                throw Refusal(
                    table.mistake(
                        row.line,
                        "A second row of lesion \(lesion) of case \(name). Keep the highest "
                            + "rating, and the rows of one reader in one arm."
                    ).description)
            }
            cases[place].lesions.append(rating)
        }
        return cases
    }

    private static func rating(
        _ table: CSVTable, _ row: CSVTable.Row, _ place: Int
    ) throws -> Double? {
        let text = row.cells[place]
        if text.isEmpty { return nil }
        guard let number = Double(finite: text) else {
            throw Refusal(
                table.mistake(row.line, "The rating \"\(text.prefix(40))\" is not a number.")
                    .description)
        }
        return number
    }
}
