/// Arms and readers of an analysis, in order, with the settings of its methods.
struct AnalysisScope {
    /// The arm that others are compared with first.
    let arms: [(place: Int, name: String)]
    /// Sorted by name.
    let readers: [(place: Int, name: String)]
    let settings: MethodSettings
    let remarks: [Remark]

    /// The scope of `plan` on `table`; `standardArm` is the arm whose reads made the reference, `nil` where
    /// none did or the data do not tell.
    init(
        _ table: ReadTable, _ plan: AnalysisPlan, standardArm: String?
    ) throws(AnalysisError) {
        settings = try MethodSettings(plan)
        let names = table.arms.names
        guard table.reads.contains(where: \.isSigned) else {
            throw .nothing(
                "No read is signed, so there is nothing to analyse. Wait for the first signature.")
        }
        for name in plan.arms + [plan.referenceArm].compactMap(\.self) where !names.contains(name) {
            throw .unknown(what: "arm", name: name, known: names.sorted())
        }
        let others = names.filter { $0 != standardArm || $0 == plan.referenceArm }
        var order = plan.arms.isEmpty ? (others.isEmpty ? names : others) : plan.arms
        if let first = plan.referenceArm {
            order = [first] + order.filter { $0 != first }
        }
        arms = order.compactMap { name in names.firstIndex(of: name).map { ($0, name) } }
        readers = table.readers.names.indices.sorted { table.readers[$0] < table.readers[$1] }
            .map { ($0, table.readers[$0]) }
        let participants = Set(table.reads.filter(\.isSigned).map(\.participant)).count
        let standard = standardArm.map { Self.remarks(standard: $0, names, order) } ?? []
        remarks =
            standard
            + (participants < 40 && plan.errors == .sandwich
                ? [
                    .warning(
                        "There are \(participants) participants. The errors of a GEE carry no "
                            + "small-sample correction: with fewer than 40 participants they are too small."
                    )
                ] : [])
    }

    /// What is said of the arm whose reads made the reference.
    private static func remarks(
        standard: String, _ names: [String], _ arms: [String]
    ) -> [Remark] {
        guard names.contains(standard) else { return [] }
        return arms.contains(standard)
            ? [
                .warning(
                    "Arm \(standard) made the reference standard and is analysed against it: its "
                        + "accuracy is too high by construction (incorporation bias). Leave it out "
                        + "of the plan's arms.")
            ]
            : [
                .note(
                    "Arm \(standard) made the reference standard and is left out. A plan that lists "
                        + "it under arms analyses it all the same.")
            ]
    }
}
