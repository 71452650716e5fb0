import ReaderStudies

/// A place in a text, both from 1.
public struct TextPosition: Hashable, Sendable, Comparable {
    /// Line, from 1.
    public let line: Int
    /// Column in characters, from 1.
    public let column: Int

    /// A place.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// In reading order.
    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Why an instrument, or an answer to one of its questions, is refused.
public enum InstrumentError: Error, Hashable, Sendable {
    /// The instrument itself is wrong; `path` leads to the part, such as `items`, `pct`, `showIf`, and
    /// `position` is the place inside an expression's text.
    case definition(path: [String], position: TextPosition?, sentence: String)
    /// The instrument has no such question.
    case unknownQuestion(ItemKey)
    /// A rule of the instrument does not ask this question now.
    case notAsked(question: String)
    /// The answer is of another type than the question takes.
    case wrongType(question: String, takes: String)
    /// The code is not one of the question's.
    case unknownCode(question: String, code: String, codes: [String])
    /// The number lies outside the range.
    case outsideRange(question: String, typed: String, range: String)
    /// The text is no number, or not one of this form.
    case notANumber(question: String, typed: String, advice: String)
    /// The text is too long.
    case textTooLong(question: String, length: Int, maximum: Int)
    /// "Not assessable" is no answer to this question.
    case mustBeAssessed(question: String)
    /// "Not assessable" came without its reason.
    case reasonMissing(question: String)
    /// The list takes no further entry, or has no such one.
    case lesion(String)
    /// A rule of the instrument refuses the answer, in the rule's own words.
    case refused(String)

    /// The sentence for the reader or the author.
    public var sentence: String {
        switch self {
        case .definition(let path, let position, let sentence):
            Self.prefix(path, position) + sentence
        case .unknownQuestion(let key):
            "The instrument has no item \(key.item) at \(key.site). Choose one that the form shows."
        case .notAsked(let question):
            "\(question) is not asked: a rule of the instrument skips it here."
        case .wrongType(let question, let takes):
            "\(question) takes \(takes)."
        case .unknownCode(let question, let code, let codes):
            "\(question) has no answer \"\(code)\". Choose one of \(codes.joined(separator: ", "))."
        case .outsideRange(let question, let typed, let range):
            "\(question) is \(typed), outside \(range)."
        case .notANumber(let question, let typed, let advice):
            "\(question) cannot be \"\(typed)\". \(advice)"
        case .textTooLong(let question, let length, let maximum):
            "\(question) has \(length) characters; \(maximum) fit. Shorten it."
        case .mustBeAssessed(let question):
            "\(question) must be answered; \"not assessable\" is no answer to it."
        case .reasonMissing(let question):
            "\(question) is not assessable for which reason? Say it in a few words."
        case .lesion(let sentence), .refused(let sentence):
            sentence
        }
    }

    private static func prefix(_ path: [String], _ position: TextPosition?) -> String {
        let place = path.joined(separator: " › ")
        guard let position else { return place.isEmpty ? "" : "\(place): " }
        return "\(place), line \(position.line), column \(position.column): "
    }
}
