import ReaderStudies

/// What an expression is made of.
enum ValueType: Hashable, Sendable {
    case truth
    case number
    /// One of these codes.
    case code([String])
    /// Text or mark.
    case opaque

    /// How an author would call it.
    var shown: String {
        switch self {
        case .truth: "yes or no"
        case .number: "a number"
        case .code: "a code"
        case .opaque: "a text or mark"
        }
    }
}

/// An item or derived value as expressions see it.
struct Symbol: Sendable {
    let placement: Placement
    let type: ValueType
    /// Fixed sites: slot of the first site. Lesions: number within a lesion.
    let base: Int
}

/// All names that expressions of one instrument may use, and its numbered codes and techniques.
struct SymbolTable: Sendable {
    let siteSets: [SiteSet]
    let lesions: LesionList?
    let parameters: [String: Parameter.Value]
    var symbols: [String: Symbol] = [:]
    private(set) var codes: [String] = []
    private(set) var codeNumbers: [String: Int] = [:]
    private(set) var techniques: [String] = []

    init(siteSets: [SiteSet], lesions: LesionList?, parameters: [Parameter]) {
        self.siteSets = siteSets
        self.lesions = lesions
        self.parameters = Dictionary(
            parameters.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of `code`, the same for equal codes of all items.
    mutating func number(ofCode code: String) -> Int {
        if let number = codeNumbers[code] { return number }
        codes.append(code)
        codeNumbers[code] = codes.count - 1
        return codes.count - 1
    }

    /// The number of a technique that an arm may show.
    mutating func number(ofTechnique technique: String) -> Int {
        if let number = techniques.firstIndex(of: technique) { return number }
        techniques.append(technique)
        return techniques.count - 1
    }

    /// All names, for suggestions.
    var names: [String] {
        symbols.keys.sorted() + parameters.keys.sorted() + siteSets.map(\.id)
            + (lesions.map { [$0.id] } ?? [])
    }
}
