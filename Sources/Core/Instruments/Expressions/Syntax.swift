/// How two numbers, codes or truths are compared.
enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Whether only numbers can be compared so.
    var needsOrder: Bool { self != .equal && self != .unequal }
}

/// The four arithmetic operations.
enum Arithmetic: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
}

/// What is asked of the sites of a set, or of a list of numbers.
enum Gathering: String, Hashable, Sendable, CaseIterable {
    case any
    case all
    case count
    case max
    case min
    case sum
}

/// An expression as written, before names are looked up.
indirect enum Syntax: Sendable {
    case number(Double)
    case truth(Bool)
    case code(String)
    case name(String)
    case itemAt(item: String, site: String)
    case negative(SyntaxNode)
    case not(SyntaxNode)
    case both(SyntaxNode, SyntaxNode)
    case either(SyntaxNode, SyntaxNode)
    case comparison(Comparison, SyntaxNode, SyntaxNode)
    case arithmetic(Arithmetic, SyntaxNode, SyntaxNode)
    case among(SyntaxNode, [SyntaxNode])
    case call(String, [SyntaxNode])
}

/// A part of an expression and where it begins.
struct SyntaxNode: Sendable {
    let syntax: Syntax
    let position: TextPosition
}
