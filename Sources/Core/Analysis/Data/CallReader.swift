/// Makes the calls of a finding from answers and reference.
struct CallReader {
    let table: ReadTable
    let reference: Reference

    /// The calls at the sites where the finding is asked.
    ///
    /// - Throws: `AnalysisError.unknownCategory` for an answer and `unknownTruth` for a truth that is no
    ///   category of the finding.
    func calls(of finding: Finding) throws(AnalysisError) -> CallTable {
        var calls = CallTable(finding: finding, level: "site", units: [], calls: [], records: [])
        guard let item = table.items.find(finding.item) else { return calls }
        let meanings = try meanings(of: finding, item)
        let confidences = confidences(of: finding)
        var places: [Int: Int] = [:]
        for answer in table.answers where Int(answer.item) == item {
            let read = table.reads[Int(answer.read)]
            let key = read.caseID * table.sites.count + Int(answer.site)
            let unit = places[key, default: calls.units.count]
            if unit == calls.units.count {
                places[key] = unit
                calls.units.append(try self.unit(read, Int(answer.site), finding))
            }
            let meaning = answer.state == .value ? meanings[Int(answer.value)] : Meaning.nothing
            let sure = confidences[Int(answer.read) * table.sites.count + Int(answer.site)]
            calls.calls.append(
                CallTable.Call(
                    read: Int(answer.read), unit: unit, reader: read.reader, arm: read.arm,
                    occasion: read.occasion, state: answer.state, category: meaning.category,
                    positive: meaning.positive, number: meaning.number, confidence: sure,
                    reason: answer.state == .notAssessable ? Int(answer.value) : -1,
                    records: calls.records.count..<calls.records.count + 1))
            calls.records.append(answer.event)
        }
        return calls
    }

    /// What a text means as an answer to a finding.
    private struct Meaning {
        var category = -1
        var positive: Bool?
        var number: Double?

        static let nothing = Meaning()
    }

    /// The meaning of every text that was given to `item`, by its place among the values.
    private func meanings(
        of finding: Finding, _ item: Int
    ) throws(AnalysisError) -> [Meaning] {
        var meanings = [Meaning](repeating: .nothing, count: table.values.count)
        var isKnown = [Bool](repeating: false, count: table.values.count)
        for answer in table.answers
        where Int(answer.item) == item && answer.state == .value && !isKnown[Int(answer.value)] {
            let text = table.values[Int(answer.value)]
            guard let meaning = Self.meaning(text, finding) else {
                throw .unknownCategory(
                    item: finding.item, value: String(text.prefix(40)), record: answer.event,
                    categories: finding.calls?.categories ?? ["a number"])
            }
            meanings[Int(answer.value)] = meaning
            isKnown[Int(answer.value)] = true
        }
        return meanings
    }

    private static func meaning(_ text: String, _ finding: Finding) -> Meaning? {
        switch finding.kind {
        case .number(_, let threshold):
            guard let number = Double(text), number.isFinite else { return nil }
            return Meaning(positive: threshold.map { number >= $0 }, number: number)
        case .categories:
            guard let (categories, positive) = finding.calls,
                let place = categories.firstIndex(of: text)
            else { return nil }
            return Meaning(
                category: place, positive: positive?[place], number: Double(text))
        }
    }

    /// Confidence by read and site.
    private func confidences(of finding: Finding) -> [Int: Double] {
        guard let name = finding.confidence, let item = table.items.find(name) else { return [:] }
        var found: [Int: Double] = [:]
        for answer in table.answers where Int(answer.item) == item && answer.state == .value {
            guard let number = Double(table.values[Int(answer.value)]), number.isFinite else {
                continue
            }
            found[Int(answer.read) * table.sites.count + Int(answer.site)] = number
        }
        return found
    }

    private func unit(
        _ read: ReadTable.Read, _ site: Int, _ finding: Finding
    ) throws(AnalysisError) -> CallTable.Unit {
        let name = table.sites[site]
        let key = Reference.Key(
            caseID: table.cases[read.caseID], site: name, item: finding.item)
        return CallTable.Unit(
            participant: read.participant, caseID: read.caseID, site: name,
            truth: try truth(of: key, finding))
    }

    private func truth(
        of key: Reference.Key, _ finding: Finding
    ) throws(AnalysisError) -> CallTable.Truth {
        switch reference.values[key] {
        case nil: return .none
        case .excluded: return .excluded
        case .value(let text):
            guard let meaning = Self.meaning(text, finding) else {
                throw .unknownTruth(
                    key, value: String(text.prefix(40)),
                    categories: finding.calls?.categories ?? ["a number"])
            }
            if case .number = finding.kind, let number = meaning.number {
                return .number(number, positive: meaning.positive)
            }
            return .category(meaning.category, positive: meaning.positive)
        }
    }
}
