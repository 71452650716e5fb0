import ReaderStudies

// Calls of functions, also over all sites of a set.
extension Compiler {
    mutating func call(
        _ function: String, _ arguments: [SyntaxNode], at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        switch function {
        case "shows": return try shows(arguments, at: position)
        case "answered", "notAssessable":
            return try state(function, arguments, at: position)
        default: break
        }
        guard let gathering = Gathering(rawValue: function) else {
            throw ExpressionError(
                position: position,
                sentence: "There is no function \(function)."
                    + Suggestion.sentence(for: function, among: Self.functions))
        }
        return try gather(gathering, arguments, at: position)
    }

    private static var functions: [String] {
        Gathering.allCases.map(\.rawValue) + ["shows", "answered", "notAssessable"]
    }

    private mutating func shows(
        _ arguments: [SyntaxNode], at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        guard arguments.count == 1, case .code(let technique) = arguments[0].syntax else {
            throw ExpressionError(
                position: position, sentence: "shows takes one technique: shows(\"t1\").")
        }
        return Typed(program: .shows(table.number(ofTechnique: technique)), type: .truth)
    }

    private mutating func state(
        _ function: String, _ arguments: [SyntaxNode], at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        guard arguments.count == 1 else {
            throw ExpressionError(
                position: position, sentence: "\(function) takes one item: \(function)(erosion).")
        }
        let inner = try compile(arguments[0]).program
        return Typed(
            program: function == "answered" ? .isAnswered(inner) : .isNotAssessable(inner),
            type: .truth)
    }

    private mutating func gather(
        _ gathering: Gathering, _ arguments: [SyntaxNode], at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        let wanted: ValueType = [.max, .min].contains(gathering) ? .number : .truth
        let result: ValueType = [.any, .all].contains(gathering) ? .truth : .number
        guard case .name(let name) = arguments[0].syntax, let place = place(named: name) else {
            var programs: [Program] = []
            for argument in arguments {
                programs.append(try compile(argument, as: wanted).program)
            }
            return Typed(program: .list(gathering, programs), type: result)
        }
        if arguments.count == 1, gathering == .count, place == .lesions {
            return Typed(program: .lesionCount, type: .number)
        }
        guard arguments.count == 2 else {
            throw ExpressionError(
                position: position,
                sentence: "\(gathering.rawValue)(\(name), …) takes one expression for each "
                    + "\(name), not \(arguments.count - 1).")
        }
        let inner = try within(place) { compiler throws(ExpressionError) in
            try compiler.compile(arguments[1], as: wanted).program
        }
        return Typed(program: gathered(gathering, place, inner), type: result)
    }

    private func place(named name: String) -> Placement? {
        if table.lesions?.id == name { return .lesions }
        return table.siteSets.contains { $0.id == name } ? .sites(name) : nil
    }

    private func gathered(
        _ gathering: Gathering, _ place: Placement, _ inner: Program
    ) -> Program {
        guard case .sites(let id) = place else { return .lesions(gathering, inner) }
        let count = table.siteSets.first { $0.id == id }?.sites.count ?? 0
        return .sites(gathering, count: count, inner)
    }

    private mutating func within(
        _ place: Placement, _ body: (inout Compiler) throws(ExpressionError) -> Program
    ) throws(ExpressionError) -> Program {
        let outer = scope
        scope = place
        defer { scope = outer }
        return try body(&self)
    }
}
