import Foundation
import Instruments
import ReaderStudies
import StudyFiles
import Testing

@Suite struct FillTableTests {
    private func table(_ text: String, row: Int = 1) throws -> FillTable {
        let file = FileManager.default.temporaryDirectory.appending(path: "fill-\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try FillTable(path: file.path, row: row)
    }

    @Test func `a wide table has a column for each question and a row for each read`() throws {
        let text = "arm,viral_signs,lung-R/pct\r\nCT,yes,30\r\nCT,no,\r\n"

        let second = try table(text, row: 2)

        #expect(second.arm == "CT")
        #expect(
            try table(text).cells == [
                .init(ItemKey(.exam, "viral_signs"), "yes"), .init(ItemKey("lung-R", "pct"), "30"),
            ])
        #expect(second.cells.map(\.text) == ["no", ""])
    }

    @Test func `a long table has a row for each answer, and others that are no answers`() throws {
        let text =
            "part,site,item,value\narm,,,CT\nanswer,lung-R,pct,30\nderived,exam,hospital,no\n"

        let read = try table(text)

        #expect(read.arm == "CT")
        #expect(read.cells == [.init(ItemKey("lung-R", "pct"), "30")])
    }

    @Test func `a refused answer is told by line and cell`() throws {
        let read = try table("viral_signs,lung-R/pct\nyes,101\n")
        let filled = FilledRead(
            try Shipped.library.load(named: "covid-ct04"), shows: [], cells: read.cells)

        let line = try #require(filled.refusals.first.map(read.line(of:)))
        #expect(line.hasSuffix(".csv:2:2: R lung involved is 101 %, outside 0 to 100 %."))
    }

    @Test func `a row that is not there is refused`() {
        #expect(throws: TableError.self) { try table("viral_signs\nyes\n", row: 2) }
        #expect(throws: TableError.self) { try table("viral_signs\nyes\n", row: 0) }
    }
}
