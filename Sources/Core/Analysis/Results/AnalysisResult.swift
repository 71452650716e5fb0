/// Everything that an analysis found, before it is written in any form.
public struct AnalysisResult: Hashable, Sendable {
    /// Where the numbers come from.
    public let provenance: Provenance
    /// What is known of the study, for the methods paragraph and the checklists.
    public let facts: StudyFacts
    /// What became of participants, reads and answers.
    public let flow: Flow
    /// What concerns the whole analysis.
    public let remarks: [Remark]
    /// The questions, in the order of a report.
    public let sections: [ResultSection]

    /// A result.
    public init(
        provenance: Provenance, facts: StudyFacts, flow: Flow, remarks: [Remark],
        sections: [ResultSection]
    ) {
        (self.provenance, self.facts, self.flow) = (provenance, facts, flow)
        (self.remarks, self.sections) = (remarks, sections)
    }
}
