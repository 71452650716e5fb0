import ReaderStudies

/// How far two answers to one item may lie apart and still be the same.
public struct AgreementRule: Hashable, Sendable {
    /// The item.
    public let item: ItemID
    /// The largest difference of two numbers that agree, in the item's unit; of two grades, in steps.
    public let tolerance: Double

    /// A rule; `tolerance` is 0 or more.
    public init(item: ItemID, tolerance: Double) {
        self.item = item
        self.tolerance = tolerance
    }
}

/// What the answers of two readers to one question say about each other.
public enum AnswerAgreement: Hashable, Sendable {
    /// The same, or near enough by the instrument's definition.
    case agree
    /// Not the same; also when only one of them found it assessable, or was asked.
    case differ
    /// One of them has not answered.
    case open
}

extension Instrument {
    /// Whether two answers to `item` agree: codes when equal or within the tolerance in steps, numbers
    /// within their tolerance, "not assessable" with itself, whatever the reason.
    public func agreement(
        of item: ItemID, _ first: ItemState, _ second: ItemState
    ) -> AnswerAgreement {
        switch (first, second) {
        case (.missing, _), (_, .missing): return .open
        case (.notAssessable, .notAssessable), (.skippedByRule, .skippedByRule): return .agree
        case (.value(let left), .value(let right)):
            return areSame(left, right, of: item) ? .agree : .differ
        default: return .differ
        }
    }

    private func areSame(_ left: AnswerValue, _ right: AnswerValue, of item: ItemID) -> Bool {
        let tolerance = agreementRules.first { $0.item == item }?.tolerance ?? 0
        switch (left, right) {
        case (.integer(let first), .integer(let second)):
            return abs(Double(first) - Double(second)) <= tolerance
        case (.number(let first), .number(let second)): return abs(first - second) <= tolerance
        case (.code(let first), .code(let second)):
            guard first != second, tolerance > 0 else { return first == second }
            let codes = self.item(item)?.kind.choices.map(\.code) ?? []
            guard let one = codes.firstIndex(of: first), let other = codes.firstIndex(of: second)
            else { return false }
            return Double(abs(one - other)) <= tolerance
        default: return left == right
        }
    }
}

extension Form {
    /// The questions at fixed sites that two reads of one instrument answer differently, in the order of
    /// the form: exactly those that an adjudicator is asked. Texts and marks are not compared.
    public func disagreements(with other: Form) -> [ItemKey] {
        questions.filter { question in
            guard question.item.placement != .lesions, question.item.kind.isCompared,
                let second = other.question(question.key)
            else { return false }
            return instrument.agreement(of: question.item.id, question.state, second.state)
                == .differ
        }.map(\.key)
    }
}

extension ItemKind {
    /// Whether answers of two readers can be compared as they are.
    fileprivate var isCompared: Bool {
        switch self {
        case .binary, .codes, .count, .number, .percentage: true
        case .text, .mark: false
        }
    }
}
