import Instruments
import ReaderStudies

/// What the rules of a form said about signed reads: one row for every warning and hint of every signed revision.
///
/// A rule that keeps a read from being signed has none: no signed read breaks it.
public struct WarningTable: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header = [
        "study", "reader", "participant", "case", "arm", "occasion", "session", "position",
        "instrument", "version", "revision", "site", "item", "severity", "sentence", "shown",
        "event",
    ]

    private let table: LongTable

    /// The warnings about the reads of `table`.
    public init(_ table: LongTable) { self.table = table }

    /// The rows without the header, in the order of reads and of the form.
    public var rows: [[String]] {
        table.reads.flatMap { read in
            guard let signature = read.signature, let form = table.form(of: read) else {
                return [[String]]()
            }
            let row = read.row
            let place = [
                table.study.id.rawValue, row.read.reader.rawValue, row.participant.rawValue,
                row.read.caseID.rawValue, row.read.arm.rawValue, String(row.read.occasion),
                String(row.session), String(row.position), read.instrument.id.rawValue,
                read.instrument.version, String(read.revision),
            ]
            return form.remarks(for: .analysis).map { remark in
                place + [
                    remark.key.site.rawValue, remark.key.item.rawValue, remark.severity.rawValue,
                    CSVText.harmless(remark.sentence), remark.visibility.rawValue,
                    String(signature.event),
                ]
            }
        }
    }

    /// The table as CSV with its header.
    public var csv: String { CSVText.line(Self.header) + CSVText.text(rows) }
}
