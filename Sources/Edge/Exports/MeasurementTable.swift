import ReaderStudies

/// What was measured for answers: one row for every number of every measurement of every signed revision.
public struct MeasurementTable: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header =
        PlaceColumns.header + [
            "revision", "site", "item", "kind", "series", "plane", "slice", "windowWidth",
            "windowCenter", "zoom", "voxels", "positionsMM", "quantity", "value", "unit",
            "answered",
            "event",
        ]

    private let study: StudyID
    private let reads: [RecordedRead]

    /// The table of `reads`.
    public init(study: StudyID, reads: [RecordedRead]) {
        self.study = study
        self.reads = reads
    }

    /// The rows without the header, in the order of reads and questions; slices count from 1, voxels from 0.
    public var rows: [[String]] {
        reads.flatMap { read in
            read.sheet.measurements.sorted { $0.key < $1.key }.flatMap { key, measured in
                rows(of: measured, for: key, in: read)
            }
        }
    }

    /// The table as CSV with its header.
    public var csv: String { CSVText.line(Self.header) + CSVText.text(rows) }

    private func rows(
        of measured: AnswerMeasurement, for key: ItemKey, in read: RecordedRead
    ) -> [[String]] {
        let place =
            PlaceColumns.cells(read.row, in: study)
            + ["\(read.revision)", key.site.rawValue, key.item.rawValue] + Self.cells(measured)
        let event = read.events[key].map(String.init) ?? ""
        return measured.quantities.map { quantity in
            place + [
                CSVText.harmless(quantity.name), NumberText.shortest(quantity.value),
                CSVText.harmless(quantity.unit),
                quantity.name == measured.answered ? "yes" : "no", event,
            ]
        }
    }

    private static func cells(_ measured: AnswerMeasurement) -> [String] {
        let hasWindow = measured.windowWidth > 0
        return [
            measured.kind.rawValue, measured.series.rawValue, CSVText.harmless(measured.plane),
            "\(measured.slice + 1)", hasWindow ? NumberText.shortest(measured.windowWidth) : "",
            hasWindow ? NumberText.shortest(measured.windowCenter) : "",
            NumberText.shortest(measured.pixelScale), places(measured.points.map(\.voxel)),
            places(measured.points.map(\.positionMM)),
        ]
    }

    /// `10 12 3; 33 12 3`.
    private static func places(_ places: [[Double]]) -> String {
        places.map { $0.map(NumberText.shortest).joined(separator: " ") }.joined(separator: "; ")
    }
}
