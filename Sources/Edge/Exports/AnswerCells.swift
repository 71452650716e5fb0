import Instruments
import ReaderStudies

/// The columns of one answer: status, value, unit and reason.
public struct AnswerCells: Sendable {
    /// The four states, as written in the table; never collapsed into each other.
    public enum Status: String, CaseIterable, Sendable {
        /// The reader answered.
        case value
        /// The reader looked, and the images allow no answer.
        case notAssessable
        /// A rule of the form did not ask.
        case skippedByRule
        /// Not answered, or the read is not signed.
        case missing
    }

    /// The question.
    public let key: ItemKey
    /// How the answer stands.
    public let status: Status
    /// The answer as text; empty unless the status is value.
    public let value: String
    /// Of the value.
    public let unit: String
    /// Why images allow no answer.
    public let reason: String

    /// One row a question, and seven for a place on the image.
    static func rows(of question: Question) -> [AnswerCells] {
        guard question.item.kind == .mark else {
            return [AnswerCells(question.key, question.state, unit: question.item.unit)]
        }
        return MarkPart.allCases.map { AnswerCells($0, of: question) }
    }

    /// The row of a derived value; without a value for these answers the rule skips it.
    init(derived: DerivedResult, in instrument: Instrument) {
        key = derived.key
        unit = ""
        reason = ""
        switch derived.state {
        case .value(let answer): (status, value) = (.value, Self.text(answer))
        case .notAssessable: (status, value) = (.notAssessable, "")
        case .skippedByRule, .undefined: (status, value) = (.skippedByRule, "")
        case .missing: (status, value) = (.missing, "")
        }
    }

    private init(_ key: ItemKey, _ state: ItemState, unit: String) {
        self.key = key
        self.unit = unit
        switch state {
        case .value(let answer):
            (status, value, reason) = (.value, Self.text(answer), "")
        case .notAssessable(let cause):
            (status, value, reason) = (.notAssessable, "", Self.text(cause))
        case .skippedByRule: (status, value, reason) = (.skippedByRule, "", "")
        case .missing: (status, value, reason) = (.missing, "", "")
        }
    }

    private init(_ part: MarkPart, of question: Question) {
        let key = ItemKey(question.key.site, part.item(of: question.key.item))
        var state = question.state
        if case .value(.mark(let mark)) = state { state = .value(part.value(of: mark)) }
        self.init(key, state, unit: part.unit)
    }

    private static func text(_ value: AnswerValue) -> String {
        switch value {
        case .code(let code): code
        case .integer(let whole): String(whole)
        case .number(let real): NumberText.shortest(real)
        case .text(let words): CSVText.harmless(words)
        case .mark(let mark): mark.positionMM.map(NumberText.shortest).joined(separator: " ")
        }
    }

    private static func text(_ reason: NotAssessableReason) -> String {
        switch reason {
        case .motion: "motion"
        case .artefact: "artefact"
        case .notCovered: "notCovered"
        case .metal: "metal"
        case .resolution: "resolution"
        case .other(let words): "other: \(words)"
        }
    }
}

/// The parts of a place on the image, each in a row of its own.
enum MarkPart: String, CaseIterable {
    case x, y, z, series, slice, row, column

    /// The item's name in the table: `mark.x`.
    func item(of item: ItemID) -> ItemID { ItemID("\(item).\(rawValue)") }

    var unit: String {
        switch self {
        case .x, .y, .z: "mm"
        case .series, .slice, .row, .column: ""
        }
    }

    var definition: String {
        switch self {
        case .x: "Position from the case's origin towards the patient's left."
        case .y: "Position from the case's origin towards the patient's back."
        case .z: "Position from the case's origin towards the patient's head."
        case .series: "The series on which the place was marked, as an opaque name."
        case .slice: "The slice, counted from 0."
        case .row: "The row of the image, counted from 0."
        case .column: "The column of the image, counted from 0."
        }
    }

    func value(of mark: Mark) -> AnswerValue {
        switch self {
        case .x: .number(mark.positionMM[0])
        case .y: .number(mark.positionMM[1])
        case .z: .number(mark.positionMM[2])
        case .series: .code(mark.series.rawValue)
        case .slice: .integer(mark.slice)
        case .row: .integer(mark.row)
        case .column: .integer(mark.column)
        }
    }
}
