import ReaderStudies

/// One code of a list that a reader may choose.
public struct Choice: Hashable, Sendable {
    /// What is stored and exported: `1`, `II`, `CT-3`.
    public let code: String
    /// What is shown: `present`, `II mixed core, complete rim`.
    public let label: String
    /// The key that chooses it, when the item has one key per grade.
    public let key: Character?
    /// An expression that must hold for the choice to be offered; always offered when `nil`.
    public let showIf: String?

    /// A choice.
    public init(code: String, label: String, key: Character? = nil, showIf: String? = nil) {
        self.code = code
        self.label = label
        self.key = key
        self.showIf = showIf
    }
}

/// A measured number: its unit, range and decimals.
public struct NumberFormat: Hashable, Sendable {
    /// The unit as shown and exported: `mm`.
    public let unit: String
    /// The smallest and largest number accepted.
    public let range: ClosedRange<Double>
    /// The largest number of decimals that may be typed, 0 to 6.
    public let decimals: Int

    /// A format.
    public init(unit: String, range: ClosedRange<Double>, decimals: Int) {
        self.unit = unit
        self.range = range
        self.decimals = decimals
    }
}

/// What kind of answer an item takes.
public enum ItemKind: Hashable, Sendable {
    /// A finding or a yes-or-no question; stored as the code of one of the two choices.
    case binary(absent: Choice, present: Choice)
    /// One code of a list; stored as that code.
    case codes([Choice])
    /// A whole number; stored as an integer.
    case count(ClosedRange<Int>)
    /// A measured number; stored as a number.
    case number(NumberFormat)
    /// A whole percentage, 0 to 100; stored as an integer.
    case percentage
    /// Free text of at most `maximum` characters.
    case text(maximum: Int)
    /// A place on the image.
    case mark

    /// The choices of a binary or coded item; empty for the others.
    public var choices: [Choice] {
        switch self {
        case .binary(let absent, let present): [absent, present]
        case .codes(let choices): choices
        case .count, .number, .percentage, .text, .mark: []
        }
    }

    /// Whether the item is a finding with the codes `0` absent and `1` present, which "rest absent" may
    /// answer; a yes-or-no question never is.
    public var isFinding: Bool {
        guard case .binary(let absent, let present) = self else { return false }
        return absent.code == "0" && present.code == "1"
    }
}

/// Where an item is asked.
public enum Placement: Hashable, Sendable {
    /// Once, about the whole examination.
    case exam
    /// At each site of the set with this id.
    case sites(String)
    /// At each lesion of the list.
    case lesions
}

/// Whether signing needs an answer.
public enum Requirement: Hashable, Sendable {
    /// An answer is welcome.
    case optional
    /// An answer is needed wherever the question is asked.
    case required
    /// An answer is needed where this expression holds.
    case requiredIf(String)
}

/// How an item prefers to be drawn; the screen needs nothing else.
public enum ItemLayout: String, Hashable, Sendable, CaseIterable {
    /// One cell a site, in the grid of its set.
    case grid
    /// One line a site or lesion.
    case list
    /// One line.
    case scalar
}

/// One question, asked at one site or at many.
public struct Item: Hashable, Sendable {
    /// Its name in answers, expressions and exports: `erosion`.
    public let id: ItemID
    /// How it is said, also after a site: `erosion` in "R sacral lower erosion".
    public let label: String
    /// Where it is asked.
    public let placement: Placement
    /// What it takes.
    public let kind: ItemKind
    /// What the reader draws to answer; `nil` when nothing is drawn.
    public let drawing: Drawing?
    /// Whether signing needs it.
    public let requirement: Requirement
    /// An expression that must hold for it to be asked; always asked when `nil`.
    public let showIf: String?
    /// Whether "not assessable" with a reason is an answer.
    public let allowsNotAssessable: Bool
    /// Remarks that answers can call forth.
    public let rules: [Rule]
    /// How it is drawn.
    public let layout: ItemLayout
    /// Definition and advice, as the help panel shows it.
    public let help: String

    /// An item.
    public init(
        id: ItemID, label: String, placement: Placement, kind: ItemKind,
        drawing: Drawing? = nil, requirement: Requirement = .optional, showIf: String? = nil,
        allowsNotAssessable: Bool = true, rules: [Rule] = [], layout: ItemLayout, help: String = ""
    ) {
        self.id = id
        self.label = label
        self.placement = placement
        self.kind = kind
        self.drawing = drawing
        self.requirement = requirement
        self.showIf = showIf
        self.allowsNotAssessable = allowsNotAssessable
        self.rules = rules
        self.layout = layout
        self.help = help
    }

    /// The unit that a number is shown and exported with; `%` for percentages, else empty.
    public var unit: String {
        switch kind {
        case .number(let format): format.unit
        case .percentage: "%"
        case .binary, .codes, .count, .text, .mark: ""
        }
    }
}
