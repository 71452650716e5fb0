import ReaderStudies

/// When a derived value, or what a rule says, may be shown to the reader of a study; practice shows all at once.
public enum DerivedVisibility: String, Hashable, Sendable, CaseIterable, Comparable {
    /// While reading.
    case live
    /// Once the read is signed.
    case afterSigning
    /// Not at all; it is for practice, quality assurance and analysis.
    case never

    /// From what is shown first to what is not shown at all.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .live: 0
        case .afterSigning: 1
        case .never: 2
        }
    }
}

/// Who looks at derived values.
public enum DerivedAudience: Hashable, Sendable {
    /// The reader of a study, before signing.
    case draft
    /// The reader of a study, after signing.
    case signed
    /// A trainee in practice.
    case practice
    /// Quality assurance, exports and analysis.
    case analysis
}

extension DerivedVisibility {
    /// Whether `audience` may see the value.
    public func isOpen(to audience: DerivedAudience) -> Bool {
        switch audience {
        case .draft: self == .live
        case .signed: self != .never
        case .practice, .analysis: true
        }
    }
}

/// What a derived value is.
public enum DerivedRule: Hashable, Sendable {
    /// A number or yes-or-no from one expression.
    case expression(String)
    /// The first code whose condition is true; an unknown condition on the way makes the value unknown,
    /// and without any true one there is no value.
    case firstOf([DerivedCase])
    /// A number that was measured with the answer to an item at the same site.
    case measured(item: ItemID, quantity: String)
}

/// One line of a list of codes with conditions.
public struct DerivedCase: Hashable, Sendable {
    /// The code.
    public let code: String
    /// Its condition; `nil` for "otherwise".
    public let when: String?

    /// `code` when `when` holds.
    public init(_ code: String, when: String?) {
        self.code = code
        self.when = when
    }
}

/// A value that the instrument computes from answers; never typed.
public struct DerivedValue: Hashable, Sendable {
    /// Its name in expressions and exports: `category_derived`.
    public let id: ItemID
    /// How it is said.
    public let label: String
    /// Where it is computed.
    public let placement: Placement
    /// How it is computed.
    public let rule: DerivedRule
    /// Who may see it when.
    public let visibility: DerivedVisibility
    /// What it means.
    public let help: String

    /// A derived value.
    public init(
        id: ItemID, label: String, placement: Placement, rule: DerivedRule,
        visibility: DerivedVisibility, help: String = ""
    ) {
        self.id = id
        self.label = label
        self.placement = placement
        self.rule = rule
        self.visibility = visibility
        self.help = help
    }
}
