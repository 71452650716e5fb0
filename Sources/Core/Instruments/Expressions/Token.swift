import ReaderStudies

/// One word or sign of an expression.
enum Token: Hashable, Sendable {
    case name(String)
    case site(String)
    case number(Double)
    case text(String)
    case sign(String)
    case end

    /// The token as the author wrote it, for messages.
    var shown: String {
        switch self {
        case .name(let name): name
        case .site(let site): "@\(site)"
        case .number(let number): NumberText.shortest(number)
        case .text(let text): "\"\(text)\""
        case .sign(let sign): sign
        case .end: "the end"
        }
    }
}

/// A token and where it begins.
struct PlacedToken: Hashable, Sendable {
    let token: Token
    let position: TextPosition
}

/// A mistake in an expression, by place.
struct ExpressionError: Error, Hashable, Sendable {
    let position: TextPosition
    let sentence: String
}
