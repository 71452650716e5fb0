import Instruments
import ReaderStudies
import Testing

@Suite struct FormTests {
    @Test func `nothing is preselected and an unanswered question is missing, never absent`() throws
    {
        let form = try JointForm.form()

        #expect(form.asked.allSatisfy { $0.state == .missing })
        #expect(form.derived(for: .analysis).allSatisfy { $0.state == .missing })
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

    @Test func `a question of one technique is skipped in an arm that does not show it`() throws {
        let with = try JointForm.form(shows: ["t1"])
        let without = try JointForm.form(["R-IL-U/fat": "1"])

        #expect(with.question(JointForm.key("R-IL-U/fat"))?.presence == .asked)
        #expect(without.question(JointForm.key("R-IL-U/fat"))?.presence == .skipped)
        #expect(without.question(JointForm.key("R-IL-U/fat"))?.state == .skippedByRule)
    }

    @Test func `a skip rule is live: it waits for an answer, asks, and skips`() throws {
        let depth = JointForm.key("L-SA-U/depth_mm")
        func presence(_ code: String?) throws -> Presence? {
            let answers = code.map { ["L-SA-U/erosion": $0] } ?? [:]
            return try JointForm.form(answers).question(depth)?.presence
        }

        #expect(try presence(nil) == .waiting)
        #expect(try presence("1") == .asked)
        #expect(try presence("0") == .skipped)
        #expect(try presence("NA") == .skipped)
    }

    @Test func `a waiting question is missing, and not in the way of signing`() throws {
        let question = try JointForm.form().question(JointForm.key("L-SA-U/depth_mm"))

        #expect(question?.state == .missing)
        #expect(question?.isMissing == false)
    }

    @Test func `an answer comes back with its question`() throws {
        var sheet = AnswerSheet()
        sheet.answers[JointForm.key("L-SA-U/depth_mm")] = .value(.number(7))
        let depth = JointForm.key("L-SA-U/depth_mm")

        for (code, state) in [("0", ItemState.skippedByRule), ("1", .value(.number(7)))] {
            sheet.answers[JointForm.key("L-SA-U/erosion")] = .value(.code(code))
            let form = Form(try JointForm.instrument(), shows: [], sheet: sheet)
            #expect(form.question(depth)?.state == state)
        }
    }

    @Test func `an item is required where its condition holds, and only there`() throws {
        let count = JointForm.key("erosions")

        #expect(try JointForm.form().question(count)?.isRequired == false)
        #expect(try JointForm.form(["R-IL-U/erosion": "1"]).question(count)?.isRequired == true)
        #expect(
            try JointForm.form(["R-IL-U/erosion": "1"]).obstacles.contains("erosions"))
    }

    @Test
    func `a hint stands at the sites within, a warning at its own, and neither stops signing`()
        throws
    {
        var sheet = AnswerSheet()
        sheet.answers[JointForm.key("L-U/ankylosis")] = .value(.code("1"))
        sheet.answers[JointForm.key("L-SA-U/erosion")] = .value(.code("1"))
        sheet.answers[JointForm.key("L-SA-U/depth_mm")] = .value(.number(5))
        let form = Form(try JointForm.instrument(), shows: [], sheet: sheet)

        let hints = form.remarks.filter { $0.severity == .hint }.map(\.key.site)
        let warnings = form.remarks(at: JointForm.key("L-SA-U/depth_mm"))
        #expect(Set(hints) == ["L-SA-U", "L-IL-U"] && hints.count == 2)
        #expect(warnings.map(\.sentence) == ["A depth of 5 mm or less is normal."])
        #expect(!form.obstacles.contains { $0.contains("normal") || $0.contains("replaced") })
    }

    @Test func `a read with every required answer is complete`() throws {
        let answers =
            JointForm.quadrants.sites.map { "\($0.id)/erosion" }
            + JointForm.halves.sites.map { "\($0.id)/ankylosis" }
        var codes = Dictionary(uniqueKeysWithValues: answers.map { ($0, "0") })
        codes["quality"] = "4"

        let form = try JointForm.form(codes)

        #expect(form.isComplete && form.missing.isEmpty && form.obstacles.isEmpty)
        codes["R-U/ankylosis"] = "NA"
        #expect(try JointForm.form(codes).isComplete)
    }

    @Test func `derived values are shown to those who may see them`() throws {
        let form = try JointForm.form(["R-IL-U/erosion": "1", "R-U/ankylosis": "0"])

        let all = form.derived(for: .practice)
        #expect(form.derived(for: .draft).map(\.label) == ["eroded quadrants"])
        #expect(form.derived(for: .signed).map(\.key.item) == ["eroded", "stage"])
        #expect(
            all.map(\.state) == [.missing, .value(.code("eroded")), .value(.code("no"))])
    }

    @Test func `the first case that is true decides, unless one before it is unknown`() throws {
        func stage(_ answers: [String: String]) throws -> DerivedState? {
            try JointForm.form(answers).derived(for: .analysis).first { $0.key.item == "stage" }?
                .state
        }
        let halves = ["R-U", "R-L", "L-U", "L-L"].map { ("\($0)/ankylosis", "1") }
        var fused = Dictionary(uniqueKeysWithValues: halves)

        #expect(try stage(fused) == .value(.code("fused")))
        fused["R-U/ankylosis"] = "NA"
        #expect(try stage(fused) == .notAssessable)
        #expect(try stage(["R-IL-U/erosion": "1"]) == .missing)
    }

    @Test func `one key may answer all with not assessable only when the instrument says so`()
        throws
    {
        #expect(try JointForm.form(["quality": "1"]).allowsAllNotAssessable)
        #expect(try !JointForm.form(["quality": "2"]).allowsAllNotAssessable)
        #expect(try !JointForm.form().allowsAllNotAssessable)
    }

    @Test func `the choices offered are those of the arm`() throws {
        let quality = JointForm.key("quality")

        let without = try JointForm.form().question(quality)?.choices.map(\.code)
        let with = try JointForm.form(shows: ["t1"]).question(quality)?.choices.map(\.code)

        #expect(without == ["1", "2", "3", "4"])
        #expect(with == ["1", "2", "3", "4", "5"])
    }

    @Test func `answers to questions that the instrument does not have change nothing`() throws {
        var sheet = AnswerSheet()
        sheet.answers[ItemKey("L9", "erosion")] = .value(.code("1"))
        sheet.answers[ItemKey(.exam, "ghost")] = .value(.code("1"))

        let form = Form(try JointForm.instrument(), shows: [], sheet: sheet)

        #expect(form.question(ItemKey(.exam, "ghost")) == nil)
        #expect(form.asked.allSatisfy { $0.state == .missing })
    }
}
