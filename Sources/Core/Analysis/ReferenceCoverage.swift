/// Tells where the reference does not reach, so that nothing is dropped in silence.
struct ReferenceCoverage {
    let calls: CallTable
    let table: ReadTable

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
            let named = cases.map { table.cases[$0] }.sorted().prefix(5).joined(separator: ", ")
            remarks.append(
                .warning(
                    "\(item): \(without.count) of \(calls.units.count) units in \(cases.count) cases "
                        + "(\(named)\(cases.count > 5 ? " and others" : "")) have no reference. They "
                        + "are left out of accuracy; if they are left out for a reason that depends "
                        + "on disease, sensitivity and specificity are biased (partial verification)."
                ))
        }
        if excluded > 0 {
            remarks.append(
                .note(
                    "\(item): the reference excludes \(excluded) of \(calls.units.count) units."))
        }
        return remarks
    }
}
