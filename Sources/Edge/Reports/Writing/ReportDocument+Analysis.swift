import Analysis
import ReaderStudies

extension ReportDocument {
    /// So many runs of record numbers stand in a report for people; the others are in its JSON.
    private static let mostRuns = 200

    /// The report of `result`, with what the study's files tell for the reporting lists.
    init(_ result: AnalysisResult, known: [ReportingFact: String]) {
        let sources = SourceRegister(result)
        let name =
            result.provenance.title.isEmpty
            ? result.provenance.study : result.provenance.title
        title = name.isEmpty ? "Analysis" : "Analysis of \(name)"
        interim = result.provenance.interim
        facts = Self.facts(result.provenance)
        let flow = FlowTables(flow: result.flow, sources: sources).tables
        sections =
            [
                Section(
                    title: "Participants and answers",
                    blocks: result.remarks.map(Block.remark) + flow.map(Block.table))
            ]
            + result.sections.map {
                SectionWriter(section: $0, level: result.provenance.level, sources: sources)
                    .written
            } + [
                Section(
                    title: "Methods", blocks: [.paragraph(MethodsParagraph(result: result).text)]),
                Section(
                    title: "Reporting lists",
                    blocks: Checklists(result: result, known: known).tables.map(Block.table)),
                Self.records(sources, of: result.provenance.records),
            ]
    }

    private static func facts(_ from: Provenance) -> [Fact] {
        let revision =
            switch from.revision {
            case .firstSigned: "first signed"
            case .lastBeforeUnblinding: "last before unblinding"
            }
        return [
            Fact(name: "Study", value: from.study),
            Fact(name: "Protocol", value: from.protocolVersion),
            Fact(name: "Data", value: from.data),
            Fact(name: "Data SHA-256", value: from.dataHash),
            Fact(name: "Reference", value: from.reference),
            Fact(name: "Reference SHA-256", value: from.referenceHash),
            Fact(name: "Plan", value: from.plan),
            Fact(name: "Plan SHA-256", value: from.planHash),
            Fact(name: "Revision analysed", value: revision),
            Fact(name: "Data state", value: from.interim == nil ? "locked" : "interim"),
            Fact(name: "Confidence level", value: EstimateText.level(from.level)),
            Fact(name: "Software", value: from.software),
        ].filter { !$0.value.isEmpty }
    }

    private static func records(_ sources: SourceRegister, of kind: Provenance.Records) -> Section {
        let what = kind == .storeEvents ? "Events of the store" : "Lines of the file"
        let rows = sources.sets.map { set in
            [sources.name(of: set), "\(set.count)", runs(set)]
        }
        return Section(
            title: "Records behind the numbers",
            blocks: [
                .table(
                    ReportTable(
                        title: "\(what) by source",
                        columns: [.words("Source"), .numbers("Records"), .words(what)], keys: 1,
                        rows: rows))
            ])
    }

    private static func runs(_ set: EventSet) -> String {
        let ranges = set.ranges
        guard ranges.count > mostRuns else { return set.text }
        let first = EventSet(ranges.prefix(mostRuns).flatMap(\.self)).text
        return "\(first) and \(ranges.count - mostRuns) more runs, all in the JSON report"
    }
}
