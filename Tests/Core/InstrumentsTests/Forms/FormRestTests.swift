import Instruments
import ReaderStudies
import Testing

@Suite struct FormRestTests {
    @Test func `rest absent answers open required findings and leaves what is answered`() throws {
        let form = try JointForm.form(
            ["R-IL-U/erosion": "1", "R-IL-L/erosion": "NA"], shows: ["t1"])

        let entries = form.restAbsent()

        #expect(entries.count == 6 + 4)
        #expect(
            entries.first == .answer(JointForm.key("R-SA-U/erosion"), .value(.code("0"))))
    }

    @Test func `rest absent of one item answers that item, required or not`() throws {
        let form = try JointForm.form(["R-IL-U/fat": "1"], shows: ["t1"])

        #expect(form.restAbsent(["fat"]).count == 7)
        #expect(form.restAbsent(["ankylosis"]).count == 4)
    }

    @Test func `rest absent never answers a grade, a yes or no, or a skipped question`() throws {
        let joint = try JointForm.form()
        let probe = Form(try Probe.instrument("yes"), shows: [])

        #expect(joint.restAbsent(["fat", "quality", "depth_mm", "share"]).isEmpty)
        #expect(probe.restAbsent(["sick", "grade"]).isEmpty)
        #expect(probe.restAbsent(["bone"]).count == 4)
    }

    @Test func `the entries of rest absent are valid and complete the findings`() throws {
        var sheet = AnswerSheet()
        let form = try JointForm.form()
        for entry in form.restAbsent() {
            try form.validate(entry)
            sheet.apply(entry)
        }

        let after = Form(try JointForm.instrument(), shows: [], sheet: sheet)

        #expect(after.obstacles == ["image quality"])
    }

    @Test func `all open findings become not assessable only when the instrument allows it`() throws
    {
        let bad = try JointForm.form(["quality": "1", "R-IL-U/erosion": "1"])

        let entries = try bad.restNotAssessable(.motion)

        #expect(entries.count == 11)
        #expect(
            entries.allSatisfy {
                if case .answer(_, .notAssessable(.motion), _) = $0 { true } else { false }
            })
        #expect(try JointForm.form(["quality": "3"]).restNotAssessable(.motion).isEmpty)
        #expect(throws: InstrumentError.self) { try bad.restNotAssessable(.other("")) }
    }
}
