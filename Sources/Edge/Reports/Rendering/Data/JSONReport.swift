import Analysis
import ReaderStudies

/// An analysis as one JSON object, in the form that the published schema describes.
struct JSONReport {
    /// The analysis.
    let result: AnalysisResult
    /// What the study's files tell for the reporting lists.
    let known: [ReportingFact: String]

    /// The version of the form; a change that breaks a program makes it rise.
    static let version = 1

    /// The object, with a line feed at its end.
    var text: String {
        let sources = SourceRegister(result)
        let contents = JSONContents(sources: sources)
        let object = JSONValue.object([
            .init("format", .string("readingroom-analysis")),
            .init("formatVersion", .count(Self.version)),
            .init("provenance", provenance),
            .init("remarks", JSONContents.remarks(result.remarks)),
            .init("flow", flow(sources)),
            .init("sections", .array(result.sections.map(contents.section))),
            .init("methods", .string(MethodsParagraph(result: result).text)),
            .init("reportingLists", .array(lists)),
            .init("sources", .array(sources.sets.map { self.source($0, sources) })),
        ])
        return object.lines + "\n"
    }

    private var provenance: JSONValue {
        let from = result.provenance
        return .object([
            .init("study", .string(from.study)), .init("title", .string(from.title)),
            .init("protocolVersion", .string(from.protocolVersion)),
            .init("software", .string(from.software)), .init("data", .string(from.data)),
            .init("dataHash", .string(from.dataHash)),
            .init("reference", .string(from.reference)),
            .init("referenceHash", .string(from.referenceHash)),
            .init("plan", .string(from.plan)), .init("planHash", .string(from.planHash)),
            .init("revision", .string(from.revision.rawValue)),
            .init("interim", .optional(from.interim)),
            .init("records", .string(from.records.rawValue)),
            .init("level", .number(from.level)),
        ])
    }

    private func flow(_ sources: SourceRegister) -> JSONValue {
        let counts = result.flow.counts.map { count in
            JSONValue.object([
                .init("name", .string(count.name)), .init("label", .string(count.label)),
                .init("stratum", JSONContents.stratum(count.stratum)),
                .init("count", .count(count.count)),
            ])
        }
        let answers = result.flow.answers.map { answers in
            JSONValue.object([
                .init("stratum", JSONContents.stratum(answers.stratum)),
                .init("planned", .count(answers.planned)),
                .init("analysed", .count(answers.analysed)),
                .init("withoutReference", .count(answers.withoutReference)),
                .init("notAssessable", .count(answers.notAssessable)),
                .init("skipped", .count(answers.skipped)),
                .init("missing", .count(answers.missing)),
                .init("reasons", reasons(answers.reasons)),
                .init("source", JSONContents.source(answers.source, sources)),
            ])
        }
        return .object([.init("counts", .array(counts)), .init("answers", .array(answers))])
    }

    private func reasons(_ counts: [String: Int]) -> JSONValue {
        .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .count($0.value)) })
    }

    private var lists: [JSONValue] {
        let lists = Checklists(result: result, known: known)
        return lists.lists.map { list in
            let items = lists.entries(of: list).map { entry in
                JSONValue.object([
                    .init("number", .string(entry.item.number)),
                    .init("part", .string(entry.item.part)),
                    .init("topic", .string(entry.item.topic)),
                    .init("statement", .optional(entry.statement)),
                ])
            }
            return .object([
                .init("name", .string(list.name)), .init("source", .string(list.source)),
                .init("items", .array(items)),
            ])
        }
    }

    private func source(_ set: EventSet, _ sources: SourceRegister) -> JSONValue {
        .object([
            .init("id", .string(sources.name(of: set))), .init("count", .count(set.count)),
            .init("records", .string(set.text)),
        ])
    }
}
