import Foundation
import Instruments
import ReaderStudies
import StudyFiles

/// A worked read: `Tests/Golden/StudyFilesTests/WorkedReads/ID.csv`, made by `worked_reads.py` beside it.
struct WorkedRead {
    let filled: FilledRead
    let derived: [(key: ItemKey, text: String)]
    let warnings: [(key: ItemKey, count: Int)]

    init(_ name: String, file: String = #filePath) throws {
        let tests = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = tests.appending(path: "Golden/StudyFilesTests/WorkedReads/\(name).csv")
        let rows = try CSVTable.load(path.path).rows.map(\.cells)
        let instrument = try Shipped.library.load(named: InstrumentID(name))
        let arm = rows.first { $0[0] == "arm" }?[3]
        let shows = instrument.arms.first { $0.id == arm }?.shows ?? []
        filled = FilledRead(
            instrument, shows: Set(shows),
            cells: Self.rows("answer", of: rows).map { FilledRead.Cell($0.key, $0.text) })
        derived = Self.rows("derived", of: rows)
        warnings = Self.rows("warning", of: rows).map { ($0.key, Int($0.text) ?? -1) }
    }

    private static func rows(
        _ part: String, of rows: [CSVTable.Cells]
    ) -> [(key: ItemKey, text: String)] {
        rows.filter { $0[0] == part }.map { (ItemKey(SiteID($0[1]), ItemID($0[2])), $0[3]) }
    }
}
