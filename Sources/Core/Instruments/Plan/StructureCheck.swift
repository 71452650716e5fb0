import ReaderStudies

/// Checks everything of an instrument that needs no expression: names, sites, choices, ranges.
struct StructureCheck {
    let siteSets: [SiteSet]
    let lesions: LesionList?
    let parameters: [Parameter]
    let items: [Item]
    let derived: [DerivedValue]
    let aggregations: [Aggregation]

    /// An instrument has at most this many items and derived values.
    static let mostItems = 500

    /// Throws on the first part that is wrong.
    func run() throws(InstrumentError) {
        guard !items.isEmpty else { throw Self.wrong(["items"], "An instrument asks something.") }
        guard items.count + derived.count <= Self.mostItems else {
            throw Self.wrong(
                ["items"], "An instrument has at most \(Self.mostItems) items and derived values.")
        }
        try checkNames()
        for set in siteSets { try check(set) }
        if let lesions { try check(lesions) }
        for item in items { try check(item) }
        for value in derived { try check(value) }
        for aggregation in aggregations { try check(aggregation) }
    }

    private static func wrong(_ path: [String], _ sentence: String) -> InstrumentError {
        .definition(path: path, position: nil, sentence: sentence)
    }

    private func checkNames() throws(InstrumentError) {
        var taken: Set<String> = ["exam"]
        let names =
            siteSets.map { (["sites"], $0.id) } + (lesions.map { [(["lesions"], $0.id)] } ?? [])
            + parameters.map { (["parameters"], $0.id) }
            + items.map { (["items"], $0.id.rawValue) }
            + derived.map { (["derived"], $0.id.rawValue) }
        for (path, name) in names {
            guard Self.isName(name) else {
                throw Self.wrong(
                    path + [name],
                    "\"\(name)\" is no name: letters, digits and _ make one, a letter first, "
                        + "and no word of the expression language.")
            }
            guard taken.insert(name).inserted else {
                throw Self.wrong(path + [name], "\(name) is the name of two things.")
            }
        }
    }

    private static func isName(_ name: String) -> Bool {
        guard let tokens = try? Lexer.tokens(of: name), tokens.count == 2 else { return false }
        return tokens[0].token == .name(name) && !Parser.reserved.contains(name)
            && Parser.truths[name] == nil
    }

    private func check(_ set: SiteSet) throws(InstrumentError) {
        let path = ["sites", set.id]
        guard !set.sites.isEmpty else { throw Self.wrong(path, "\(set.id) has no sites.") }
        var taken: Set<SiteID> = [.exam]
        for site in set.sites {
            guard taken.insert(site.id).inserted else {
                throw Self.wrong(path, "\(site.id) is the name of two sites, or exam.")
            }
            guard set.grid.rows.indices.contains(site.row),
                set.grid.columns.indices.contains(site.column)
            else {
                throw Self.wrong(
                    path,
                    "\(site.id) lies outside the \(set.grid.rows.count) rows and "
                        + "\(set.grid.columns.count) columns of its grid.")
            }
        }
        guard set.grid.sides.isEmpty || set.grid.sides.count == set.grid.columns.count else {
            throw Self.wrong(path, "The sides need one entry a column.")
        }
    }

    private func check(_ list: LesionList) throws(InstrumentError) {
        guard (1...100).contains(list.maximum) else {
            throw Self.wrong(
                ["lesions", "maximum"], "A list holds 1 to 100 entries, not \(list.maximum).")
        }
        let fixed = siteSets.flatMap(\.sites).map(\.id.rawValue)
        guard !list.prefix.isEmpty, !fixed.contains(where: { $0.hasPrefix(list.prefix) }) else {
            throw Self.wrong(
                ["lesions", "prefix"], "No other site may begin with \"\(list.prefix)\".")
        }
    }

    private func check(_ item: Item) throws(InstrumentError) {
        let path = ["items", item.id.rawValue]
        try check(item.placement, path)
        try check(item.kind, path)
        if item.drawing?.hasTexture == true { _ = try TextureRule(parameters) }
        if let rule = item.rules.first(where: { $0.severity > .warning && $0.visibility != .live })
        {
            throw Self.wrong(
                path + [rule.severity.rawValue],
                "What keeps a reader from answering or signing is said at once. Only hints and "
                    + "warnings wait.")
        }
        if item.layout == .grid, item.placement == .exam || item.placement == .lesions {
            throw Self.wrong(path + ["layout"], "A grid needs a set of sites.")
        }
    }

