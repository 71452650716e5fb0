import Analysis
import ReaderStudies

/// Estimates as a table: what each is about, the number, its interval, its counts.
struct EstimateTable {
    /// The estimates.
    let estimates: [Estimate]
    /// What the table holds.
    let title: String
    /// The confidence level, such as 0.95.
    let level: Double
    /// Names of the records.
    let sources: SourceRegister

    /// The table; measures are groups of rows, or a column where each has one row only.
    var table: ReportTable {
        let strata = VaryingStrata(estimates.map(\.stratum))
        let groups = EstimateGroups(estimates).groups
        let isNamed = groups.count > 1 && groups.allSatisfy { $0.estimates.count == 1 }
        var notes = Footnotes()
        let parts = groups.map { group in
            ReportTable.Group(
                title: groups.count > 1 && !isNamed ? group.label : nil,
                rows: group.estimates.map { estimate in
                    (isNamed ? [estimate.label] : []) + row(estimate, strata, notes: &notes)
                })
        }
        let keys: [ReportTable.Column] =
            (isNamed ? [.words("Measure")] : []) + strata.varying.map { .words($0.rawValue) }
        return ReportTable(
            title: EstimateText.title(
                title, groups.count > 1 ? "" : groups.first?.label ?? "", strata.shared),
            columns: keys + columns, keys: keys.count,
            groups: isNamed ? [.init(title: nil, rows: parts.flatMap(\.rows))] : parts,
            notes: notes.lines + methods)
    }

    private var columns: [ReportTable.Column] {
        [
            .numbers("Estimate"), .numbers("\(EstimateText.level(level)) CI"), .numbers("Count"),
            .numbers("Units"), .numbers("Clusters"), .numbers("p"), .words("Notes"),
            .words("Source"),
        ]
    }

    private func row(
        _ estimate: Estimate, _ strata: VaryingStrata, notes: inout Footnotes
    ) -> [String] {
        let text = EstimateText(estimate: estimate)
        let marks = (text.reasons + estimate.remarks.map(\.sentence)).map { notes.mark($0) }
        return strata.cells(of: estimate.stratum) + [
            text.value + unit(estimate), text.interval, text.fraction, "\(estimate.units)",
            "\(estimate.clusters)", text.p,
            marks.isEmpty ? "" : "(\(marks.joined(separator: ",")))",
            sources.name(of: estimate.source),
        ]
    }

    private func unit(_ estimate: Estimate) -> String {
        guard case .number(let unit) = estimate.scale, !unit.isEmpty else { return "" }
        return " \(unit)"
    }

    /// Which method gave which number.
    private var methods: [String] {
        var sentences: [String] = []
        for group in EstimateGroups(estimates).groups {
            for estimate in group.estimates {
                let interval = estimate.interval.map { "; interval: \($0.method)" } ?? ""
                let sentence = "\(estimate.method)\(interval)"
                if !sentences.contains(sentence) { sentences.append(sentence) }
            }
        }
        return sentences.isEmpty ? [] : ["Methods: \(sentences.joined(separator: " / "))."]
    }
}
