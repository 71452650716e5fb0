import Instruments
import ReaderStudies
import Testing

/// The list of lesions and what is asked of each: `ccm-zabramski`, instruments.md section 3.
@Suite struct CavernomaTests {
    @Test(arguments: [("~30", false), ("~30.1", true), ("~0.5", false)])
    func `section 3.3: a diameter over 30 mm warns`(diameter: String, warns: Bool) throws {
        let form = try Cavernoma.lesion(["max_diameter_mm": diameter])

        #expect(form.said(.warning, "L1/max_diameter_mm").isEmpty != warns)
    }

    @Test func `section 3.3: diameters go from 0.5 to 100 mm`() throws {
        let form = try Cavernoma.lesion([:])
        let key = Shipped.key("L1/max_diameter_mm")

        for typed in ["0.4", "100.1", "11,5", "2.55"] {
            #expect(throws: InstrumentError.self) { try form.parse(typed: typed, for: key) }
        }
        #expect(try form.parse(typed: "11.5", for: key) == .number(11.5))
    }

    @Test func `section 3.3: a diameter measured on a susceptibility series is marked as bloomed`()
        throws
    {
        let onGRE = try Cavernoma.lesion([
            "diameter_series": "GRE", "t1_core": "iso", "t2_core": "hypo",
        ])
        let onT2 = try Cavernoma.lesion(["diameter_series": "T2"])

        #expect(onGRE.derived("bloomed", at: "L1") == .value(.code("yes")))
        #expect(onT2.derived("bloomed", at: "L1") == .value(.code("no")))
        #expect(try Cavernoma.lesion([:]).derived("bloomed", at: "L1") == .value(.code("no")))
        #expect(onGRE.said(.hint, "L1/diameter_series").count == 1)
    }

    @Test func `section 3.3: the series of the diameter is required where only dots are seen`()
        throws
    {
        let dot = try Cavernoma.lesion(["t1_core": "notVisible", "t2_core": "notVisible"])
        let other = try Cavernoma.lesion(["t1_core": "iso", "t2_core": "notVisible"])
        let key = Shipped.key("L1/diameter_series")

        #expect(dot.question(key)?.isRequired == true)
        #expect(other.question(key)?.isRequired == false)
    }

