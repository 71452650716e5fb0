/// Tells where the reference does not reach, so that nothing is dropped in silence.
struct ReferenceCoverage {
    let calls: CallTable
    let table: ReadTable
    let reference: Reference

    /// Units without a truth, units that the reference excludes, and truths that nobody read.
    func remarks() -> [Remark] {
        let without = calls.units.indices.filter { calls.units[$0].truth == .none }
        let excluded = calls.units.count { $0.truth == .excluded }
        var remarks: [Remark] = []
        let item = calls.finding.item
        if !calls.units.isEmpty, without.count == calls.units.count {
            remarks.append(
                .refusal(
                    "\(item): the reference says nothing about it, so that no accuracy can be told; "
                        + "agreement needs no reference. Add it to the reference."))
        } else if !without.isEmpty {
            let cases = Set(without.map { calls.units[$0].caseID })
            let named = FlowCounts.list(cases.map { table.cases[$0] }.sorted())
            remarks.append(
                .warning(
                    "\(item): \(without.count) of \(calls.units.count) units in \(cases.count) cases "
                        + "(\(named)) have no reference. They "
                        + "are left out of accuracy; if they are left out for a reason that depends "
                        + "on disease, sensitivity and specificity are biased (partial verification)."
                ))
        }
        if excluded > 0 {
            remarks.append(
                .note(
                    "\(item): the reference excludes \(excluded) of \(calls.units.count) units."))
        }
        return remarks + unread
    }

    /// Truths whose case nobody read, or whose site nobody was asked about.
    private var unread: [Remark] {
        struct Place: Hashable {
            let caseID: String
            let site: String
        }
        let asked = Set(
            calls.units.map { Place(caseID: table.cases[$0.caseID], site: $0.site) })
        let others = reference.values.keys.filter {
            $0.item == calls.finding.item
                && !asked.contains(Place(caseID: $0.caseID, site: $0.site))
        }
        guard !others.isEmpty else { return [] }
        let cases = Set(others.map(\.caseID)).sorted()
        return [
            .warning(
                "\(calls.finding.item): the reference has \(others.count) truths that no read was "
                    + "asked about, in cases \(FlowCounts.list(cases)). They are in no number. If "
                    + "they belong to cases that were read, write cases and sites alike.")
        ]
    }
}
