import Instruments
import ReaderStudies

/// The long table of reads: one row for every question of every signed revision and every planned read.
public struct LongTable: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header =
        PlaceColumns.header + [
            "instrument", "version", "site", "item", "status", "value", "unit", "reason",
            "confidence", "revision", "signedAt", "activeSeconds", "isolation", "event",
            "override", "withdrawn", "step", "protocol",
        ]

    let study: ReaderStudy
    let reads: [RecordedRead]
    private let instruments: [InstrumentReference: Instrument]

    /// The table of `reads` of `study`.
    ///
    /// - Throws: `ExportError.noInstrument` when a read was made with a form that is not given.
    public init(
        study: ReaderStudy, instruments: [Instrument], reads: [RecordedRead]
    ) throws(ExportError) {
        self.study = study
        self.reads = reads
        self.instruments = Dictionary(
            instruments.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        for read in reads where self.instruments[read.instrument] == nil {
            throw .noInstrument(read.instrument.text)
        }
    }

    /// The rows without the header, in the order of readers, positions, revisions and the form.
    public var rows: [[String]] { reads.flatMap(rows) }

    /// The table as CSV with its header.
    public var csv: String { CSVText.line(Self.header) + CSVText.text(rows) }

    /// The answers of `read` and the values that follow from them, as the table has them.
    ///
    /// - Throws: `ExportError.noInstrument` when the read was made with a form that is not given.
    public func answers(of read: RecordedRead) throws(ExportError) -> [AnswerCells] {
        guard let form = form(of: read) else { throw .noInstrument(read.instrument.text) }
        return form.questions.flatMap(AnswerCells.rows)
            + form.derived(for: .analysis).map { AnswerCells(derived: $0, in: form.instrument) }
    }

    /// The form as `read` filled it; `nil` when it is not at hand.
    func form(of read: RecordedRead) -> Form? {
        let shows = study.arms.first { $0.id == read.row.read.arm }?.shows ?? []
        return instruments[read.instrument].map {
            Form($0, shows: Set(shows), sheet: read.sheet)
        }
    }

    private func rows(of read: RecordedRead) -> [[String]] {
        guard let form = form(of: read) else { return [] }
        let context = ReadColumns(study: study.id, read: read)
        let confidences = ConfidenceColumn(form: form)
        let answered = form.questions.flatMap { question in
            AnswerCells.rows(of: question).map { cells in
                context.row(
                    cells, event: read.events[question.key],
                    confidence: confidences.text(of: question.key))
            }
        }
        return answered
            + form.derived(for: .analysis).map {
                context.row(
                    AnswerCells(derived: $0, in: form.instrument), event: nil, confidence: "")
            }
    }
}

/// Why a table cannot be made.
public enum ExportError: Error, Hashable, Sendable {
    /// The reading form of a read is not at hand.
    case noInstrument(String)

    /// The sentence.
    public var sentence: String {
        switch self {
        case .noInstrument(let name):
            "The instrument \(name) is missing, so its reads cannot be exported."
        }
    }
}

/// The columns that are equal in all rows of a read.
private struct ReadColumns {
    let study: StudyID
    let read: RecordedRead

    func row(_ cells: AnswerCells, event: Int?, confidence: String) -> [String] {
        let row = read.row
        let signature = read.signature
        let shown = (event ?? signature?.event).map(String.init) ?? ""
        return PlaceColumns.cells(row, in: study) + [
            read.instrument.id.rawValue,
            read.instrument.version, cells.key.site.rawValue, cells.key.item.rawValue,
            cells.status.rawValue, cells.value, cells.unit, cells.reason, confidence,
            String(read.revision), signature?.signedAt.text ?? "",
            signature.map { NumberText.shortest(Double($0.activeMS) / 1000) } ?? "",
            signature?.isolation.rawValue ?? "", shown, read.override ?? "", read.withdrawn ?? "",
            String(row.step), signature.map { String($0.protocolVersion) } ?? "",
        ]
    }
}

/// The confidence that belongs to a finding: the answer to `confidence_ITEM` at the same site.
private struct ConfidenceColumn {
    private static let prefix = "confidence_"
    private let texts: [ItemKey: String]

    init(form: Form) {
        var texts: [ItemKey: String] = [:]
        for question in form.questions where question.key.item.rawValue.hasPrefix(Self.prefix) {
            let item = ItemID(String(question.key.item.rawValue.dropFirst(Self.prefix.count)))
            guard case .value = question.state else { continue }
            texts[ItemKey(question.key.site, item)] = AnswerCells.rows(of: question)[0].value
        }
        self.texts = texts
    }

    func text(of key: ItemKey) -> String { texts[key] ?? "" }
}
