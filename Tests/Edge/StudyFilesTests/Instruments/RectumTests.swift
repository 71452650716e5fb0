import Instruments
import ReaderStudies
import Testing

/// `rectal-response` and `rectal-t2-texture`, instruments.md sections 5.1 to 5.3 and 10.5.
@Suite struct RectumTests {
    @Test(arguments: [
        ("1", 100, false), ("1", 99, true), ("2", 76, false), ("2", 75, true), ("3", 50, false),
        ("3", 75, false), ("3", 49, true), ("4", 49, false), ("4", 30, false), ("4", 50, true),
        ("5", 0, false), ("5", 1, true),
    ])
    func `section 5.2: a share of fibrosis outside the grade warns`(
        grade: String, percent: Int, warns: Bool
    ) throws {
        let form = try Shipped.form(
            "rectal-response", ["mrTRG": grade, "fibrosis_pct": "#\(percent)"])

        #expect(form.said(.warning, "fibrosis_pct").isEmpty == !warns)
    }

    @Test(arguments: [("1", "yes"), ("2", "yes"), ("3", "no"), ("4", "no"), ("5", "no")])
    func `section 5.1: grades 1 and 2 are a good response unless the protocol adds 3`(
        grade: String, good: String
    ) throws {
        let wide = try shippedText("rectal-response").replacing(
            "value: mrTRG1-2", with: "value: mrTRG1-3")
        var sheet = AnswerSheet()
        sheet.answers[Shipped.key("mrTRG")] = .value(.code(grade))

        let form = try Shipped.form("rectal-response", ["mrTRG": grade])
        let wider = Form(try InstrumentText.instrument(wide), shows: [], sheet: sheet)

        #expect(form.derived("good_response") == .value(.code(good)))
        #expect(
            wider.derived("good_response") == .value(.code(grade == "3" ? "yes" : good)))
    }

    @Test func `section 5.2: diffusion is asked only where it is shown`() throws {
        let t2 = try Shipped.form("rectal-response")
        let both = try Shipped.form("rectal-response", shows: ["dwi"])

        #expect(t2.question(Shipped.key("dwi_restriction"))?.state == .skippedByRule)
        #expect(both.question(Shipped.key("dwi_restriction"))?.isMissing == true)
    }

    @Test func `section 5.2: 1 mm to the fascia is involved`() throws {
        #expect(
            try Shipped.form("rectal-response", ["mrf_distance_mm": "~1"]).derived("mrf_involved")
                == .value(.code("yes")))
        #expect(
            try Shipped.form("rectal-response", ["mrf_distance_mm": "~1.1"]).derived("mrf_involved")
                == .value(.code("no")))
    }

    @Test(
        arguments: [
            (["0.0041", "0.15", "2.5", "1.32", "1.74"], 5.0, "yes"),
            (["0.0021", "0.119", "2.7501", "1.3201", "1.8001"], 0, "no"),
            (["0.0022", "0.12", "2.75", "1.33", "1.81"], 3, "yes"),
            (["0.0022", "0.12", "2.76", "1.33", "1.81"], 2, "no"),
        ] as [([String], Double, String)])
    func `sections 5.3 and 10.5: the score compares unrounded features, borders included`(
        features: [String], points: Double, responder: String
    ) throws {
        let names = ["AngScMom", "InvDfMom", "Entropy", "DifEntrp", "SumEntrp"]
        let cells =
            [FilledRead.Cell(Shipped.key("roi_pixels"), "240")]
            + zip(names, features).map {
                FilledRead.Cell(Shipped.key("roi_pixels.\($0.0)"), $0.1)
            }
        let filled = FilledRead(
            try Shipped.library.load(named: "rectal-t2-texture"), shows: [], cells: cells)
        let form = filled.form

        #expect(filled.refusals.isEmpty)
        #expect(form.derived("score_points") == .value(.number(points)))
        #expect(form.derived("responder") == .value(.code(responder)))
        #expect(form.derived(for: .draft).isEmpty)
    }

    @Test func `section 5.3: a region of 3 pixels is refused, of 99 warns`() throws {
        let form = try Shipped.form("rectal-t2-texture")
        let small = try Shipped.form("rectal-t2-texture", ["roi_pixels": "#99"])
        let key = Shipped.key("roi_pixels")

        #expect(
            throws: InstrumentError.refused(
                "A region this small has no texture. Draw the whole tumour or scar, without the "
                    + "lumen and gas.")
        ) { try form.validate(.answer(key, .value(.integer(3)))) }
        #expect(small.said(.warning, "roi_pixels").count == 1)
    }
}
