import ReaderStudies

/// One item or derived value with everything about it looked up.
final class Entry: Sendable {
    /// What the entry stands for.
    enum Role: Sendable {
        case item(Item)
        case derived(DerivedValue)
    }

    /// A requirement whose expression is compiled.
    enum Need: Sendable {
        case never
        case always
        case when(Program)
    }

    /// The compiled rule of a derived value.
    enum Derivation: Sendable {
        case expression(Program)
        /// Conditions with codes; `nil` for "otherwise".
        case firstOf([(when: Program?, code: Int)])
        /// A number kept with the answer to an item.
        case measured(ItemID, String)
    }

    let role: Role
    /// The questions at fixed sites, in order; empty for lesions.
    let keys: [ItemKey]
    /// All choices of an item, whether they are offered or not.
    let choices: [Choice]
    let placement: Placement
    /// Fixed sites: slot of the first site. Lesions: number within a lesion.
    let base: Int
    /// Fixed sites, in order; empty for lesions.
    let sites: [Site]
    /// What each code is worth in expressions; empty for other kinds.
    let values: [String: Value]
    let showIf: Program?
    let need: Need
    let rules: [(rule: Rule, program: Program)]
    /// Choices with the programs that offer them; empty unless some choice has one.
    let conditionalChoices: [(choice: Choice, program: Program?)]
    let derivation: Derivation?

    init(
        role: Role, placement: Placement, base: Int, sites: [Site], values: [String: Value] = [:],
        showIf: Program? = nil, need: Need = .never,
        rules: [(rule: Rule, program: Program)] = [],
        conditionalChoices: [(choice: Choice, program: Program?)] = [],
        derivation: Derivation? = nil
    ) {
        self.role = role
        switch role {
        case .item(let item):
            keys = sites.map { ItemKey($0.id, item.id) }
            choices = item.kind.choices
        case .derived(let value):
            keys = sites.map { ItemKey($0.id, value.id) }
            choices = []
        }
        self.placement = placement
        self.base = base
        self.sites = sites
        self.values = values
        self.showIf = showIf
        self.need = need
        self.rules = rules
        self.conditionalChoices = conditionalChoices
        self.derivation = derivation
    }

    /// The item that the entry stands for.
    var item: Item {
        guard case .item(let item) = role else {
            preconditionFailure("a derived value is no question: \(keys)")
        }
        return item
    }

    /// The derived value that the entry stands for; `nil` for an item.
    var derived: DerivedValue? {
        guard case .derived(let value) = role else { return nil }
        return value
    }

    /// What an answer is worth in expressions; an answer that does not fit the item counts as none.
    func value(of answer: Answer) -> Value {
        guard case .value(let value) = answer else { return .unknown(.notAssessable) }
        switch value {
        case .code(let code): return values[code] ?? .unknown(.missing)
        case .integer(let number): return .number(Double(number))
        case .number(let number): return .finite(number)
        case .text, .mark: return .opaque
        }
    }
}
