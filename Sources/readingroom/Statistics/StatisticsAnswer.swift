import ArgumentParser
import ReaderStudies
import Statistics

/// What a method found.
struct StatisticsAnswer {
    /// The method's name.
    let method: String
    /// What the reader of the numbers must know.
    let notes: [String]
    /// The numbers.
    let results: [ResultValue]
}

/// How the numbers are written.
enum StatisticsFormat: String, ExpressibleByArgument, CaseIterable {
    /// Columns for people.
    case text
    /// One row a number: q, value, reason.
    case csv
    /// One object for programs.
    case json

    /// `answer` in this format, with a line feed at its end.
    func text(_ answer: StatisticsAnswer) -> String {
        switch self {
        case .text: Self.lines(answer)
        case .csv: Self.rows(answer)
        case .json: Self.object(answer)
        }
    }

    private static func lines(_ answer: StatisticsAnswer) -> String {
        let width = answer.results.map(\.name.count).max() ?? 0
        let notes = answer.notes.map { "\($0)\n" }.joined()
        return notes
            + answer.results.map { result in
                let space = String(repeating: " ", count: width - result.name.count)
                let value = number(result.quantity) ?? "–  (\(result.quantity.reason ?? ""))"
                return "\(result.name)\(space)  \(value)\n"
            }.joined()
    }

    private static func rows(_ answer: StatisticsAnswer) -> String {
        let notes = answer.notes.map { ["note", "", $0] }
        let results = answer.results.map { result in
            [result.name, number(result.quantity) ?? "", result.quantity.reason ?? ""]
        }
        return CSVText.text([["q", "value", "reason"]] + notes + results)
    }

    private static func object(_ answer: StatisticsAnswer) -> String {
        let results = answer.results.map { result -> JSONValue in
            let name = JSONValue.Member("q", .string(result.name))
            switch result.quantity {
            case .value(let number): return .object([name, .init("value", .number(number))])
            case .undefined(let reason):
                return .object([name, .init("value", .null), .init("reason", .string(reason))])
            }
        }
        let object = JSONValue.object([
            .init("method", .string(answer.method)),
            .init("notes", .array(answer.notes.map(JSONValue.string))),
            .init("results", .array(results)),
        ])
        return object.lines + "\n"
    }

    private static func number(_ quantity: Quantity) -> String? {
        quantity.value.map(NumberText.shortest)
    }
}