    @Test(arguments: [
        ("t1", "t1_core"), ("t2", "t2_core"), ("gre", "gre"), ("swi", "swi"),
        ("ct", "calcification_CT"),
    ])
    func `sections 3.3 and 3.4: each sequence is asked for only in arms that show it`(
        technique: String, item: String
    ) throws {
        let key = Shipped.key("L1/\(item)")

        #expect(try Cavernoma.lesion([:], shows: [technique]).question(key)?.isAsked == true)
        #expect(
            try Cavernoma.lesion([:], shows: Cavernoma.full.subtracting([technique])).question(key)?
                .state
                == .skippedByRule)
    }

    @Test func `sections 3.3 and 3.4: the diameter's series are those of the arm`() throws {
        let key = Shipped.key("L1/diameter_series")

        let codes = try Cavernoma.lesion([:], shows: ["t1", "swi"]).question(key)?.choices.map(
            \.code)

        #expect(codes == ["T1", "SWI"])
    }

    @Test func `section 3.3: a rim is asked where the T2 core is visible`() throws {
        let key = Shipped.key("L1/t2_rim")

        #expect(try Cavernoma.lesion(["t2_core": "hypo"]).question(key)?.isMissing == true)
        #expect(
            try Cavernoma.lesion(["t2_core": "notVisible"]).question(key)?.state == .skippedByRule)
        #expect(try Cavernoma.lesion([:]).question(key)?.presence == .waiting)
    }

    @Test func `section 3.3: signs of bleeding are asked when type I is suspected`() throws {
        for item in ["edema", "mass_effect", "extralesional_blood"] {
            let key = Shipped.key("L1/\(item)")
            #expect(try Cavernoma.lesion(["t1_core": "hyper"]).question(key)?.isAsked == true)
            #expect(
                try Cavernoma.lesion(["t1_core": "iso", "zabramski": "I"]).question(key)?.isAsked
                    == true)
            #expect(
                try Cavernoma.lesion(["t1_core": "iso", "zabramski": "III"]).question(key)?.state
                    == .skippedByRule)
        }
    }

    @Test func `section 3.2: a read with no lesion is complete`() throws {
        let form = try Shipped.form(
            "ccm-zabramski", shows: Cavernoma.full,
            ["lesion_count_total": "#0", "image_quality": "4"])

        #expect(form.isComplete)
        #expect(form.derived("multiple") == .value(.code("no")))
    }

    @Test func `section 3.2: the 21st lesion is refused in the instrument's words`() throws {
        let lesions = (1...20).map { SiteID("L\($0)") }
        let form = try Shipped.form("ccm-zabramski", lesions: lesions)

        #expect(
            throws: InstrumentError.lesion(
                "The list holds 20 lesions. Keep the 20 largest and every one of type I, and say "
                    + "how many there are in all.")
        ) { try form.validate(.addLesion("L21")) }
    }

    @Test(arguments: [
        (0, 1, "More lesions are marked"), (2, 1, "Fewer lesions are marked"),
        (25, 3, "Of more than 20 lesions"), (1, 1, ""), (25, 20, ""),
    ])
    func `section 3.2: marks and count have to agree before signing, not while typing`(
        count: Int, marks: Int, sentence: String
    ) throws {
        let lesions = (0..<marks).map { SiteID("L\($0 + 1)") }
        let form = try Shipped.form(
            "ccm-zabramski", lesions: lesions, ["lesion_count_total": "#\(count)"])

        let said = form.said(.unsignable, "lesion_count_total")
        #expect(sentence.isEmpty ? said.isEmpty : said.first?.hasPrefix(sentence) == true)
        #expect(form.obstacles.contains { $0.hasPrefix(sentence) } || sentence.isEmpty)
        try form.validate(.answer(Shipped.key("lesion_count_total"), .value(.integer(count))))
    }

    @Test func `section 3.2: with more than 20 lesions an estimate is required`() throws {
        func estimate(_ count: String) throws -> Question? {
            try Shipped.form("ccm-zabramski", ["lesion_count_total": count])
                .question(Shipped.key("uncounted_more"))
        }

        #expect(try estimate("#21")?.isMissing == true)
        #expect(try estimate("#20")?.state == .skippedByRule)
        #expect(
            try estimate("#21")?.choices.map(\.code) == ["21-50", "51-100", "over-100"])
    }

    @Test(arguments: [(1, "no", "no"), (2, "yes", "no"), (4, "yes", "no"), (5, "yes", "yes")])
    func `section 3.3: two lesions are multiple, five hint at the familial form`(
        count: Int, multiple: String, familial: String
    ) throws {
        let form = try Shipped.form("ccm-zabramski", ["lesion_count_total": "#\(count)"])

        #expect(form.derived("multiple") == .value(.code(multiple)))
        #expect(form.derived("familial_pattern") == .value(.code(familial)))
    }

    @Test(arguments: [
        ("frontal", "supratentorial"), ("corpusCallosum", "supratentorial"),
        ("pons", "infratentorial"), ("vermis", "infratentorial"), ("spinal", "spinal"),
    ])
    func `section 3.3: the location gives the side of the tentorium`(
        location: String, compartment: String
    ) throws {
        let form = try Cavernoma.lesion(["location": location])

        #expect(form.derived("tentorium", at: "L1") == .value(.code(compartment)))
    }

    @Test func `section 3.3: a full lesion is complete, and says what is left before`() throws {
        let answers = [
            "side": "R", "location": "frontal", "max_diameter_mm": "~11.5", "t1_core": "mixed",
            "t2_core": "mixedReticulated", "t2_rim": "complete", "gre": "hypoBlooming",
            "swi": "visible",
        ]
        let before = try Cavernoma.lesion(answers)
        var sheet = before.sheet
        sheet.answers[Shipped.key("L1/mark")] = .value(
            .mark(Mark(series: "s", column: 1, row: 2, slice: 3, positionMM: [0, 0, 0])))
        sheet.answers[Shipped.key("L1/zabramski")] = Shipped.answer("II")
        sheet.answers[Shipped.key("lesion_count_total")] = Shipped.answer("#1")
        sheet.answers[Shipped.key("image_quality")] = Shipped.answer("5")

        let after = Form(before.instrument, shows: Cavernoma.full, sheet: sheet)

        #expect(
            before.obstacles == [
                "number of lesions", "image quality", "L1 mark", "L1 Zabramski type",
            ])
        #expect(after.isComplete && after.remarks.isEmpty)
        #expect(after.derived("algorithmic_type", at: "L1") == .value(.code("II")))
    }
}
