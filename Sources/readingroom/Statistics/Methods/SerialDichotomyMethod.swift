import Statistics

extension StatisticsMethod {
    /// The persistence of a grade from one stage to the next.
    static let serialDichotomy = StatisticsMethod(
        name: "serial-dichotomy",
        question:
            "How often does a grade stay on its side of a cut from one examination to the next?",
        columns: "stage, from, to, count",
        parameters: [
            ("cut", "grades of at least this are severe (3)"),
            ("prevalence", "the share of severe for the adjusted predictive values"),
        ],
        assumptions: "The earlier grade is taken as the condition and the later one as the test.",
        source: "The accuracy model of the Moscow CT 0–4 study.",
        compute: { request in
            let table = try request.demandTable()
            let columns = try TableColumns(table, needed: ["stage", "from", "to", "count"])
            var transitions: [SerialTransition] = []
            for row in table.rows {
                func grade(_ name: String) throws -> Double {
                    guard let grade = Double(row.cells[columns.place(name)]) else {
                        throw Refusal(
                            table.mistake(row.line, "The grade in \(name) is not a number.")
                                .description)
                    }
                    return grade
                }
                transitions.append(
                    SerialTransition(
                        stage: row.cells[columns.place("stage")], from: try grade("from"),
                        to: try grade("to"),
                        count: try CountColumn.count(table, row, columns.place("count"))))
            }
            return try SerialDichotomy(
                transitions, cut: try request.parameters.number("cut") ?? 3,
                prevalence: try request.parameters.number("prevalence"),
                level: try request.parameters.level()
            ).results
        },
        notes: [SerialDichotomy.meaning])
}
