import Statistics

/// One method of `readingroom statistics`: what it answers and how.
struct StatisticsMethod: Sendable {
    /// The word on the command line.
    let name: String
    /// What it answers.
    let question: String
    /// The columns that it needs; a column in brackets may be left out.
    let columns: String
    /// The counts that it takes instead of a table; none where only a table will do.
    var counts: [String] = []
    /// Names of its parameters, and what they mean.
    var parameters: [(name: String, meaning: String)] = []
    /// What must hold for the numbers to mean what they say.
    let assumptions: String
    /// Papers and the R function that it agrees with.
    let source: String
    /// The computation.
    let compute: @Sendable (StatisticsRequest) throws -> [ResultValue]
    /// What every output must say.
    var notes: [String] = []

    /// All methods, in the order of the list.
    static let all: [StatisticsMethod] = [
        .accuracy, .paired, .chiSquare, .agreement, .intraReader, .continuousAgreement, .roc,
        .rocPaired, .froc, .clusteredAccuracy, .clusteredPaired, .gee, .mrmc, .serialDichotomy,
        .sampleSize,
    ]

    /// The method called `name`.
    static func named(_ name: String) throws -> StatisticsMethod {
        guard let method = all.first(where: { $0.name == name }) else {
            throw Refusal(
                "There is no method \"\(name.prefix(40))\". The methods are "
                    + all.map(\.name).joined(separator: ", ") + ".")
        }
        return method
    }

    /// The results for `request`; mistakes in the data become refusals.
    func answer(_ request: StatisticsRequest) throws -> StatisticsAnswer {
        do {
            return StatisticsAnswer(
                method: name, notes: notes, results: try compute(request))
        } catch let error as StatisticsError {
            throw Refusal(error.description)
        }
    }

    /// The method for people.
    var text: String {
        var lines = [name, "  Question     \(question)"]
        if !columns.isEmpty { lines.append("  Columns      \(columns)") }
        if !counts.isEmpty { lines.append("  Or counts    \(counts.joined(separator: ", "))") }
        for (place, parameter) in parameters.enumerated() {
            let title = place == 0 ? "  Parameters   " : "               "
            lines.append("\(title)\(parameter.name): \(parameter.meaning)")
        }
        lines.append("  Assumptions  \(assumptions)")
        lines += notes.map { "  Note         \($0)" }
        return (lines + ["  Source       \(source)"]).joined(separator: "\n")
    }
}
