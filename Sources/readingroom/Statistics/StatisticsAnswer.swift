import ArgumentParser
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
        let notes = answer.notes.map { "note,,\(quoted($0))\n" }.joined()
        return "q,value,reason\n" + notes
            + answer.results.map { result in
                "\(result.name),\(number(result.quantity) ?? ""),"
                    + "\(result.quantity.reason.map(quoted) ?? "")\n"
            }.joined()
    }

    private static func object(_ answer: StatisticsAnswer) -> String {
        let notes = answer.notes.map(escaped).joined(separator: ", ")
        let results = answer.results.map { result in
            let name = "{\"q\": \(escaped(result.name)), \"value\": "
            guard let number = number(result.quantity) else {
                return "\(name)null, \"reason\": \(escaped(result.quantity.reason ?? ""))}"
            }
            return "\(name)\(number)}"
        }
        return "{\"method\": \(escaped(answer.method)), \"notes\": [\(notes)], \"results\": [\n  "
            + results.joined(separator: ",\n  ") + "\n]}\n"
    }

    /// The shortest digits that give the same number back; whole numbers without a point.
    private static func number(_ quantity: Quantity) -> String? {
        guard let value = quantity.value else { return nil }
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return "\(whole)" }
        return "\(value)"
    }

    private static func quoted(_ text: String) -> String {
        "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\"")
            + "\""
    }

    private static func escaped(_ text: String) -> String {
        let characters = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\": return "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: return String(scalar)
            }
        }
        return "\"" + characters.joined() + "\""
    }
}
