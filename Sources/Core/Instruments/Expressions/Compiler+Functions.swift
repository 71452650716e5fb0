import ReaderStudies

// Calls of functions, also over all sites of a set.
extension Compiler {
    mutating func call(
        _ function: String, _ arguments: [SyntaxNode], at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        switch function {
        case "shows": return try shows(arguments, at: position)
        case "score": return try score(arguments, at: position)
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
        Gathering.allCases.map(\.rawValue) + ["shows", "score", "answered", "notAssessable"]
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
        let wanted: ValueType = [.max, .min, .sum].contains(gathering) ? .number : .truth
        let result: ValueType = [.any, .all].contains(gathering) ? .truth : .number
        if case .itemAt(let name, let larger) = arguments[0].syntax,
            let set = table.siteSets.first(where: { $0.id == name })
        {
            return try gather(gathering, set, within: larger, arguments, wanted, result)
        }
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

    /// Gathers over the sites of `set` within `larger`, a site by name or the set of the site in scope.
    private mutating func gather(
        _ gathering: Gathering, _ set: SiteSet, within larger: String, _ arguments: [SyntaxNode],
        _ wanted: ValueType, _ result: ValueType
    ) throws(ExpressionError) -> Typed {
        guard arguments.count == 2 else {
            throw ExpressionError(
                position: arguments[0].position,
                sentence: "\(gathering.rawValue)(\(set.id)@\(larger), …) takes one expression for "
                    + "each \(set.id), not \(arguments.count - 1).")
        }
        let members = try members(of: set, within: larger, at: arguments[0].position)
        let inner = try within(.sites(set.id)) { compiler throws(ExpressionError) in
            try compiler.compile(arguments[1], as: wanted).program
        }
        switch members {
        case .named(let numbers):
            return Typed(program: .chosen(gathering, numbers, inner), type: result)
        case .inScope(let numbers):
            return Typed(program: .contained(gathering, numbers, inner), type: result)
        }
    }

    private enum Members {
        case named([Int])
        case inScope([[Int]])
    }

    private func members(
        of set: SiteSet, within larger: String, at position: TextPosition
    ) throws(ExpressionError) -> Members {
        func numbers(_ site: SiteID) -> [Int] {
            set.sites.indices.filter { set.sites[$0].within.contains(site) }
        }
        if scope == .sites(larger), let own = table.siteSets.first(where: { $0.id == larger }) {
            return .inScope(own.sites.map { numbers($0.id) })
        }
        let known = Set(set.sites.flatMap(\.within))
        guard known.contains(SiteID(larger)) else {
            throw ExpressionError(
                position: position,
                sentence: "No \(set.id) lies within \(larger)."
                    + Suggestion.sentence(
                        for: larger, among: known.map(\.rawValue) + table.siteSets.map(\.id)))
        }
        return .named(numbers(SiteID(larger)))
    }

    private mutating func score(
        _ arguments: [SyntaxNode], at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        guard arguments.count == 1 else {
            throw ExpressionError(
                position: position, sentence: "score takes one item: score(bme).")
        }
        let inner = try compile(arguments[0])
        guard case .code(let codes) = inner.type else {
            throw ExpressionError(
                position: arguments[0].position,
                sentence: "score asks for an item with codes, not \(inner.type.shown).")
        }
        var numbers: [Int: Double] = [:]
        for code in codes {
            guard let number = Self.number(saidBy: code) else {
                throw ExpressionError(
                    position: arguments[0].position,
                    sentence: "The code \"\(code)\" ends in no number; score needs codes such as "
                        + "\"2\" or \"CT-2\".")
            }
            numbers[table.number(ofCode: code)] = number
        }
        return Typed(program: .score(inner.program, numbers), type: .number)
    }

    /// `2` of `2`, `1.5` of `1.5`, `-1` of `-1`, `3` of `CT-3`.
    private static func number(saidBy code: String) -> Double? {
        if let number = Double(code), number.isFinite { return number }
        let digits = code.reversed().prefix { ("0"..."9").contains($0) }.reversed()
        return Double(String(digits))
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