    private func check(_ value: DerivedValue) throws(InstrumentError) {
        let path = ["derived", value.id.rawValue]
        try check(value.placement, path)
        if case .measured(let id, _) = value.rule {
            guard let item = items.first(where: { $0.id == id }), item.drawing != nil,
                item.placement == value.placement
            else {
                throw Self.wrong(
                    path + ["measured"],
                    "\(id) is no item that is drawn at the same sites as \(value.id).")
            }
        }
        if case .firstOf(let cases) = value.rule {
            guard cases.dropLast().allSatisfy({ $0.when != nil }), !cases.isEmpty else {
                throw Self.wrong(path + ["firstOf"], "Only the last line may be \"otherwise\".")
            }
        }
    }

    private func check(_ placement: Placement, _ path: [String]) throws(InstrumentError) {
        switch placement {
        case .exam: break
        case .lesions:
            guard lesions != nil else {
                throw Self.wrong(path + ["at"], "The instrument has no list of lesions.")
            }
        case .sites(let id):
            guard siteSets.contains(where: { $0.id == id }) else {
                let known = ["exam"] + siteSets.map(\.id) + (lesions.map { [$0.id] } ?? [])
                throw Self.wrong(
                    path + ["at"],
                    "There is no set of sites \(id)." + Suggestion.sentence(for: id, among: known))
            }
        }
    }

    private func check(_ kind: ItemKind, _ path: [String]) throws(InstrumentError) {
        switch kind {
        case .binary, .codes: try check(kind.choices, path)
        case .number(let format):
            guard (0...6).contains(format.decimals) else {
                throw Self.wrong(
                    path + ["decimals"], "0 to 6 decimals can be typed, not \(format.decimals).")
            }
        case .text(let maximum):
            guard (1...10_000).contains(maximum) else {
                throw Self.wrong(
                    path + ["maximum"], "A text has 1 to 10000 characters, not \(maximum).")
            }
        case .count, .percentage, .mark: break
        }
    }

    private func check(_ choices: [Choice], _ path: [String]) throws(InstrumentError) {
        let path = path + ["choices"]
        guard choices.count >= 2 else {
            throw Self.wrong(path, "A choice is between two at least.")
        }
        var codes: Set<String> = []
        var keys: Set<Character> = []
        for choice in choices {
            guard !choice.code.isEmpty, codes.insert(choice.code).inserted else {
                throw Self.wrong(path, "The code \"\(choice.code)\" is empty or stands twice.")
            }
            if let key = choice.key, !keys.insert(key).inserted {
                throw Self.wrong(path, "The key \(key) chooses two codes.")
            }
        }
    }

    private func check(_ aggregation: Aggregation) throws(InstrumentError) {
        let path = ["aggregation", aggregation.item.rawValue]
        guard let item = items.first(where: { $0.id == aggregation.item }), item.kind.isFinding,
            case .sites(let id) = item.placement,
            let set = siteSets.first(where: { $0.id == id })
        else {
            throw Self.wrong(
                path, "\(aggregation.item) is no finding at sites; only these are carried up.")
        }
        guard (0...100).contains(aggregation.notAssessablePercent) else {
            throw Self.wrong(path, "A share is 0 to 100 percent.")
        }
        guard aggregation.to != "exam" else { return }
        guard let larger = siteSets.first(where: { $0.id == aggregation.to }) else {
            throw Self.wrong(
                path,
                "There is no set of sites \(aggregation.to)."
                    + Suggestion.sentence(
                        for: aggregation.to, among: ["exam"] + siteSets.map(\.id)))
        }
        let ids = Set(larger.sites.map(\.id))
        if let stray = set.sites.first(where: { ids.isDisjoint(with: $0.within) }) {
            throw Self.wrong(path, "\(stray.id) lies within no \(larger.id).")
        }
    }
}
