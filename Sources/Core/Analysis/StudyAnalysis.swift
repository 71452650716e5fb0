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

    /// Does `count` pieces of work, known by their numbers from 0, in any order or at once, and returns after the last.
    public typealias Runner = (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

    /// What is told of one finding.
    private struct Part {
        let answers: [Flow.Answers]
        let remarks: [Remark]
        let sections: [ResultSection]
    }

    /// Computes everything; `progress` hears of each part as it begins, and `runner` does two findings at once
    /// where it can: more would ask for too much memory.
    ///
    /// - Throws: `AnalysisError` where nothing can be told at all; what a method cannot tell is a remark.
    public func result(
        provenance: Provenance, facts: StudyFacts, progress: (String) -> Void = { _ in },
        runner: Runner = { count, work in for number in 0..<count { work(number) } }
    ) throws(AnalysisError) -> AnalysisResult {
        let scope = try AnalysisScope(table, plan, standardArm: facts.referenceArm)
        let findings =
            try plan.findings.isEmpty ? DefaultFindings(table, reference).findings() : plan.findings
        try demandItems(findings)
        var sections: [ResultSection] = []
        var answers: [Flow.Answers] = []
        let flow = FlowCounts(table: table, arms: scope.arms)
        var remarks = scope.remarks + flow.withdrawals()
        for start in stride(from: 0, to: findings.count, by: 2) {
            let both = Array(findings[start..<min(start + 2, findings.count)])
            for finding in both { progress(finding.item) }
            for part in try parts(of: both, scope, flow, runner) {
                answers += part.answers
                remarks += part.remarks
                sections += part.sections
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

    private func parts(
        of findings: [Finding], _ scope: AnalysisScope, _ flow: FlowCounts, _ runner: Runner
    ) throws(AnalysisError) -> [Part] {
        var found = [Result<Part, AnalysisError>?](repeating: nil, count: findings.count)
        found.withUnsafeMutableBufferPointer { buffer in
            // Each piece of work has a place of its own.
            nonisolated(unsafe) let places = buffer
            runner(findings.count) { place in
                places[place] = Result { () throws(AnalysisError) in
                    try part(of: findings[place], scope, flow)
                }
            }
        }
        var parts: [Part] = []
        for part in found.compactMap(\.self) { parts.append(try part.get()) }
        return parts
    }

    private func part(
        of finding: Finding, _ scope: AnalysisScope, _ flow: FlowCounts
    ) throws(AnalysisError) -> Part {
        let calls = try CallReader(table: table, reference: reference).calls(of: finding)
        var sections: [ResultSection] = []
        for level in try levels(calls, finding) {
            sections += try FindingSections(
                table: table, calls: level, scope: scope, properties: properties, plan: plan
            ).sections()
        }
        return Part(
            answers: flow.answers(calls.firstReads),
            remarks: ReferenceCoverage(calls: calls, table: table, reference: reference).remarks(),
            sections: sections)
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
