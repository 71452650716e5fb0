import ReaderStudies

/// Makes sure that nothing a reader meets before signing tells a derived value hidden until then.
///
/// A question that appears, becomes required or warns because of a hidden value would tell it as
/// surely as the value itself.
struct SecrecyCheck {
    private let structure: StructureCheck
    private let allNotAssessableIf: String?

    init(_ structure: StructureCheck, allNotAssessableIf: String?) {
        self.structure = structure
        self.allNotAssessableIf = allNotAssessableIf
    }

    /// Throws on the first expression that would tell a hidden value.
    func run() throws(InstrumentError) {
        for open in openExpressions {
            var visited: Set<ItemID> = []
            guard
                let secret = try firstSecret(
                    in: open.text, path: open.path, from: open.visibility, &visited)
            else { continue }
            let advice =
                open.isRule
                ? "Let it wait as well with visibility: \(secret.visibility.rawValue)."
                : "Use answers of the reader instead."
            throw .definition(
                path: open.path, position: nil,
                sentence:
                    "\(secret.id) is hidden until signing (\(secret.visibility.rawValue)), "
                    + "and this would tell it earlier. \(advice)")
        }
    }

    /// An expression and the moment from which on a reader feels it.
    private struct Open {
        let path: [String]
        let text: String
        var visibility = DerivedVisibility.live
        var isRule = false
    }

    private var openExpressions: [Open] {
        var all = structure.items.flatMap(\.expressions).map { Open(path: $0.path, text: $0.text) }
        all += structure.items.flatMap { item in
            item.rules.enumerated().map { number, rule in
                Open(
                    path: ["items", item.id.rawValue, rule.severity.rawValue, "\(number)"],
                    text: rule.when, visibility: rule.visibility,
                    isRule: rule.severity <= .warning)
            }
        }
        all += structure.derived.filter { $0.visibility == .live }.flatMap(\.expressions)
            .map { Open(path: $0.path, text: $0.text) }
        if let allNotAssessableIf {
            all.append(Open(path: ["allNotAssessableIf"], text: allNotAssessableIf))
        }
        return all
    }

    private func firstSecret(
        in text: String, path: [String], from visibility: DerivedVisibility,
        _ visited: inout Set<ItemID>
    ) throws(InstrumentError) -> DerivedValue? {
        let names = try Dependencies.names(in: text, path: path)
        for value in structure.derived
        where names.contains(value.id.rawValue) && visited.insert(value.id).inserted {
            if value.visibility > visibility { return value }
            for (innerPath, inner) in value.expressions {
                if let found = try firstSecret(
                    in: inner, path: innerPath, from: visibility, &visited)
                {
                    return found
                }
            }
        }
        return nil
    }
}

extension StructureCheck {
    /// Items and derived values with the expressions that decide about them.
    var parts: [Dependencies.Part] {
        items.map { item in
            let path = ["items", item.id.rawValue, "showIf"]
            return Dependencies.Part(
                name: item.id.rawValue, deciding: item.showIf.map { [(path, $0)] } ?? [])
        }
            + derived.map { Dependencies.Part(name: $0.id.rawValue, deciding: $0.expressions) }
    }
}

extension Item {
    /// What decides whether the item is asked and needed, with the paths.
    fileprivate var expressions: [(path: [String], text: String)] {
        let path = ["items", id.rawValue]
        var all: [(path: [String], text: String)] = []
        if let showIf { all.append((path + ["showIf"], showIf)) }
        if case .requiredIf(let text) = requirement { all.append((path + ["requiredIf"], text)) }
        return all
    }
}

extension DerivedValue {
    /// All expressions of the value, with their paths.
    var expressions: [(path: [String], text: String)] {
        let path = ["derived", id.rawValue]
        switch rule {
        case .expression(let text): return [(path + ["is"], text)]
        case .measured(let item, _): return [(path + ["measured"], item.rawValue)]
        case .firstOf(let cases):
            return cases.enumerated().compactMap { number, line in
                line.when.map { (path + ["firstOf", "\(number)"], $0) }
            }
        }
    }
}
