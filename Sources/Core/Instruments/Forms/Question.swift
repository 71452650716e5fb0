import ReaderStudies

/// Whether a question is put to the reader now.
public enum Presence: Hashable, Sendable {
    /// It is asked.
    case asked
    /// It may be asked, once an earlier answer is given; its state is `missing`.
    case waiting
    /// A rule skips it; its state is `skippedByRule`, whatever was answered before.
    case skipped
}

/// One item at one site, with the reader's answer and what the rules make of it.
public struct Question: Sendable {
    /// Its name in the read.
    public let key: ItemKey
    let entry: Entry
    /// How the site is said: `R sacral lower`, `L1`; empty for the whole examination.
    public let siteLabel: String
    /// Whether it is asked now.
    public let presence: Presence
    /// Whether signing needs an answer; only questions that are asked do.
    public let isRequired: Bool
    /// Value, not assessable, skipped by rule or missing.
    public let state: ItemState
    /// The choices offered in this arm; empty for items without choices.
    public let choices: [Choice]

    /// What is asked.
    public var item: Item { entry.item }

    /// The question in a few words: `R sacral lower erosion`.
    public var label: String { siteLabel.isEmpty ? item.label : "\(siteLabel) \(item.label)" }

    /// Whether it is asked now.
    public var isAsked: Bool { presence == .asked }

    /// Whether it stands in the way of signing: asked, required and not answered.
    public var isMissing: Bool { isRequired && state == .missing }
}

/// A sentence that a rule says about an answer.
public struct Remark: Hashable, Sendable {
    /// The question beside which it is said.
    public let key: ItemKey
    /// Hint, warning, obstacle to signing or refusal.
    public let severity: Severity
    /// The sentence.
    public let sentence: String
    /// When the reader may read it.
    public let visibility: DerivedVisibility
}

/// What a derived value is for the answers so far.
public enum DerivedState: Hashable, Sendable {
    /// A code (`yes` and `no` for truths) or a number.
    case value(AnswerValue)
    /// An answer that it needs is "not assessable".
    case notAssessable
    /// A question that it needs is skipped by a rule.
    case skippedByRule
    /// An answer that it needs is not given yet.
    case missing
    /// It has no value for these answers.
    case undefined
}

/// A derived value at one site.
public struct DerivedResult: Hashable, Sendable {
    /// Its site and name.
    public let key: ItemKey
    /// How it is said, with its site.
    public let label: String
    /// Who may see it when.
    public let visibility: DerivedVisibility
    /// What it is.
    public let state: DerivedState
}
