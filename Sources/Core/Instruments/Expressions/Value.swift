/// Why an expression has no value, from the weakest to the strongest reason.
///
/// Where several unknowns meet, the strongest is the result's: what can still be answered weighs most.
enum Unknown: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// A rule skips the question.
    case skipped
    /// The arithmetic has no result: a division by 0, the largest of nothing.
    case undefined
    /// The reader looked, and the image does not allow an answer.
    case notAssessable
    /// The question is not answered yet.
    case missing

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What an expression is worth at one site.
enum Value: Hashable, Sendable {
    /// Yes or no, present or absent.
    case truth(Bool)
    /// A finite number.
    case number(Double)
    /// A code, as its number in the instrument's table of codes.
    case code(Int)
    /// A text or a mark: answered, and nothing to compare.
    case opaque
    /// No value, and why.
    case unknown(Unknown)

    /// The number, or "undefined" when it is infinite or not a number.
    static func finite(_ number: Double) -> Value {
        number.isFinite ? .number(number) : .unknown(.undefined)
    }

    /// Whether this is certainly true; an unknown is not.
    var isTrue: Bool { self == .truth(true) }

    /// The reason of an unknown.
    var unknown: Unknown? {
        guard case .unknown(let reason) = self else { return nil }
        return reason
    }
}

/// Kleene's three-valued logic: a part that decides wins over any unknown part.
extension Value {
    /// False if either is false; else unknown if either is unknown; else true.
    static func both(_ left: Value, _ right: Value) -> Value {
        if left == .truth(false) || right == .truth(false) { return .truth(false) }
        return strongest(left, right) ?? .truth(true)
    }

    /// True if either is true; else unknown if either is unknown; else false.
    static func either(_ left: Value, _ right: Value) -> Value {
        if left == .truth(true) || right == .truth(true) { return .truth(true) }
        return strongest(left, right) ?? .truth(false)
    }

    /// The opposite; unknown stays unknown.
    var negated: Value {
        if case .truth(let isTrue) = self { .truth(!isTrue) } else { self }
    }

    /// The stronger unknown of the two, or `nil` when both are known.
    static func strongest(_ left: Value, _ right: Value) -> Value? {
        switch (left.unknown, right.unknown) {
        case (let first?, let second?): .unknown(max(first, second))
        case (let reason?, nil), (nil, let reason?): .unknown(reason)
        case (nil, nil): nil
        }
    }
}
