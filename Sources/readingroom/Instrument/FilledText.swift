import Instruments
import ReaderStudies

/// A filled form as a long table: answers, remarks and derived values.
struct FilledText {
    let form: Form

    /// CSV with the columns part, site, item and value.
    var text: String {
        CSVText.line(["part", "site", "item", "value"]) + CSVText.text(answers + remarks + derived)
    }

    private var answers: [[String]] {
        form.asked.filter { $0.state != .missing }.map { question in
            let text =
                switch question.state {
                case .value(let value): value.written
                case .notAssessable(let reason): "NA: \(reason.written)"
                case .skippedByRule, .missing: ""
                }
            return row("answer", question.key, text)
        }
    }

    private var remarks: [[String]] {
        form.remarks(for: .analysis).map { row($0.severity.rawValue, $0.key, $0.sentence) }
    }

    private var derived: [[String]] {
        form.derived(for: .analysis).map { result in
            let text =
                switch result.state {
                case .value(let value): value.written
                case .notAssessable: "not assessable"
                case .skippedByRule: "skipped by rule"
                case .missing: "missing"
                case .undefined: "undefined"
                }
            return row("derived", result.key, text)
        }
    }

    private func row(_ part: String, _ key: ItemKey, _ text: String) -> [String] {
        [part, key.site.rawValue, key.item.rawValue, text]
    }
}

extension AnswerValue {
    /// The answer as a table takes it.
    fileprivate var written: String {
        switch self {
        case .code(let code): code
        case .integer(let whole): String(whole)
        case .number(let number): NumberText.shortest(number)
        case .text(let words): CSVText.harmless(words)
        case .mark(let mark):
            ([mark.series.rawValue] + [mark.column, mark.row, mark.slice].map(String.init)
                + mark.positionMM.map(NumberText.shortest)).joined(separator: " ")
        }
    }
}

extension NotAssessableReason {
    /// The reason by its name, or the reader's own words.
    fileprivate var written: String {
        switch self {
        case .motion: "motion"
        case .artefact: "artefact"
        case .notCovered: "notCovered"
        case .metal: "metal"
        case .resolution: "resolution"
        case .other(let words): CSVText.harmless(words)
        }
    }
}
