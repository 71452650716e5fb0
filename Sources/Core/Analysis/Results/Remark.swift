/// A sentence that belongs to a number or a section.
public struct Remark: Hashable, Sendable {
    /// What kind of sentence it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What was done and how it is to be read.
        case note
        /// What the number may not be taken for.
        case warning
        /// What was not computed, with the statistical reason and what can be done.
        case refusal
    }

    /// Note, warning or refusal.
    public let kind: Kind
    /// The sentence.
    public let sentence: String

    /// A remark.
    public init(_ kind: Kind, _ sentence: String) {
        (self.kind, self.sentence) = (kind, sentence)
    }

    /// A note that says `sentence`.
    public static func note(_ sentence: String) -> Remark { Remark(.note, sentence) }
    /// A warning that says `sentence`.
    public static func warning(_ sentence: String) -> Remark { Remark(.warning, sentence) }
    /// A refusal that says `sentence`.
    public static func refusal(_ sentence: String) -> Remark { Remark(.refusal, sentence) }
}
