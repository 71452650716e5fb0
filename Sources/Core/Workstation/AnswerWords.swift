import Instruments
import ReaderStudies
import TerminalUI

extension Answer {
    /// The code, when the answer is one.
    var code: String? {
        if case .value(.code(let code)) = self { return code }
        return nil
    }

    /// A number or text as one would type it; empty for everything else.
    var typedText: String {
        switch self {
        case .value(.integer(let number)): "\(number)"
        case .value(.number(let number)): NumberText.shortest(number)
        case .value(.text(let text)): text
        case .value(.code), .value(.mark), .notAssessable: ""
        }
    }
}

extension NotAssessableReason {
    /// The reason in words.
    var words: String {
        switch self {
        case .motion: "motion"
        case .artefact: "artefact"
        case .notCovered: "not covered"
        case .metal: "metal"
        case .resolution: "resolution"
        case .other(let text): text
        }
    }
}

extension Choice {
    /// The choice of a key: its own, or a digit.
    static func typed(_ press: KeyPress, in choices: [Choice]) -> Choice? {
        guard case .character(let character) = press.key else { return nil }
        return choices.first { $0.key == character }
            ?? character.wholeNumberValue.flatMap { at($0, in: choices) }
    }

    /// The choice of a digit: by its key, by its code, else by its place from 1.
    static func at(_ digit: Int, in choices: [Choice]) -> Choice? {
        let text = "\(digit)"
        if let choice = choices.first(where: { $0.key.map(String.init) == text }) { return choice }
        if let choice = choices.first(where: { $0.code == text }) { return choice }
        let isGraded = choices.contains { $0.key?.isNumber == true || Int($0.code) != nil }
        return !isGraded && choices.indices.contains(digit - 1) ? choices[digit - 1] : nil
    }
}

extension LineEditor {
    /// A line for a number of this kind.
    static func number(_ kind: ItemKind, text: String) -> LineEditor {
        if case .number = kind { return LineEditor(text, limit: 12, accepts: .decimal) }
        return LineEditor(text, limit: 6, accepts: .digits)
    }
}
