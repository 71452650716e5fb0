import ReaderStudies

/// The columns with which every table of reads begins: which read a row is about.
enum PlaceColumns {
    static let header = [
        "study", "reader", "participant", "case", "arm", "occasion", "session", "position",
    ]

    /// The cells of a row of the reading order.
    static func cells(_ row: ReadingOrderRow, in study: StudyID) -> [String] {
        [
            study.rawValue, row.read.reader.rawValue, row.participant.rawValue,
            row.read.caseID.rawValue, row.read.arm.rawValue, String(row.read.occasion),
            String(row.session), String(row.position),
        ]
    }
}
