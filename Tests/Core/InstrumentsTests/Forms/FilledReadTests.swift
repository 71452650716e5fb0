import Instruments
import ReaderStudies
import Testing

@Suite struct FilledReadTests {
    private func fill(_ cells: [(String, String)]) throws -> FilledRead {
        FilledRead(
            try JointForm.instrument(), shows: [],
            cells: cells.map { FilledRead.Cell(JointForm.key($0), $1) })
    }

    @Test func `answers are taken in the order of the form, whatever the order of the cells`()
        throws
    {
        let read = try fill([("R-IL-U/depth_mm", "7.5"), ("R-IL-U/erosion", "present")])

        #expect(read.refusals.isEmpty)
        #expect(read.form.question(JointForm.key("R-IL-U/depth_mm"))?.state == .value(.number(7.5)))
    }

    @Test func `what is not asked or not known is refused with its cell`() throws {
        let read = try fill([
            ("R-IL-U/erosion", "absent"), ("R-IL-U/depth_mm", "7.5"), ("R-IL-U/erosions", "1"),
        ])

        #expect(read.refusals.map(\.cell) == [1, 2])
        #expect(read.refusals.first?.sentence.contains("is not asked") == true)
        #expect(read.refusals.last?.sentence.contains("has no item erosions") == true)
    }

    @Test func `the rule's own words come back, and the answer is left out`() throws {
        let read = try fill([("share", "99 %")])

        #expect(read.refusals.map(\.sentence) == ["99 % is not a share that we take."])
        #expect(read.form.question(JointForm.key("share"))?.state == .missing)
    }

    @Test func `NA with a known reason or one's own words is not assessable, empty is unanswered`()
        throws
    {
        let read = try fill([
            ("R-IL-U/erosion", "NA: motion"), ("R-IL-L/erosion", "NA: gas in the gut"),
            ("R-SA-U/erosion", "NA"), ("R-SA-L/erosion", ""),
        ])

        let states = ["R-IL-U", "R-IL-L", "R-SA-L"].map {
            read.form.question(JointForm.key("\($0)/erosion"))?.state
        }
        #expect(
            states == [.notAssessable(.motion), .notAssessable(.other("gas in the gut")), .missing])
        #expect(read.refusals.map(\.cell) == [2])
        #expect(read.refusals.first?.sentence.contains("for which reason") == true)
    }
}
