import Statistics

extension CallTable {
    /// The calls of larger sites.
    ///
    /// Only for findings with positive calls. Truths are carried up by the same rule.
    func carried(to level: Level) -> CallTable {
        var result = CallTable(
            finding: finding, level: level.name, units: [], calls: [], records: [])
        let groups = units.map { unit -> String? in
            level.groups.map { $0[unit.site] } ?? level.name
        }
        let places = result.addUnits(groups, from: self, level)
        var gathered = Places<Gathering.Key>()
        var found: [Gathering] = []
        for call in calls where places[call.unit] >= 0 {
            let key = Gathering.Key(read: call.read, unit: places[call.unit])
            let place = gathered.place(of: key)
            if place == found.count { found.append(Gathering(key: key, first: call)) }
            found[place].take(call)
        }
        for gathering in found {
            let start = result.records.count
            for range in gathering.records { result.records += records[range] }
            result.calls.append(gathering.call(level, start..<result.records.count))
        }
        return result
    }

    /// Adds the larger units; gives the place of each small one's, −1 where it has none.
    private mutating func addUnits(
        _ groups: [String?], from table: CallTable, _ level: Level
    ) -> [Int] {
        struct Name: Hashable {
            let caseID: Int
            let group: String
        }
        var known: [Name: Int] = [:]
        var truths: [[Truth]] = []
        let places = table.units.indices.map { place -> Int in
            guard let group = groups[place] else { return -1 }
            let unit = table.units[place]
            let name = Name(caseID: unit.caseID, group: group)
            let larger = known[name, default: units.count]
            if larger == units.count {
                known[name] = larger
                units.append(
                    Unit(
                        participant: unit.participant, caseID: unit.caseID, site: group,
                        truth: .none))
                truths.append([])
            }
            truths[larger].append(unit.truth)
            return larger
        }
        for place in units.indices { units[place].truth = Self.truth(truths[place], level) }
        return places
    }

    private static func truth(_ truths: [Truth], _ level: Level) -> Truth {
        if truths.contains(where: { $0.isPositive == true }) {
            return .category(1, positive: true)
        }
        let unknown = truths.count { $0.isPositive == nil }
        if truths.contains(.none) { return .none }
        return unknown * 100 <= level.notAssessablePercent * truths.count
            ? .category(0, positive: false) : .excluded
    }
}

/// Calls of one read that make up one.
private struct Gathering {
    struct Key: Hashable {
        let read: Int
        let unit: Int
    }

    let key: Key
    let first: CallTable.Call
    var records: [Range<Int>] = []
    private var positive = 0
    private var negative = 0
    private var notAssessable = 0
    private var missing = 0
    private var reason = -1
    private var confidence: Double?

    init(key: Key, first: CallTable.Call) { (self.key, self.first) = (key, first) }

    mutating func take(_ call: CallTable.Call) {
        records.append(call.records)
        switch call.state {
        case .value:
            if call.positive == true { positive += 1 } else { negative += 1 }
        case .notAssessable:
            notAssessable += 1
            reason = call.reason
        case .missing: missing += 1
        case .skipped: break
        }
        // The examination is as suspect as its most suspect site.
        if let sure = call.confidence { confidence = max(sure, confidence ?? sure) }
    }

    func call(_ level: Level, _ records: Range<Int>) -> CallTable.Call {
        let asked = positive + negative + notAssessable + missing
        let state: ReadTable.State =
            if positive > 0 {
                .value
            } else if missing > 0 {
                .missing
            } else if asked == 0 {
                .skipped
            } else {
                notAssessable * 100 <= level.notAssessablePercent * asked ? .value : .notAssessable
            }
        return CallTable.Call(
            read: key.read, unit: key.unit, reader: first.reader, arm: first.arm,
            occasion: first.occasion, state: state,
            category: state == .value ? (positive > 0 ? 1 : 0) : -1,
            positive: state == .value ? positive > 0 : nil, number: nil,
            confidence: state == .value ? confidence : nil,
            reason: state == .notAssessable ? reason : -1, records: records)
    }
}
