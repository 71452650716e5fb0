import ReaderStudies

/// Looks up the names of an expression and checks its types.
struct Compiler {
    /// An expression that is understood, and what it is worth.
    struct Typed {
        let program: Program
        let type: ValueType
    }

    var table: SymbolTable
    var scope: Placement

    /// Compiles `text` for questions placed at `placement`; codes and techniques new to `table` are added.
    static func compile(
        _ text: String, at placement: Placement, with table: inout SymbolTable
    ) throws(ExpressionError) -> Typed {
        var compiler = Compiler(table: table, scope: placement)
        let typed = try compiler.compile(try Parser.parse(text))
        table = compiler.table
        return typed
    }

    mutating func compile(_ node: SyntaxNode) throws(ExpressionError) -> Typed {
        switch node.syntax {
        case .number(let number): Typed(program: .constant(.number(number)), type: .number)
        case .truth(let truth): Typed(program: .constant(.truth(truth)), type: .truth)
        case .code(let code): literal(code)
        case .name(let name): try lookUp(name, at: node.position)
        case .itemAt(let item, let site): try lookUp(item, of: site, at: node.position)
        case .negative(let inner): try negative(inner)
        case .not(let inner):
            Typed(program: .not(try compile(inner, as: .truth).program), type: .truth)
        case .both(let left, let right): try joined(left, right, by: Program.both)
        case .either(let left, let right): try joined(left, right, by: Program.either)
        case .comparison(let comparison, let left, let right):
            try compare(left, right, by: comparison)
        case .arithmetic(let operation, let left, let right):
            try compute(left, right, by: operation)
        case .among(let inner, let members): try among(inner, members)
        case .call(let function, let arguments):
            try call(function, arguments, at: node.position)
        }
    }

    mutating func compile(
        _ node: SyntaxNode, as wanted: ValueType
    ) throws(ExpressionError) -> Typed {
        let typed = try compile(node)
        guard typed.type == wanted else {
            throw ExpressionError(
                position: node.position,
                sentence: "Here stands \(wanted.shown), not \(typed.type.shown).")
        }
        return typed
    }

    private mutating func literal(_ code: String) -> Typed {
        Typed(
            program: .constant(.code(table.number(ofCode: code))), type: .code([code]))
    }
}

// Operators.
extension Compiler {
    private mutating func negative(_ inner: SyntaxNode) throws(ExpressionError) -> Typed {
        let number = try compile(inner, as: .number).program
        return Typed(
            program: .arithmetic(.minus, .constant(.number(0)), number), type: .number)
    }

    private mutating func joined(
        _ left: SyntaxNode, _ right: SyntaxNode, by join: (Program, Program) -> Program
    ) throws(ExpressionError) -> Typed {
        let first = try compile(left, as: .truth).program
        return Typed(program: join(first, try compile(right, as: .truth).program), type: .truth)
    }

    private mutating func compute(
        _ left: SyntaxNode, _ right: SyntaxNode, by operation: Arithmetic
    ) throws(ExpressionError) -> Typed {
        let first = try compile(left, as: .number).program
        let second = try compile(right, as: .number).program
        return Typed(program: .arithmetic(operation, first, second), type: .number)
    }

    private mutating func compare(
        _ left: SyntaxNode, _ right: SyntaxNode, by comparison: Comparison
    ) throws(ExpressionError) -> Typed {
        let first = try compile(left)
        let second = try compile(right)
        try requireComparable(first, left, second, right)
        guard first.type == .number || !comparison.needsOrder else {
            throw ExpressionError(
                position: left.position,
                sentence: "Only numbers can be compared with \(comparison.rawValue).")
        }
        return Typed(
            program: .comparison(comparison, first.program, second.program), type: .truth)
    }

    private mutating func among(
        _ inner: SyntaxNode, _ members: [SyntaxNode]
    ) throws(ExpressionError) -> Typed {
        let value = try compile(inner)
        var constants: Set<Value> = []
        for member in members {
            let typed = try compile(member)
            try requireComparable(value, inner, typed, member)
            guard case .constant(let constant) = typed.program else {
                throw ExpressionError(
                    position: member.position,
                    sentence: "After in stand codes or numbers in parentheses, nothing else.")
            }
            constants.insert(constant)
        }
        return Typed(program: .among(value.program, constants), type: .truth)
    }

    private func requireComparable(
        _ left: Typed, _ leftNode: SyntaxNode, _ right: Typed, _ rightNode: SyntaxNode
    ) throws(ExpressionError) {
        switch (left.type, right.type) {
        case (.truth, .truth), (.number, .number): break
        case (.code(let first), .code(let second)):
            let isRightLiteral = second.count == 1
            if Set(first).isDisjoint(with: second) {
                throw Self.neverEqual(
                    isRightLiteral ? second : first, among: isRightLiteral ? first : second,
                    at: isRightLiteral ? rightNode.position : leftNode.position)
            }
        case (.opaque, _), (_, .opaque):
            throw ExpressionError(
                position: left.type == .opaque ? leftNode.position : rightNode.position,
                sentence: "A text or mark is not compared; ask answered(…) of it.")
        default:
            throw ExpressionError(
                position: rightNode.position,
                sentence:
                    "Here stands \(left.type.shown), to be compared, not \(right.type.shown).")
        }
    }

    private static func neverEqual(
        _ strange: [String], among codes: [String], at position: TextPosition
    ) -> ExpressionError {
        let name = strange.first ?? ""
        return ExpressionError(
            position: position,
            sentence: "\"\(name)\" is none of its codes \(codes.joined(separator: ", "))."
                + Suggestion.sentence(for: name, among: codes))
    }
}
