import ReaderStudies

/// Who depends on whom among the items and derived values of an instrument.
struct Dependencies {
    /// One item or derived value.
    struct Part {
        let name: String
        /// The expressions that decide whether it is asked, or what it is worth, with their paths.
        let deciding: [(path: [String], text: String)]
    }

    /// Names that each part's deciding expressions use.
    private let used: [[Int]]
    private let parts: [Part]

    init(_ parts: [Part]) throws(InstrumentError) {
        self.parts = parts
        let numbers = Dictionary(
            parts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var used: [[Int]] = []
        for part in parts {
            var names: Set<String> = []
            for (path, text) in part.deciding {
                names.formUnion(try Self.names(in: text, path: path))
            }
            used.append(names.compactMap { numbers[$0] }.sorted())
        }
        self.used = used
    }

    /// The names of items, values and parameters in an expression.
    static func names(in text: String, path: [String]) throws(InstrumentError) -> Set<String> {
        do {
            var names: Set<String> = []
            try Parser.parse(text).collectNames(into: &names)
            return names
        } catch {
            throw .definition(path: path, position: error.position, sentence: error.sentence)
        }
    }

    /// Indexes of the parts such that each comes after all it depends on.
    ///
    /// - Throws: `InstrumentError.definition` that names the parts of a circle.
    func order() throws(InstrumentError) -> [Int] {
        var order: [Int] = []
        var state = Array(repeating: Visit.new, count: parts.count)
        for index in parts.indices {
            try visit(index, trail: [], &state, &order)
        }
        return order
    }

    private enum Visit { case new, open, done }

    private func visit(
        _ index: Int, trail: [Int], _ state: inout [Visit], _ order: inout [Int]
    ) throws(InstrumentError) {
        switch state[index] {
        case .done: return
        case .open: throw circle(trail, back: index)
        case .new: break
        }
        state[index] = .open
        for next in used[index] {
            try visit(next, trail: trail + [index], &state, &order)
        }
        state[index] = .done
        order.append(index)
    }

    private func circle(_ trail: [Int], back index: Int) -> InstrumentError {
        let start = trail.firstIndex(of: index) ?? 0
        let names = (trail[start...] + [index]).map { parts[$0].name }
        return .definition(
            path: parts[index].deciding.first?.path ?? [], position: nil,
            sentence:
                "\(names.joined(separator: " depends on ")): a circle. Break it at one of them.")
    }
}

extension SyntaxNode {
    /// Adds every name of an item, value, parameter or set in the expression.
    func collectNames(into names: inout Set<String>) {
        switch syntax {
        case .number, .truth, .code: break
        case .name(let name), .itemAt(let name, _): names.insert(name)
        case .negative(let inner), .not(let inner): inner.collectNames(into: &names)
        case .both(let left, let right), .either(let left, let right),
            .comparison(_, let left, let right), .arithmetic(_, let left, let right):
            left.collectNames(into: &names)
            right.collectNames(into: &names)
        case .among(let inner, let members):
            for node in [inner] + members { node.collectNames(into: &names) }
        case .call(_, let arguments):
            for node in arguments { node.collectNames(into: &names) }
        }
    }
}
