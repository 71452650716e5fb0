import Instruments
import ReaderStudies

/// What the rules of a form said about signed reads: one row for every warning and hint of every signed revision.
///
/// A rule that keeps a read from being signed has none: no signed read breaks it.
public struct WarningTable: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header =
        PlaceColumns.header + [
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
            let place =
                PlaceColumns.cells(read.row, in: table.study.id) + [
                    read.instrument.id.rawValue, read.instrument.version, String(read.revision),
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
