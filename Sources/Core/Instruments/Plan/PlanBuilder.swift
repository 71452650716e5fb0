import ReaderStudies

/// Compiles the expressions of an instrument whose structure is sound.
struct PlanBuilder {
    private let items: [Item]
    private let derived: [DerivedValue]
    private let siteSets: [SiteSet]
    private var table: SymbolTable
    private var bases: [Int] = []

    /// The plan of `instrument`'s parts.
    ///
    /// - Throws: `InstrumentError.definition` with the path and place of the first wrong expression.
    static func build(
        _ structure: StructureCheck, allNotAssessableIf: String?
    ) throws(InstrumentError) -> Plan {
        try structure.run()
        var builder = PlanBuilder(structure)
        let order = try Dependencies(structure.parts).order()
        try SecrecyCheck(structure, allNotAssessableIf: allNotAssessableIf).run()
        return try builder.plan(order: order, allNotAssessableIf: allNotAssessableIf)
    }

    private init(_ structure: StructureCheck) {
        items = structure.items
        derived = structure.derived
        siteSets = structure.siteSets
        table = SymbolTable(
            siteSets: structure.siteSets, lesions: structure.lesions,
            parameters: structure.parameters)
        assignSlots()
        for (item, base) in zip(items, bases) {
            table.symbols[item.id.rawValue] = Symbol(
                placement: item.placement, type: item.kind.valueType, base: base)
        }
    }

    private mutating func assignSlots() {
        var fixed = 0
        var lesion = 0
        for placement in items.map(\.placement) + derived.map(\.placement) {
            if placement == .lesions {
                bases.append(lesion)
                lesion += 1
            } else {
                bases.append(fixed)
                fixed += sites(of: placement).count
            }
        }
    }

    private func sites(of placement: Placement) -> [Site] {
        switch placement {
        case .exam: [Site(id: .exam, label: "", row: 0, column: 0)]
        case .lesions: []
        case .sites(let id): siteSets.first { $0.id == id }?.sites ?? []
        }
    }

    private mutating func plan(
        order: [Int], allNotAssessableIf: String?
    ) throws(InstrumentError) -> Plan {
        // Derived values first, in order of dependency: an expression needs their types.
        var derivedEntries: [Int: Entry] = [:]
        for index in order where index >= items.count {
            derivedEntries[index] = try entry(derived[index - items.count], base: bases[index])
        }
        var entries: [Entry] = []
        for (item, base) in zip(items, bases) { entries.append(try entry(item, base: base)) }
        entries += derivedEntries.sorted { $0.key < $1.key }.map(\.value)
        let switchProgram = try optional(
            allNotAssessableIf, at: .exam, path: ["allNotAssessableIf"])
        return Plan(
            entries: entries, itemCount: items.count, order: order, table: table,
            allNotAssessableIf: switchProgram)
    }

    private mutating func entry(_ item: Item, base: Int) throws(InstrumentError) -> Entry {
        let path = ["items", item.id.rawValue]
        var rules: [(rule: Rule, program: Program)] = []
        for (number, rule) in item.rules.enumerated() {
            let rulePath = path + [rule.severity.rawValue, "\(number)"]
            rules.append((rule, try truth(rule.when, at: item.placement, path: rulePath)))
        }
        return Entry(
            role: .item(item), placement: item.placement, base: base,
            sites: sites(of: item.placement), values: codeValues(item.kind),
            showIf: try optional(item.showIf, at: item.placement, path: path + ["showIf"]),
            need: try need(item, path: path + ["requiredIf"]), rules: rules,
            conditionalChoices: try conditional(item, path: path + ["choices"]))
    }

    private mutating func need(
        _ item: Item, path: [String]
    ) throws(InstrumentError) -> Entry.Need {
        switch item.requirement {
        case .optional: .never
        case .required: .always
        case .requiredIf(let text): .when(try truth(text, at: item.placement, path: path))
        }
    }

