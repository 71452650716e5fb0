import TestSupport
import Instruments
import ReaderStudies

/// Random expressions that have a type, and random answers for them.
struct RandomExpressions {
    var numbers: SplitMix

    init(seed: UInt64) { numbers = SplitMix(seed: seed) }

    /// An expression that is yes or no, nested at most `depth` deep, without answered(…).
    mutating func truth(_ depth: Int) -> String {
        guard depth > 0 else { return pick(["sick", "well", "hidden", "strict", "yes", "no"]) }
        switch Int.random(in: 0..<8, using: &numbers) {
        case 0: return "(\(truth(depth - 1)) and \(truth(depth - 1)))"
        case 1: return "(\(truth(depth - 1)) or \(truth(depth - 1)))"
        case 2: return "(not (\(truth(depth - 1))))"
        case 3:
            let sign = pick(["==", "!=", "<", "<=", ">", ">="])
            return "(\(number(depth - 1)) \(sign) \(number(depth - 1)))"
        case 4: return pick([#"(grade == "I")"#, "(grade == other)", #"(grade in ("II", "III"))"#])
        case 5: return "\(pick(["any", "all"]))(half, bone == \(pick(["present", "absent"])))"
        case 6: return "any(half, \(truth(depth - 1)) or bone)"
        default: return "(\(truth(depth - 1)) == \(truth(depth - 1)))"
        }
    }

    /// An expression that is a number.
    mutating func number(_ depth: Int) -> String {
        guard depth > 0 else { return pick(["size", "number", "limit", "0", "3", "2.5"]) }
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0:
            return "(\(number(depth - 1)) \(pick(["+", "-", "*", "/"])) \(number(depth - 1)))"
        case 1:
            return "\(pick(["max", "min", "sum"]))(\(number(depth - 1)), \(number(depth - 1)))"
        case 2: return "\(pick(["max", "min", "sum"]))(\(pick(["half", "half@R"])), depth)"
        default: return "count(half, bone == present)"
        }
    }

    /// Answers to some of the questions of the probe.
    mutating func answers() -> [String: Answer] {
        var answers: [String: Answer] = [:]
        let halves = ["R-U", "R-L", "L-U", "L-L"]
        for key in ["sick", "well", "hidden"] { answers[key] = maybe([.yes, .no, .unseen]) }
        for half in halves {
            answers["\(half)/bone"] = maybe([.present, .absent, .unseen])
            answers["\(half)/depth"] = maybe([.number(0), .number(3), .number(9.5), .unseen])
        }
        answers["grade"] = maybe([.code("I"), .code("II"), .unseen])
        answers["other"] = maybe([.code("II"), .code("IX")])
        answers["size"] = maybe([.number(0), .number(3), .number(71.5), .unseen])
        answers["number"] = maybe([.value(.integer(0)), .value(.integer(3))])
        return answers
    }

    /// Any text made of pieces of the language.
    mutating func rubbish() -> String {
        let pieces = [
            "sick", "half", "bone", "@", "R-U", "(", ")", ",", "==", "=", "<", "and", "not", "in",
            "any", "max", "\"", "I", "1", "2.5", ".", "-", "+", "/", " ", "\n", "é", "𝒳", "\u{0}",
        ]
        let count = Int.random(in: 0...20, using: &numbers)
        return (0..<count).map { _ in pick(pieces) }.joined(separator: pick(["", " "]))
    }

    private mutating func maybe(_ answers: [Answer]) -> Answer? {
        Bool.random(using: &numbers) ? answers.randomElement(using: &numbers) : nil
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &numbers) ?? ""
    }
}
