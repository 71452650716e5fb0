import ReaderStudies

/// The clinical values that readers could see, as a table: one row for each case and field.
public struct ClinicalExport: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header = [
        "study", "participant", "case", "field", "value", "unit", "arms", "event",
    ]

    private let study: ReaderStudy
    private let participants: [CaseID: ParticipantID]
    private let values: [(clinical: ClinicalValue, event: Int)]

    /// The table of `values` of the `cases` of `study`, each with the event that brought it in.
    public init(
        study: ReaderStudy, cases: [StudyCase], values: [(clinical: ClinicalValue, event: Int)]
    ) {
        self.study = study
        self.values = values
        participants = Dictionary(
            cases.map { ($0.id, $0.participant) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows without the header, by case and field.
    public var rows: [[String]] {
        values.map { value, event in
            let field = study.clinical?.first { $0.id == value.field }
            let arms = study.arms.map(\.id).filter { field?.isShown(in: $0) ?? false }
            return [
                study.id.rawValue, participants[value.caseID]?.rawValue ?? "",
                value.caseID.rawValue, value.field, value.value, field?.unit ?? "",
                arms.map(\.rawValue).joined(separator: " "), String(event),
            ]
        }
    }

    /// The table as CSV with its header.
    public var csv: String { CSVText.line(Self.header) + CSVText.text(rows) }
}
