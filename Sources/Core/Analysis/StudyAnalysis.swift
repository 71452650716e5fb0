/// The whole analysis: reads, reference and plan to a result.
public struct StudyAnalysis: Sendable {
    private let table: ReadTable
    private let reference: Reference
    private let plan: AnalysisPlan
    /// Properties of cases by name, then by case.
    private let properties: [String: [String: String]]

    /// An analysis of `table` against `reference` by `plan`; `properties` divide cases into subgroups.
    public init(
        table: ReadTable, reference: Reference, plan: AnalysisPlan,
        properties: [String: [String: String]] = [:]
    ) {
        (self.table, self.reference, self.plan) = (table, reference, plan)
        self.properties = properties
    }

    /// Computes everything; `progress` hears of each part as it begins.
    ///
    /// - Throws: `AnalysisError` where nothing can be told at all; what a method cannot tell is a remark.
    public func result(
        provenance: Provenance, facts: StudyFacts, progress: (String) -> Void = { _ in }
    ) throws(AnalysisError) -> AnalysisResult {
        let scope = try AnalysisScope(table, plan, standardArm: facts.referenceArm)
        let findings =
            try plan.findings.isEmpty ? DefaultFindings(table, reference).findings() : plan.findings
        try demandItems(findings)
        var sections: [ResultSection] = []
        var answers: [Flow.Answers] = []
        let flow = FlowCounts(table: table, arms: scope.arms)
        var remarks = scope.remarks + flow.withdrawals()
        for finding in findings {
            progress(finding.item)
            let calls = try CallReader(table: table, reference: reference).calls(of: finding)
            answers += flow.answers(calls.firstReads)
            remarks += ReferenceCoverage(
                calls: calls, table: table, reference: reference
            ).remarks()
            for level in try levels(calls, finding) {
                sections += try FindingSections(
                    table: table, calls: level, scope: scope, properties: properties, plan: plan
                ).sections()
            }
        }
        if let lesions = plan.lesions {
            progress("lesions")
            sections.append(
                try LesionDetection(
                    table: table, reference: reference, plan: lesions, arms: scope.arms,
                    readers: scope.readers, settings: scope.settings
                ).section())
        }
        if let serial = plan.serial {
            progress("serial dichotomy")
            sections += try SerialGrades(
                table: table, plan: serial, arms: scope.arms, prevalence: plan.prevalence,
                settings: scope.settings
            ).sections()
        }
        if let times = TimeSummaries(table: table, arms: scope.arms).section() {
            sections.append(times)
        }
        var known = facts
        known.findings = findings.map {
            StudyFacts.Finding(item: $0.item, label: $0.label, positive: $0.positiveWords)
        }
        return AnalysisResult(
            provenance: provenance, facts: known,
            flow: Flow(counts: flow.counts(), answers: answers), remarks: remarks,
            sections: ordered(sections))
    }

    /// By kind, keeping findings in the plan's order.
    private func ordered(_ sections: [ResultSection]) -> [ResultSection] {
        ResultSection.Kind.allCases.flatMap { kind in sections.filter { $0.kind == kind } }
    }

    private func demandItems(_ findings: [Finding]) throws(AnalysisError) {
        for finding in findings {
            for item in [finding.item, finding.confidence].compactMap(\.self)
            where table.items.find(item) == nil {
                throw .unknown(what: "item", name: item, known: table.items.names.sorted())
            }
        }
    }

    private func levels(
        _ calls: CallTable, _ finding: Finding
    ) throws(AnalysisError) -> [CallTable] {
        guard finding.calls?.positive != nil else { return [calls] }
        return [calls] + finding.levels.map { calls.carried(to: $0) }
    }
}
