import Instruments
import ReaderStudies
import Testing

@Suite struct FormSectionTests {
    @Test func `the form is drawn in the order of the instrument, with nothing known beforehand`()
        throws
    {
        let sections = try JointForm.form(["R-IL-U/erosion": "1"]).sections

        #expect(
            sections.map(\.title) == [
                "erosion", "ankylosis", "fat metaplasia", "depth", "erosions", "share",
                "image quality", "note",
            ])
        #expect(
            sections.map(\.layout) == [
                .grid, .grid, .grid, .list, .scalar, .scalar, .scalar, .scalar,
            ])
    }

    @Test func `a grid has the rows and columns of its sites, patient's right at the left`() throws
    {
        let erosion = try #require(try JointForm.form().sections.first)

        let grid = try #require(erosion.siteSet)
        let first = try #require(grid.sites.first)
        #expect(grid.grid.sides == ["R", "R", "L", "L"])
        #expect(first.id == "R-IL-U" && first.column == 0 && first.row == 0)
        #expect(erosion.questions.map(\.key.site) == grid.sites.map(\.id))
    }

    @Test func `a section counts what is asked and what is answered`() throws {
        let sections = try JointForm.form([
            "R-IL-U/erosion": "1", "R-IL-L/erosion": "NA", "L-IL-L/erosion": "0",
        ]).sections

        #expect(sections[0].askedCount == 8 && sections[0].answeredCount == 3)
        #expect(sections[2].askedCount == 0 && sections[2].answeredCount == 0)
        #expect(sections[3].askedCount == 1)
    }

    @Test func `each lesion is a section of its own`() throws {
        let sheet = AnswerSheet(lesions: ["M1", "M3"])
        let form = Form(try Probe.instrument("yes"), shows: [], sheet: sheet)

        let lesions = form.sections.filter { $0.lesion != nil }

        #expect(lesions.map(\.title) == ["M1", "M3"])
        #expect(lesions.allSatisfy { $0.layout == .list && $0.item == nil && $0.siteSet == nil })
        #expect(lesions[1].questions.map(\.label) == ["M3 spot"])
    }
}
