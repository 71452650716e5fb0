/// Accuracy by properties of cases, and by how images were displayed.
struct Subgroups {
    let table: ReadTable
    let calls: CallTable
    let scope: AnalysisScope
    let properties: [String: [String: String]]
    let plan: AnalysisPlan

    /// One section a property.
    ///
    /// - Throws: `AnalysisError.unknown` for a property that the cases do not have.
    func sections(_ stratum: Stratum) throws(AnalysisError) -> [ResultSection] {
        var sections: [ResultSection] = []
        for property in plan.subgroups {
            guard let values = properties[property] else {
                throw .unknown(
                    what: "property of cases", name: property, known: properties.keys.sorted())
            }
            let groups = calls.calls.map { call in
                values[table.cases[calls.units[call.unit].caseID]] ?? ""
            }
            sections.append(try section(property, groups, stratum))
        }
        let displays = calls.calls.map { call -> String in
            let place = table.reads[call.read].display
            return place < 0 ? "" : table.displays[place]
        }
        if Set(displays.filter { !$0.isEmpty }).count > 1 {
            sections.append(try section("display", displays, stratum))
        }
        return sections
    }

    private func section(
        _ property: String, _ groups: [String], _ stratum: Stratum
    ) throws(AnalysisError) -> ResultSection {
        var estimates: [Estimate] = []
        for value in Set(groups).sorted() where !value.isEmpty {
            var own = calls
            own.calls = zip(calls.calls, groups).filter { $0.1 == value }.map(\.0)
            let arms = scope.arms.filter { arm in own.calls.contains { $0.arm == arm.place } }
            guard own.calls.contains(where: { own.isRight($0) != nil }) else { continue }
            var about = stratum
            about.group = Stratum.Group(property: property, value: value)
            estimates += try AccuracyEstimates(
                calls: own, arms: arms, settings: scope.settings, stratum: about
            ).estimates().filter { AccuracyMeasure.compared.map(\.rawValue).contains($0.name) }
        }
        let unknown = groups.count { $0.isEmpty }
        return ResultSection(
            kind: .subgroup, title: "By \(property): \(calls.title)",
            stratum: stratum, methods: ["Accuracy was computed for each \(property) alone."],
            remarks: [
                .warning(
                    "Subgroups were not randomised and are small; differences between them are no "
                        + "test of an interaction.")
            ]
                + (unknown > 0
                    ? [.note("\(unknown) answers have no \(property) and are in no subgroup.")]
                    : []),
            contents: [.estimates(estimates)])
    }
}