    private mutating func codeValues(_ kind: ItemKind) -> [String: Value] {
        switch kind {
        case .binary(let absent, let present):
            return [absent.code: .truth(false), present.code: .truth(true)]
        case .codes(let choices):
            var values: [String: Value] = [:]
            for choice in choices { values[choice.code] = .code(table.number(ofCode: choice.code)) }
            return values
        case .count, .number, .percentage, .text, .mark: return [:]
        }
    }

    private mutating func conditional(
        _ item: Item, path: [String]
    ) throws(InstrumentError) -> [(choice: Choice, program: Program?)] {
        guard item.kind.choices.contains(where: { $0.showIf != nil }) else { return [] }
        var choices: [(choice: Choice, program: Program?)] = []
        for choice in item.kind.choices {
            let path = path + [choice.code]
            if let text = choice.showIf {
                let names = try Dependencies.names(in: text, path: path)
                if let name = names.sorted().first(where: { table.symbols[$0] != nil }) {
                    throw .definition(
                        path: path, position: nil,
                        sentence: "Whether a choice is offered may depend on shows(…) and "
                            + "parameters, not on \(name).")
                }
            }
            choices.append((choice, try optional(choice.showIf, at: .exam, path: path)))
        }
        return choices
    }

    private mutating func entry(
        _ value: DerivedValue, base: Int
    ) throws(InstrumentError) -> Entry {
        let path = ["derived", value.id.rawValue]
        let (derivation, type) = try derivation(value, path: path)
        table.symbols[value.id.rawValue] = Symbol(
            placement: value.placement, type: type, base: base)
        return Entry(
            role: .derived(value), placement: value.placement, base: base,
            sites: sites(of: value.placement), derivation: derivation)
    }

    private mutating func derivation(
        _ value: DerivedValue, path: [String]
    ) throws(InstrumentError) -> (Entry.Derivation, ValueType) {
        switch value.rule {
        case .measured(let item, let quantity): return (.measured(item, quantity), .number)
        case .expression(let text):
            let path = path + ["is"]
            let typed = try compile(text, at: value.placement, path: path)
            guard typed.type != .opaque else {
                throw .definition(
                    path: path, position: nil, sentence: "A text or mark is no derived value.")
            }
            return (.expression(typed.program), typed.type)
        case .firstOf(let cases):
            var compiled: [(when: Program?, code: Int)] = []
            for (number, line) in cases.enumerated() {
                let path = path + ["firstOf", "\(number)"]
                let program = try optional(line.when, at: value.placement, path: path)
                compiled.append((program, table.number(ofCode: line.code)))
            }
            return (.firstOf(compiled), .code(cases.map(\.code)))
        }
    }

    private mutating func optional(
        _ text: String?, at placement: Placement, path: [String]
    ) throws(InstrumentError) -> Program? {
        guard let text else { return nil }
        return try truth(text, at: placement, path: path)
    }

    private mutating func truth(
        _ text: String, at placement: Placement, path: [String]
    ) throws(InstrumentError) -> Program {
        let typed = try compile(text, at: placement, path: path)
        guard typed.type == .truth else {
            throw .definition(
                path: path, position: TextPosition(line: 1, column: 1),
                sentence: "A condition is yes or no; this is \(typed.type.shown).")
        }
        return typed.program
    }

    private mutating func compile(
        _ text: String, at placement: Placement, path: [String]
    ) throws(InstrumentError) -> Compiler.Typed {
        do {
            return try Compiler.compile(text, at: placement, with: &table)
        } catch {
            throw .definition(path: path, position: error.position, sentence: error.sentence)
        }
    }
}

extension ItemKind {
    /// What the item is worth in expressions.
    var valueType: ValueType {
        switch self {
        case .binary: .truth
        case .codes(let choices): .code(choices.map(\.code))
        case .count, .number, .percentage: .number
        case .text, .mark: .opaque
        }
    }
}
