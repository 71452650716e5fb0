import BundledResources
import Foundation

/// The truth of a sample study, and how many answers of a read agree with it.
struct TruthTable {
    /// Answers that have a truth, and those of them that agree.
    struct Agreement {
        var compared = 0
        var agreeing = 0
    }

    private struct Question: Hashable {
        let caseName: String
        let site: String
        let item: String
    }

    private let values: [Question: String]

    /// The truth of a bundled study; its columns are `case,site,item,value,unit`.
    init(study: String) throws {
        let file = BundledResources.sampleStudies.appending(path: "\(study)/truth.csv")
        let lines = CSVLines(try String(contentsOf: file, encoding: .utf8)).rows
        values = Dictionary(
            lines.dropFirst().filter { $0.count >= 4 }.map {
                (Question(caseName: $0[0], site: $0[1], item: $0[2]), $0[3])
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Compares the rows of a long table; its first row is the header.
    ///
    /// Millimetres agree within 2, percentages within 10, everything else when it is equal.
    func agreement(with rows: [[String]]) -> Agreement {
        guard let header = rows.first, let caseColumn = header.firstIndex(of: "case"),
            let site = header.firstIndex(of: "site"), let item = header.firstIndex(of: "item"),
            let value = header.firstIndex(of: "value"), let unit = header.firstIndex(of: "unit")
        else { return Agreement() }
        var agreement = Agreement()
        for row in rows.dropFirst() where row.count == header.count && !row[value].isEmpty {
            let question = Question(caseName: row[caseColumn], site: row[site], item: row[item])
            guard let truth = values[question] else { continue }
            agreement.compared += 1
            if Self.agrees(row[value], truth, unit: row[unit]) { agreement.agreeing += 1 }
        }
        return agreement
    }

    private static func agrees(_ answer: String, _ truth: String, unit: String) -> Bool {
        guard let number = Double(answer), let expected = Double(truth) else {
            return answer == truth
        }
        let tolerance = unit == "mm" ? 2.0 : unit == "%" ? 10 : 0
        return abs(number - expected) <= tolerance
    }
}

/// The fields of CSV text, quoted ones too.
struct CSVLines {
    /// Rows of fields; empty lines are left out.
    let rows: [[String]]

    /// The rows of `text`.
    init(_ text: String) {
        var rows: [[String]] = []
        var row = [""]
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: row.append("")
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                if row != [""] { rows.append(row) }
                row = [""]
            default: row[row.count - 1].append(character)
            }
        }
        if row != [""] { rows.append(row) }
        self.rows = rows
    }
}
