/// Calls against the reference, arm by arm.
struct CrossTables {
    let calls: CallTable
    let arms: [(place: Int, name: String)]
    let stratum: Stratum

    /// Rows are answers with not assessable and missing ones, columns are truths with the unknown ones.
    func tables() -> [CrossTable] {
        arms.map { arm in
            let own = calls.calls.filter { $0.arm == arm.place }
            var about = stratum
            about.arm = arm.name
            return table(own, about)
        }
    }

    private func table(_ own: [CallTable.Call], _ about: Stratum) -> CrossTable {
        let names = Self.names(calls)
        let rows = names + ["not assessable", "skipped", "missing"]
        let columns = names + ["no truth", "no reference"]
        var counts = rows.map { _ in columns.map { _ in 0 } }
        for call in own {
            counts[row(call, names.count)][column(calls.units[call.unit].truth, names.count)] += 1
        }
        return CrossTable(
            title: "calls against the reference", stratum: about, rowTitle: "call",
            columnTitle: "reference", rows: rows, columns: columns, counts: counts,
            source: calls.source(own))
    }

    /// The classes that are counted: categories, or positive and negative above the sites.
    static func names(_ calls: CallTable) -> [String] {
        if calls.level == "site", let (categories, _) = calls.finding.calls { return categories }
        return ["negative", "positive"]
    }

    private func row(_ call: CallTable.Call, _ count: Int) -> Int {
        switch call.state {
        case .value: call.category >= 0 ? call.category : (call.positive == true ? 1 : 0)
        case .notAssessable: count
        case .skipped: count + 1
        case .missing: count + 2
        }
    }

    private func column(_ truth: CallTable.Truth, _ count: Int) -> Int {
        switch truth {
        case .category(let place, _): place
        case .number(_, let positive): positive == true ? 1 : 0
        case .excluded: count
        case .none: count + 1
        }
    }
}
