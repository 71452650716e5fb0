import Instruments
import ReaderStudies
import TerminalUI

/// Answers in a few characters, the same in every form.
enum AnswerText {
    /// The answer with its sign and the role of its colour.
    static func text(
        of question: Question, width: Int = .max
    ) -> (text: String, role: Role) {
        switch question.state {
        case .missing: (unanswered(question, width: width), .dim)
        case .skippedByRule: ("", .dim)
        case .notAssessable(let reason):
            (notAssessable(question, reason), .notAssessable)
        case .value(let value): (text(of: value, in: question), role(of: value, in: question))
        }
    }

    /// A derived value; `nil` while it has none.
    static func text(of state: DerivedState) -> String? {
        switch state {
        case .value(.code(let code)): code
        case .value(.integer(let number)): "\(number)"
        case .value(.number(let number)): fourDigits(number)
        case .value(.text(let text)): text
        case .notAssessable: String(Sign.notAssessable.character)
        case .value(.mark), .skippedByRule, .missing, .undefined: nil
        }
    }

    /// A computed number with four significant digits, a whole one with all: for screens only.
    static func fourDigits(_ number: Double) -> String {
        guard number.rounded() != number, abs(number) >= 1e-6 else {
            return NumberText.shortest(number)
        }
        var places = 3
        var rest = abs(number)
        while rest < 1, places < 9 { (rest, places) = (rest * 10, places + 1) }
        while rest >= 10, places > 0 { (rest, places) = (rest / 10, places - 1) }
        let text = NumberText.fixed(number, places: places)
        return Double(text).map(NumberText.shortest) ?? text
    }

    /// The sign, and the digits that answer where each grade has one.
    private static func unanswered(_ question: Question, width: Int) -> String {
        let sign = String(Sign.notAnswered.character)
        guard question.item.layout != .grid, case .codes = question.item.kind else { return sign }
        let keys = question.choices.compactMap(\.key)
        guard keys.count == question.choices.count, keys.allSatisfy(\.isNumber) else { return sign }
        return 1 + 2 * keys.count > width ? sign : sign + keys.map { " \($0)" }.joined()
    }

    private static func notAssessable(
        _ question: Question, _ reason: NotAssessableReason
    ) -> String {
        let sign = String(Sign.notAssessable.character)
        return question.item.layout == .grid ? sign : "\(sign) \(reason.words)"
    }

    private static func text(of value: AnswerValue, in question: Question) -> String {
        switch value {
        case .code(let code): text(of: code, in: question)
        case .integer(let number): withUnit("\(number)", question.item.unit)
        case .number(let number):
            withUnit(
                NumberText.shortest(question.item.shown(number)), question.item.unit)
        case .text(let text): text
        case .mark(let mark): "slice \(mark.slice + 1)"
        }
    }

    private static func text(of code: String, in question: Question) -> String {
        if question.item.kind.isFinding {
            return String((code == "1" ? Sign.present : Sign.absent).character)
        }
        guard let choice = question.choices.first(where: { $0.code == code }),
            // A cell of a grid has room for a grade, not for its words.
            question.item.layout != .grid
        else { return code }
        // Long words would leave no room for the question.
        return choice.label.count <= longestWords ? choice.label : choice.code
    }

    /// The longest words of a choice that a form shows in place of its code.
    private static let longestWords = 16

    private static func role(of value: AnswerValue, in question: Question) -> Role {
        guard case .code(let code) = value, case .binary(let absent, _) = question.item.kind
        else { return .text }
        return code == absent.code ? .absent : .present
    }

    private static func withUnit(_ number: String, _ unit: String) -> String {
        unit.isEmpty ? number : "\(number) \(unit)"
    }
}

/// A lesion in one line of a form.
struct LesionWords {
    /// Its name: `L1`.
    let title: String
    /// Name and the answers that tell it from the others: side, place, size, type.
    let summary: String
    /// Answered and asked: `4/9`, or the sign of attention.
    let progress: String
    /// Whether everything that is needed is answered.
    let isComplete: Bool

    init(_ section: FormSection) {
        title = section.title
        let answers = section.questions.filter { $0.isAsked && $0.state != .missing }.compactMap {
            question -> String? in
            if case .mark = question.item.kind { return nil }
            return AnswerText.text(of: question).text
        }
        summary = ([title] + answers.prefix(4)).joined(separator: " ")
        isComplete = !section.questions.contains(where: \.isMissing)
        progress = isComplete ? "" : "\(section.answeredCount)/\(section.askedCount)"
    }
}

extension Item {
    /// A number with the decimals that the item takes: measured ones have more, and keep them in the store.
    func shown(_ number: Double) -> Double {
        guard case .number(let format) = kind else { return number }
        let scale = (0..<format.decimals).reduce(1.0) { scale, _ in scale * 10 }
        return (number * scale).rounded() / scale
    }
}
