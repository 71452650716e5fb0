import Instruments
import ReaderStudies
import Testing

@Suite struct FormTests {
    @Test func `nothing is preselected and an unanswered question is missing, never absent`() throws
    {
        let form = try JointForm.form()

        #expect(form.asked.allSatisfy { $0.state == .missing })
        #expect(form.derived(for: .analysis).first?.state == .missing)
        #expect(!form.isComplete)
    }

    @Test func `missing names each required question in a few words, in reading order`() throws {
        let form = try JointForm.form(["R-SA-L/erosion": "0"])

        #expect(form.missing.count == 12)
        #expect(form.missing.first?.label == "R iliac upper erosion")
        #expect(form.obstacles.last == "image quality")
        #expect(!form.obstacles.contains("R sacral lower erosion"))
    }

    @Test func `present, absent, not assessable, skipped and missing are five different states`()
        throws
    {
        let form = try JointForm.form([
            "R-IL-U/erosion": "1", "R-IL-L/erosion": "0", "R-SA-U/erosion": "NA",
        ])

        let states = ["R-IL-U/erosion", "R-IL-L/erosion", "R-SA-U/erosion", "R-SA-L/erosion"]
            .map { form.question(JointForm.key($0))?.state }
        #expect(
            states == [
                .value(.code("1")), .value(.code("0")), .notAssessable(.motion), .missing,
            ])
        #expect(form.question(JointForm.key("R-IL-U/fat"))?.state == .skippedByRule)
    }
}
