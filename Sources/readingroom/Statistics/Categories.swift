import Statistics
import StudyFiles

/// The categories of an agreement study.
struct Categories {
    /// As they are printed.
    let labels: [String]
    /// Their numbers; their places where they are words.
    let values: [Double]
    private let file: CSVTable
    private let ratings: LabelColumn

    /// The parameter `categories`, or the ratings of `table` that occur: numbers by size, each
    /// once in the shortest way that it is written (1, not 1.0); words in the order of their
    /// letters.
    init(
        _ table: RatingTable, _ parameters: StatisticsParameters, _ scale: Agreement.Scale
    ) throws {
        file = table.file
        ratings = LabelColumn(table.ratings)
        labels =
            parameters.list("categories")
            ?? Self.withoutSameNumbers(ratings.labels.filter { !$0.isEmpty })
        let own = labels.compactMap { Double(finite: $0) }
        guard own.count == labels.count || scale == .nominal else {
            throw Refusal(
                "A rating is a word, but the scale is \(scale.rawValue). Write numbers, or "
                    + "--params scale=nominal.")
        }
        values = own.count == labels.count ? own : labels.indices.map(Double.init)
    }

    /// The place of each row's rating; `nil` where it is missing.
    func places() throws -> [Int?] {
        let known = Dictionary(
            labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let byValue = Dictionary(
            values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let found = ratings.labels.map { text in
            text.isEmpty ? nil : known[text] ?? Double(finite: text).flatMap { byValue[$0] }
        }
        if let row = ratings.places.firstIndex(where: {
            found[$0] == nil && !ratings.labels[$0].isEmpty
        }) {
            let text = ratings.labels[ratings.places[row]]
            throw Refusal(
                file.mistake(
                    file.rows[row].line,
                    "The rating \"\(text.prefix(40))\" is not among the categories "
                        + "\(labels.joined(separator: ", ")). Add it to the parameter categories."
                ).description)
        }
        return ratings.places.map { found[$0] }
    }

    private static func withoutSameNumbers(_ used: [String]) -> [String] {
        let numbers = used.compactMap { text in Double(finite: text).map { (value: $0, text: text) }
        }
        guard numbers.count == used.count else { return used }
        var kept: [(value: Double, text: String)] = []
        let sorted = numbers.sorted {
            ($0.value, $0.text.count, $0.text) < ($1.value, $1.text.count, $1.text)
        }
        for number in sorted where kept.last?.value != number.value { kept.append(number) }
        return kept.map(\.text)
    }
}
