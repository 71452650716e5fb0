import Instruments
import ReaderStudies
import Testing

/// `gbm-psp`, instruments.md section 4.2.
@Suite struct GlioblastomaTests {
    /// A form with one target of `now` mm² after one of 400 mm² at the baseline.
    private func form(
        weeks: Int, now: Double, _ more: [String: String] = [:], revealing: Bool = false
    ) throws -> Form {
        var answers = [
            "weeks_since_RT": "#\(weeks)", "smaller_between": "no", "new_enhancement": "none",
            "flair_change": "stable", "T1/d1_mm": "~20", "T1/d2_mm": "~\(now / 20)",
            "T1/baseline_d1_mm": "~20", "T1/baseline_d2_mm": "~20",
        ]
        if revealing {
            answers["steroids"] = "stable"
            answers["antiangiogenic"] = "no"
            answers["clinical_decline"] = "no"
        }
        answers.merge(more) { $1 }
        guard revealing else { return try Shipped.form("gbm-psp", lesions: ["T1"], answers) }
        let text = try shippedText("gbm-psp").replacing(
            "antiangiogenic treatment and histology\n    value: no",
            with: "antiangiogenic treatment and histology\n    value: yes")
        var sheet = AnswerSheet(lesions: ["T1"])
        for (key, text) in answers { sheet.answers[Shipped.key(key)] = Shipped.answer(text) }
        return Form(try InstrumentText.instrument(text), shows: [], sheet: sheet)
    }

    private func flag(_ form: Form) -> DerivedState? { form.derived("rano_flag") }

    @Test func `section 4.2: products are summed and compared with the baseline`() throws {
        let form = try form(weeks: 20, now: 500)

        #expect(form.derived("SPD_mm2") == .value(.number(500)))
        #expect(form.derived("SPD_baseline_mm2") == .value(.number(400)))
        #expect(form.derived("SPD_change_pct") == .value(.number(25)))
    }

    @Test func `section 4.2: growth inside the field within 12 weeks is too early to call`() throws
    {
        #expect(flag(try form(weeks: 11, now: 800)) == .value(.code("withinFieldTooEarly")))
        #expect(
            flag(try form(weeks: 11, now: 400, ["new_enhancement": "inside"]))
                == .value(.code("withinFieldTooEarly")))
    }

    @Test func `section 4.2: enhancement outside the field is progression at any time`() throws {
        for weeks in [3, 11, 12, 60] {
            #expect(
                flag(try form(weeks: weeks, now: 400, ["new_enhancement": "outside"]))
                    == .value(.code("PD")))
        }
    }

    @Test(arguments: [(499.0, "SD"), (500, "PD"), (800, "PD")])
    func `section 4.2: from 12 weeks a quarter more is progression`(
        now: Double, expected: String
    ) throws {
        #expect(flag(try form(weeks: 12, now: now)) == .value(.code(expected)))
    }

    @Test func `section 4.2: the smaller scan in between is what growth is measured from`() throws {
        let form = try form(
            weeks: 30, now: 400, ["smaller_between": "yes", "nadir_SPD_mm2": "~300"])

        #expect(form.derived("SPD_change_pct") == .value(.number(0)))
        #expect(flag(form) == .value(.code("PD")))
    }

    @Test func `section 4.2: with falling steroids growth does not count, histology always does`()
        throws
    {
        #expect(
            flag(try form(weeks: 30, now: 600, ["steroids": "decreased"], revealing: true))
                == .value(.code("SD")))
        #expect(flag(try form(weeks: 30, now: 600, revealing: true)) == .value(.code("PD")))
        #expect(
            flag(try form(weeks: 5, now: 400, ["viable_on_histology": "yes"], revealing: true))
                == .value(.code("PD")))
    }

    @Test func `section 4.2: decline counts from 12 weeks, not within them`() throws {
        let decline = ["clinical_decline": "yes"]

        #expect(
            flag(try form(weeks: 30, now: 400, decline, revealing: true)) == .value(.code("PD")))
        #expect(
            flag(try form(weeks: 5, now: 400, decline, revealing: true)) == .value(.code("SD")))
    }

    @Test func `section 4.2: FLAIR counts under antiangiogenic treatment only`() throws {
        #expect(
            flag(
                try form(
                    weeks: 30, now: 400, ["flair_change": "increased", "antiangiogenic": "yes"],
                    revealing: true)) == .value(.code("PD")))
        #expect(
            flag(try form(weeks: 30, now: 400, ["flair_change": "increased"], revealing: true))
                == .value(.code("SD")))
    }

    @Test func `section 4.2: half as much is a partial response, confirmed by a second scan`()
        throws
    {
        #expect(flag(try form(weeks: 30, now: 200)) == .value(.code("PRunconfirmed")))
        #expect(
            flag(try form(weeks: 30, now: 200, ["confirmed": "yes"])) == .value(.code("PR")))
        #expect(flag(try form(weeks: 30, now: 201)) == .value(.code("SD")))
        #expect(
            flag(try form(weeks: 30, now: 0, ["confirmed": "yes"])) == .value(.code("CR")))
    }

    @Test func `section 4.2: targets below 10 mm and unusual voxels warn`() throws {
        let form = try Shipped.form(
            "gbm-psp", shows: ["mrs"], lesions: ["T1"],
            ["T1/d1_mm": "~9.9", "T1/d2_mm": "~9", "voxel_cm3": "~8.1"])
        let edge = try Shipped.form(
            "gbm-psp", shows: ["mrs"], lesions: ["T1"],
            ["T1/d1_mm": "~10", "T1/d2_mm": "~10", "voxel_cm3": "~8"])

        for item in ["T1/d1_mm", "T1/d2_mm", "voxel_cm3"] {
            #expect(form.said(.warning, item).count == 1)
            #expect(edge.said(.warning, item).isEmpty)
        }
    }

    @Test
    func `section 4.2: a choice against the impression warns, also at indeterminate it is made`()
        throws
    {
        let against = try Shipped.form("gbm-psp", ["overall": "4", "binary": "PsP"])
        let open = try Shipped.form("gbm-psp", ["overall": "3"])

        #expect(against.said(.warning, "binary").count == 1)
        #expect(open.question(Shipped.key("binary"))?.isMissing == true)
    }

    @Test
    func `section 4.2: the sixth target is refused, and a perpendicular longer than the longest`()
        throws
    {
        let five: [SiteID] = ["T1", "T2", "T3", "T4", "T5"]
        let form = try Shipped.form("gbm-psp", lesions: five, ["T1/d1_mm": "~12"])

        #expect(throws: InstrumentError.self) { try form.validate(.addLesion("T6")) }
        #expect(throws: InstrumentError.self) {
            try form.validate(.answer(Shipped.key("T1/d2_mm"), .value(.number(12.5))))
        }
    }
}
