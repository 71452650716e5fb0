import ReaderStudies

// Names of items, values and parameters, at one site or another.
extension Compiler {
    mutating func lookUp(
        _ name: String, at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        if let parameter = table.parameters[name] { return constant(parameter) }
        let symbol = try symbol(name, at: position)
        switch symbol.placement {
        case .exam: return Typed(program: .slot(symbol.base), type: symbol.type)
        case scope:
            let program: Program =
                scope == .lesions ? .ownLesion(symbol.base) : .ownSite(base: symbol.base)
            return Typed(program: program, type: symbol.type)
        case .sites, .lesions:
            throw ExpressionError(
                position: position, sentence: elsewhere(name, asked: symbol.placement))
        }
    }

    private func elsewhere(_ name: String, asked placement: Placement) -> String {
        guard case .sites(let set) = placement else {
            let list = table.lesions?.id ?? ""
            return "\(name) is asked of each \(list); write any(\(list), …) or count(\(list), …)."
        }
        return "\(name) is asked at each \(set); write \(name)@SITE, \(name)@\(set) from a site "
            + "within one, or any(\(set), …)."
    }

    private mutating func constant(_ parameter: Parameter.Value) -> Typed {
        switch parameter {
        case .number(let number): Typed(program: .constant(.number(number)), type: .number)
        case .truth(let truth): Typed(program: .constant(.truth(truth)), type: .truth)
        case .code(let code, let codes):
            Typed(program: .constant(.code(table.number(ofCode: code))), type: .code(codes))
        }
    }

    private func symbol(
        _ name: String, at position: TextPosition
    ) throws(ExpressionError) -> Symbol {
        if let symbol = table.symbols[name] { return symbol }
        throw ExpressionError(
            position: position,
            sentence: "There is no item, value or parameter \(name)."
                + Suggestion.sentence(for: name, among: table.names))
    }

    func lookUp(
        _ name: String, of site: String, at position: TextPosition
    ) throws(ExpressionError) -> Typed {
        let symbol = try symbol(name, at: position)
        guard case .sites(let setID) = symbol.placement,
            let set = table.siteSets.first(where: { $0.id == setID })
        else {
            throw ExpressionError(
                position: position, sentence: "\(name) is not asked at sites; write it without @.")
        }
        if let number = set.sites.firstIndex(where: { $0.id.rawValue == site }) {
            return Typed(program: .slot(symbol.base + number), type: symbol.type)
        }
        guard site == setID else {
            throw ExpressionError(
                position: position,
                sentence: "\(name) is not asked at \(site)."
                    + Suggestion.sentence(for: site, among: set.sites.map(\.id.rawValue) + [setID]))
        }
        let numbers = try containing(set, at: position)
        return Typed(
            program: .containing(base: symbol.base, numbers: numbers), type: symbol.type)
    }

    private func containing(
        _ larger: SiteSet, at position: TextPosition
    ) throws(ExpressionError) -> [Int] {
        guard case .sites(let id) = scope,
            let smaller = table.siteSets.first(where: { $0.id == id })
        else {
            throw ExpressionError(
                position: position,
                sentence: "@\(larger.id) needs a site that lies within one; here is none.")
        }
        var numbers: [Int] = []
        for site in smaller.sites {
            let found = larger.sites.indices.filter { site.within.contains(larger.sites[$0].id) }
            guard found.count == 1 else {
                throw ExpressionError(
                    position: position,
                    sentence: "\(site.id) lies within \(found.count) sites of \(larger.id); "
                        + "its \"within\" must name one.")
            }
            numbers.append(found[0])
        }
        return numbers
    }
}
