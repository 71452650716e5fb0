import Analysis
import Instruments
import ReaderStudies

/// Reads one finding of a plan; what the plan leaves out comes from the reading form.
struct FindingReader {
    let instruments: [Instrument]

    private static let keys: Set<String> = [
        "item", "label", "categories", "ordered", "positive", "from", "unit", "threshold",
        "confidence", "levels",
    ]

    func finding(_ value: YAMLValue) throws(StudyFileError) -> Finding {
        let table = try value.table(Self.keys)
        let name = try table.required("item").text()
        let item = instruments.lazy.compactMap { $0.item(ItemID(name)) }.first
        var finding = Finding(
            item: name, label: try table["label"]?.text() ?? item?.label,
            kind: try kind(table, item))
        finding.confidence = try table["confidence"]?.text() ?? confidence(of: name)
        for level in try table["levels"]?.list() ?? [] {
            finding.levels.append(try self.level(level, name, item))
        }
        if !finding.levels.isEmpty, let levels = table["levels"], !hasPositive(finding) {
            throw levels.mistake(
                "Sites make up larger ones by what is positive. Add positive: or from: first.")
        }
        return finding
    }

    private func hasPositive(_ finding: Finding) -> Bool {
        switch finding.kind {
        case .categories(_, let positive, _): positive != nil
        case .number: false
        }
    }

    private func kind(_ table: YAMLTable, _ item: Item?) throws(StudyFileError) -> Finding.Kind {
        if table["unit"] != nil || table["threshold"] != nil {
            return .number(
                unit: try table["unit"]?.text() ?? item?.unit ?? "",
                threshold: try table["threshold"]?.number())
        }
        if table["categories"] == nil, let item {
            switch item.kind {
            case .number, .percentage, .count: return .number(unit: item.unit, threshold: nil)
            case .binary, .codes, .text, .mark: break
            }
        }
        let known = item?.kind.choices.map(\.code) ?? []
        let categories = try table["categories"]?.texts() ?? (known.isEmpty ? ["0", "1"] : known)
        let isBinary = item.map(\.kind.isFinding) ?? (table["categories"] == nil)
        return .categories(
            categories, positive: try positive(table, categories, isBinary),
            ordered: try table["ordered"]?.truth() ?? false)
    }

    private func positive(
        _ table: YAMLTable, _ categories: [String], _ isBinary: Bool
    ) throws(StudyFileError) -> Finding.Positive? {
        if let from = table["from"] {
            guard table["positive"] == nil else {
                throw from.mistake("Write positive: or from:, not both.")
            }
            let code = try from.text()
            try demand(code, categories, from)
            return .from(code)
        }
        if let positive = table["positive"] {
            for code in try positive.list() { try demand(try code.text(), categories, code) }
            return .codes(Set(try positive.texts()))
        }
        return isBinary ? .codes(["1"]) : nil
    }

    private func demand(
        _ code: String, _ categories: [String], _ value: YAMLValue
    ) throws(StudyFileError) {
        guard categories.contains(code) else {
            throw value.mistake(
                "\(code) is none of the categories \(categories.joined(separator: ", "))."
                    + Suggestion.sentence(for: code, among: categories))
        }
    }

    private func confidence(of item: String) -> String? {
        let name = "confidence_\(item)"
        guard
            let form = instruments.first(where: { $0.item(ItemID(name)) != nil }),
            form.parameters.contains(where: {
                $0.id == "ask_confidence" && $0.value == .truth(true)
            })
        else { return nil }
        return name
    }

    /// `joint`, `exam`, or a table with a name, the sites of each larger one and the percentage.
    private func level(
        _ value: YAMLValue, _ name: String, _ item: Item?
    ) throws(StudyFileError) -> Level {
        if let text = try? value.text() { return try named(text, value, name, item) }
        let table = try value.table(["name", "sites", "notAssessablePercent"])
        var groups: [String: String]?
        if let sites = table["sites"] {
            var found: [String: String] = [:]
            for (group, members) in try sites.named() {
                for site in try members.texts() {
                    guard found.updateValue(group, forKey: site) == nil else {
                        throw members.mistake("The site \(site) belongs to two larger ones.")
                    }
                }
            }
            groups = found
        }
        return Level(
            name: try table.required("name").text(), groups: groups,
            notAssessablePercent: try table["notAssessablePercent"]?.integer(in: 0...100) ?? 25)
    }

    private func named(
        _ level: String, _ value: YAMLValue, _ name: String, _ item: Item?
    ) throws(StudyFileError) -> Level {
        guard level != "site" else {
            throw value.mistake("Sites are always analysed. Leave site out.")
        }
        let form = instruments.first { $0.item(ItemID(name)) != nil }
        let rule = form?.aggregations.first { $0.item.rawValue == name && $0.to == level }
        if level == "exam" {
            return Level(name: level, notAssessablePercent: rule?.notAssessablePercent ?? 25)
        }
        guard let form, let item, case .sites(let set) = item.placement,
            let sites = form.siteSet(set), let larger = form.siteSet(level)
        else {
            throw value.mistake(
                "Nothing tells which sites make up \(level). Write {name: \(level), sites: {R: [..]}}."
            )
        }
        let names = Set(larger.sites.map(\.id))
        var groups: [String: String] = [:]
        for site in sites.sites {
            groups[site.id.rawValue] = site.within.first(where: names.contains)?.rawValue
        }
        return Level(
            name: level, groups: groups, notAssessablePercent: rule?.notAssessablePercent ?? 25)
    }
}
