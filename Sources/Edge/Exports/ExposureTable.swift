import ReaderStudies

/// The exposure ledger as a table: one row for each series after each opening.
public struct ExposureTable: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header = [
        "study", "reader", "participant", "case", "arm", "kind", "openedAt", "series", "slices",
        "sliceNumbers", "seconds", "event",
    ]

    private let study: StudyID
    private let exposures: [ExposureRow]

    /// The table of `exposures`.
    public init(study: StudyID, exposures: [ExposureRow]) {
        self.study = study
        self.exposures = exposures
    }

    /// The rows without the header, by the event that opened the case.
    public var rows: [[String]] { exposures.map(cells) }

    /// The table as CSV with its header.
    public var csv: String { CSVText.line(Self.header) + CSVText.text(rows) }

    private func cells(_ row: ExposureRow) -> [String] {
        [
            study.rawValue, row.reader?.rawValue ?? "coordinator", row.participant.rawValue,
            row.caseID.rawValue, row.arm.rawValue, row.kind.rawValue, row.openedAt.text,
            row.series?.rawValue ?? "", String(row.slices.count), Self.ranges(row.slices),
            NumberText.shortest(Double(row.shownMS) / 1000), String(row.event),
        ]
    }

    /// Slices as ranges counted from 1, such as `1-4 7`.
    static func ranges(_ slices: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for slice in slices {
            if let last = ranges.last, last.upperBound + 1 == slice {
                ranges[ranges.count - 1] = last.lowerBound...slice
            } else {
                ranges.append(slice...slice)
            }
        }
        return ranges.map { range in
            range.count == 1
                ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1)-\(range.upperBound + 1)"
        }.joined(separator: " ")
    }
}
