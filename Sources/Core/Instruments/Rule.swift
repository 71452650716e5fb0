/// How much a rule that holds stands in the way.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Said beside the question; nothing more.
    case hint
    /// Said as a warning; the read can be signed.
    case warning
    /// The read cannot be signed while it holds; answers can still be typed.
    case unsignable
    /// The answer that makes it hold is not accepted.
    case refusal

    /// From hint to refusal.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .hint: 0
        case .warning: 1
        case .unsignable: 2
        case .refusal: 3
        }
    }
}

/// A condition on the answers and the sentence for the reader when it holds.
public struct Rule: Hashable, Sendable {
    /// What it does.
    public let severity: Severity
    /// The expression; the rule speaks only when it is true, never when it is unknown.
    public let when: String
    /// The sentence.
    public let say: String
    /// When a reader may read it; only hints and warnings wait until the read is signed.
    public let visibility: DerivedVisibility

    /// A rule.
    public init(
        _ severity: Severity, when: String, say: String, visibility: DerivedVisibility = .live
    ) {
        self.severity = severity
        self.when = when
        self.say = say
        self.visibility = visibility
    }
}
