/// Reads the text of an expression.
///
/// From loose to tight: `or`, `and`, `not`, comparisons and `in`, `+ -`, `* /`, `-`; then numbers,
/// `"codes"`, `present absent yes no`, `item`, `item@site`, `function(…)` and parentheses.
struct Parser {
    /// Parentheses, calls and signs may be nested this deep.
    static let deepest = 50

    /// An expression has at most this many words and signs.
    static let longest = 1000

    private let tokens: [PlacedToken]
    private var index = 0
    private var depth = 0

    private init(_ tokens: [PlacedToken]) { self.tokens = tokens }

    /// The expression that `text` says.
    static func parse(_ text: String) throws(ExpressionError) -> SyntaxNode {
        let tokens = try Lexer.tokens(of: text)
        guard tokens.count <= longest else {
            throw ExpressionError(
                position: tokens[longest].position,
                sentence: "The expression has more than \(longest) words and signs.")
        }
        var parser = Parser(tokens)
        if parser.token == .end {
            throw ExpressionError(position: parser.position, sentence: "The expression is empty.")
        }
        let node = try parser.disjunction()
        guard parser.token == .end else {
            throw parser.unexpected("Here the expression should end")
        }
        return node
    }

    private var token: Token { tokens[index].token }
    private var position: TextPosition { tokens[index].position }

    private func unexpected(_ what: String) -> ExpressionError {
        ExpressionError(position: position, sentence: "\(what), not \(token.shown).")
    }

    private mutating func accept(_ wanted: Token) -> Bool {
        guard token == wanted else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ sign: String) throws(ExpressionError) {
        guard accept(.sign(sign)) else { throw unexpected("Here stands \(sign)") }
    }

    private mutating func disjunction() throws(ExpressionError) -> SyntaxNode {
        var left = try conjunction()
        while accept(.name("or")) {
            left = SyntaxNode(syntax: .either(left, try conjunction()), position: left.position)
        }
        return left
    }

    private mutating func conjunction() throws(ExpressionError) -> SyntaxNode {
        var left = try negation()
        while accept(.name("and")) {
            left = SyntaxNode(syntax: .both(left, try negation()), position: left.position)
        }
        return left
    }

    private mutating func negation() throws(ExpressionError) -> SyntaxNode {
        let start = position
        guard accept(.name("not")) else { return try comparison() }
        let inner = try deeper { parser throws(ExpressionError) in try parser.negation() }
        return SyntaxNode(syntax: .not(inner), position: start)
    }

    private mutating func comparison() throws(ExpressionError) -> SyntaxNode {
        let left = try sum()
        if accept(.name("in")) {
            return SyntaxNode(syntax: .among(left, try list()), position: left.position)
        }
        guard case .sign(let sign) = token, let comparison = Comparison(rawValue: sign) else {
            return left
        }
        index += 1
        let right = try sum()
        return SyntaxNode(syntax: .comparison(comparison, left, right), position: left.position)
    }

    private mutating func sum() throws(ExpressionError) -> SyntaxNode {
        var left = try product()
        while let operation = arithmetic([.plus, .minus]) {
            let right = try product()
            left = SyntaxNode(syntax: .arithmetic(operation, left, right), position: left.position)
        }
        return left
    }

    private mutating func product() throws(ExpressionError) -> SyntaxNode {
        var left = try signed()
        while let operation = arithmetic([.times, .divided]) {
            let right = try signed()
            left = SyntaxNode(syntax: .arithmetic(operation, left, right), position: left.position)
        }
        return left
    }

    private mutating func arithmetic(_ allowed: [Arithmetic]) -> Arithmetic? {
        guard case .sign(let sign) = token, let operation = Arithmetic(rawValue: sign),
            allowed.contains(operation)
        else { return nil }
        index += 1
        return operation
    }

    private mutating func signed() throws(ExpressionError) -> SyntaxNode {
        let start = position
        guard accept(.sign("-")) else { return try primary() }
        let inner = try deeper { parser throws(ExpressionError) in try parser.signed() }
        return SyntaxNode(syntax: .negative(inner), position: start)
    }

    private mutating func primary() throws(ExpressionError) -> SyntaxNode {
        let start = position
        switch token {
        case .number(let number):
            index += 1
            return SyntaxNode(syntax: .number(number), position: start)
        case .text(let text):
            index += 1
            return SyntaxNode(syntax: .code(text), position: start)
        case .name(let name) where !Self.reserved.contains(name):
            index += 1
            return SyntaxNode(syntax: try afterName(name), position: start)
        case .sign("("):
            index += 1
            let inner = try deeper { parser throws(ExpressionError) in try parser.disjunction() }
            try expect(")")
            return inner
        case .name, .site, .sign, .end:
            throw unexpected("Here stands an item, a number, a code or a parenthesis")
        }
    }

    private mutating func afterName(_ name: String) throws(ExpressionError) -> Syntax {
        if let truth = Self.truths[name] { return .truth(truth) }
        if case .site(let site) = token {
            index += 1
            return .itemAt(item: name, site: site)
        }
        guard token == .sign("(") else { return .name(name) }
        return .call(name, try list())
    }

    private mutating func list() throws(ExpressionError) -> [SyntaxNode] {
        try expect("(")
        var nodes: [SyntaxNode] = []
        repeat {
            nodes.append(
                try deeper { parser throws(ExpressionError) in try parser.disjunction() })
        } while accept(.sign(","))
        try expect(")")
        return nodes
    }

    private mutating func deeper(
        _ parse: (inout Parser) throws(ExpressionError) -> SyntaxNode
    ) throws(ExpressionError) -> SyntaxNode {
        guard depth < Self.deepest else {
            throw ExpressionError(
                position: position,
                sentence: "The expression is nested more than \(Self.deepest) deep.")
        }
        depth += 1
        defer { depth -= 1 }
        return try parse(&self)
    }

    /// The words for yes and no.
    static let truths = ["present": true, "yes": true, "absent": false, "no": false]

    /// Words that join and cannot be names of items.
    static let reserved: Set<String> = ["and", "or", "not", "in"]
}
