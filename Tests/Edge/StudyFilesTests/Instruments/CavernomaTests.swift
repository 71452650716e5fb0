import Instruments
import ReaderStudies
import Testing

/// `ccm-zabramski`, instruments.md section 3.
@Suite struct CavernomaTests {
    private static let full: Set<String> = ["t1", "t2", "gre", "swi"]

    private func lesion(
        _ answers: [String: String], shows: Set<String> = full
    ) throws -> Form {
        let keyed = Dictionary(uniqueKeysWithValues: answers.map { ("L1/\($0)", $1) })
        return try Shipped.form("ccm-zabramski", shows: shows, lesions: ["L1"], keyed)
    }

    private func type(
        t1: String? = nil, t2: String? = nil, rim: String? = nil, gre: String? = nil,
        swi: String? = nil, shows: Set<String> = full
    ) throws -> DerivedState? {
        let pairs = [("t1_core", t1), ("t2_core", t2), ("t2_rim", rim), ("gre", gre), ("swi", swi)]
        let given = pairs.compactMap { key, code in code.map { (key, $0) } }
        let form = try lesion(Dictionary(uniqueKeysWithValues: given), shows: shows)
        return form.derived("algorithmic_type", at: "L1")
    }

    @Test func `section 3.3: type I is bright on T1 with a bright or dark T2 core`() throws {
        #expect(try type(t1: "hyper", t2: "hyper", rim: "complete") == .value(.code("I")))
        #expect(try type(t1: "hyper", t2: "hypo", rim: "none") == .value(.code("I")))
    }

    @Test func `section 3.3: type II is mixed and reticulated on T2 with a rim`() throws {
        for (t1, rim) in [("mixed", "complete"), ("hyper", "partial"), ("iso", "complete")] {
            #expect(try type(t1: t1, t2: "mixedReticulated", rim: rim) == .value(.code("II")))
        }
    }

    @Test func `section 3.3: type III is dark on T2 and dark or like brain on T1`() throws {
        for t1 in ["hypo", "iso"] {
            #expect(try type(t1: t1, t2: "hypo", rim: "complete") == .value(.code("III")))
        }
    }

    @Test func `section 3.3: type IV is a dot on gradient echo, not visible on T1 and T2`() throws {
        #expect(
            try type(t1: "notVisible", t2: "notVisible", gre: "punctate") == .value(.code("IV")))
    }

    @Test func `section 3.3: anything else is unclassifiable`() throws {
        let cases: [(String, String, String?, String)] = [
            ("hyper", "iso", "none", "punctate"), ("mixed", "mixedReticulated", "none", "mixed"),
            ("mixed", "hypo", "complete", "mixed"), ("iso", "hyper", "none", "mixed"),
            ("notVisible", "notVisible", nil, "notVisible"),
            ("notVisible", "notVisible", nil, "hypoBlooming"),
            ("notVisible", "hypo", "none", "punctate"),
        ]
        for (t1, t2, rim, gre) in cases {
            #expect(
                try type(t1: t1, t2: t2, rim: rim, gre: gre)
                    == .value(.code("unclassifiable")), "\(t1) \(t2)")
        }
    }

    @Test func `section 3.3: a type that needs an unseen signal is open, one that does not is not`()
        throws
    {
        #expect(try type(t1: "NA", t2: "hypo", rim: "none", gre: "mixed") == .notAssessable)
        #expect(try type(t1: "NA", t2: "mixedReticulated", rim: "complete") == .value(.code("II")))
        #expect(try type(t2: "hypo", rim: "none") == .missing)
        #expect(try type(gre: "punctate", shows: ["gre"]) == .skippedByRule)
    }

    @Test func `sections 3.1 and 3.3: what only SWI shows is no type IV while GRE decides`() throws
    {
        let dot = try type(
            t1: "notVisible", t2: "notVisible", gre: "notVisible", swi: "visible")

        #expect(dot == .value(.code("unclassifiable")))
    }

    @Test func `section 3.1: the protocol may let SWI decide about type IV`() throws {
        let text = try shippedText("ccm-zabramski").replacing("value: GRE\n", with: "value: SWI\n")
        let instrument = try InstrumentText.instrument(text)
        var sheet = AnswerSheet(lesions: ["L1"])
        for (item, code) in [
            ("t1_core", "notVisible"), ("t2_core", "notVisible"), ("swi", "visible"),
        ] {
            sheet.answers[ItemKey("L1", ItemID(item))] = .value(.code(code))
        }

        let form = Form(instrument, shows: ["t1", "t2", "swi"], sheet: sheet)

        #expect(form.derived("algorithmic_type", at: "L1") == .value(.code("IV")))
    }

    @Test func `section 3.3: seen on SWI only is visible on SWI and not on gradient echo`() throws {
        func only(_ swi: String, _ gre: String, _ shows: Set<String> = Self.full) throws
            -> DerivedState?
        {
            try lesion(["swi": swi, "gre": gre], shows: shows).derived("swi_only", at: "L1")
        }

        #expect(try only("visible", "notVisible") == .value(.code("yes")))
        #expect(try only("visible", "punctate") == .value(.code("no")))
        #expect(try only("notVisible", "notVisible") == .value(.code("no")))
        #expect(try only("visible", "notVisible", ["swi"]) == .skippedByRule)
    }

    @Test func `section 3.3: algorithmic type and SWI only are never shown in a study`() throws {
        let form = try lesion(["swi": "visible", "gre": "notVisible"])

        for audience in [DerivedAudience.draft, .signed] {
            let seen = Set(form.derived(for: audience).map(\.key.item))
            #expect(seen.isDisjoint(with: ["algorithmic_type", "swi_only", "tripartite"]))
        }
        #expect(form.derived(for: .practice).contains { $0.key.item == "algorithmic_type" })
    }

    @Test func `section 3.3: the five warnings speak when answers contradict the type`() throws {
        func warnings(_ answers: [String: String]) throws -> [String] {
            try lesion(answers).said(.warning, "L1/zabramski")
        }

        #expect(
            try warnings(["zabramski": "I", "t1_core": "iso"]).first?.hasPrefix("Type I ") == true)
        #expect(
            try warnings(["zabramski": "II", "t2_core": "hyper", "t2_rim": "complete"]).first?
                .hasPrefix("Type II ") == true)
        #expect(
            try warnings(["zabramski": "II", "t2_core": "mixedReticulated", "t2_rim": "partial"])
                .count == 1)
        #expect(
            try warnings(["zabramski": "III", "t1_core": "hyper"]).first?.hasPrefix("Type III ")
                == true)
        #expect(
            try warnings(["zabramski": "IV", "t1_core": "notVisible", "t2_core": "hypo"]).first?
                .hasPrefix("Type IV is not seen") == true)
        #expect(
            try warnings([
                "zabramski": "IV", "t1_core": "notVisible", "t2_core": "notVisible",
                "gre": "notVisible",
            ]).first?.contains("only SWI shows") == true)
    }

    @Test func `section 3.3: no warning speaks when answers agree, are missing or not assessable`()
        throws
    {
        let quiet: [[String: String]] = [
            ["zabramski": "I", "t1_core": "hyper"],
            ["zabramski": "II", "t2_core": "mixedReticulated", "t2_rim": "complete"],
            ["zabramski": "III", "t1_core": "iso", "t2_core": "hypo"],
            [
                "zabramski": "IV", "t1_core": "notVisible", "t2_core": "notVisible",
                "gre": "punctate",
            ],
            ["zabramski": "unclassifiable", "t1_core": "iso"], ["zabramski": "I"],
            ["zabramski": "I", "t1_core": "NA"],
        ]
        for answers in quiet {
            #expect(try lesion(answers).said(.warning, "L1/zabramski").isEmpty, "\(answers)")
        }
    }

    @Test func `section 3.3: warnings never stop signing`() throws {
        let form = try lesion(["zabramski": "I", "t1_core": "iso"])

        #expect(!form.obstacles.contains { $0.hasPrefix("Type I") })
    }

    @Test(arguments: [("~30", false), ("~30.1", true), ("~0.5", false)])
    func `section 3.3: a diameter over 30 mm warns`(diameter: String, warns: Bool) throws {
        let form = try lesion(["max_diameter_mm": diameter])

        #expect(form.said(.warning, "L1/max_diameter_mm").isEmpty != warns)
    }

    @Test func `section 3.3: diameters go from 0.5 to 100 mm`() throws {
        let form = try lesion([:])
        let key = Shipped.key("L1/max_diameter_mm")

        for typed in ["0.4", "100.1", "11,5", "2.55"] {
            #expect(throws: InstrumentError.self) { try form.parse(typed: typed, for: key) }
        }
        #expect(try form.parse(typed: "11.5", for: key) == .number(11.5))
    }

    @Test func `section 3.3: a diameter measured on a susceptibility series is marked as bloomed`()
        throws
    {
        let onGRE = try lesion(["diameter_series": "GRE", "t1_core": "iso", "t2_core": "hypo"])
        let onT2 = try lesion(["diameter_series": "T2"])

        #expect(onGRE.derived("bloomed", at: "L1") == .value(.code("yes")))
        #expect(onT2.derived("bloomed", at: "L1") == .value(.code("no")))
        #expect(try lesion([:]).derived("bloomed", at: "L1") == .value(.code("no")))
        #expect(onGRE.said(.hint, "L1/diameter_series").count == 1)
    }

    @Test func `section 3.3: the series of the diameter is required where only dots are seen`()
        throws
    {
        let dot = try lesion(["t1_core": "notVisible", "t2_core": "notVisible"])
        let other = try lesion(["t1_core": "iso", "t2_core": "notVisible"])
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

        #expect(try lesion([:], shows: [technique]).question(key)?.isAsked == true)
        #expect(
            try lesion([:], shows: Self.full.subtracting([technique])).question(key)?.state
                == .skippedByRule)
    }

    @Test func `sections 3.3 and 3.4: the diameter's series are those of the arm`() throws {
        let key = Shipped.key("L1/diameter_series")

        let codes = try lesion([:], shows: ["t1", "swi"]).question(key)?.choices.map(\.code)

        #expect(codes == ["T1", "SWI"])
    }

    @Test func `section 3.3: a rim is asked where the T2 core is visible`() throws {
        let key = Shipped.key("L1/t2_rim")

        #expect(try lesion(["t2_core": "hypo"]).question(key)?.isMissing == true)
        #expect(try lesion(["t2_core": "notVisible"]).question(key)?.state == .skippedByRule)
        #expect(try lesion([:]).question(key)?.presence == .waiting)
    }

    @Test func `section 3.3: signs of bleeding are asked when type I is suspected`() throws {
        for item in ["edema", "mass_effect", "extralesional_blood"] {
            let key = Shipped.key("L1/\(item)")
            #expect(try lesion(["t1_core": "hyper"]).question(key)?.isAsked == true)
            #expect(
                try lesion(["t1_core": "iso", "zabramski": "I"]).question(key)?.isAsked == true)
            #expect(
                try lesion(["t1_core": "iso", "zabramski": "III"]).question(key)?.state
                    == .skippedByRule)
        }
    }

    @Test func `section 3.2: a read with no lesion is complete`() throws {
        let form = try Shipped.form(
            "ccm-zabramski", shows: Self.full, ["lesion_count_total": "#0", "image_quality": "4"])

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
        let form = try lesion(["location": location])

        #expect(form.derived("tentorium", at: "L1") == .value(.code(compartment)))
    }

    @Test(arguments: [
        ("I", DerivedState.value(.code("recentBlood"))), ("II", .value(.code("recentBlood"))),
        ("III", .value(.code("noRecentBlood"))), ("IV", .value(.code("dot"))),
        ("unclassifiable", .undefined), ("NA", .notAssessable),
    ])
    func `section 3.1: the three classes by blood products follow from the type`(
        type: String, expected: DerivedState
    ) throws {
        #expect(try lesion(["zabramski": type]).derived("tripartite", at: "L1") == expected)
    }

    @Test func `section 3.3: a full lesion is complete, and says what is left before`() throws {
        let answers = [
            "side": "R", "location": "frontal", "max_diameter_mm": "~11.5", "t1_core": "mixed",
            "t2_core": "mixedReticulated", "t2_rim": "complete", "gre": "hypoBlooming",
            "swi": "visible",
        ]
        let before = try lesion(answers)
        var sheet = before.sheet
        sheet.answers[Shipped.key("L1/mark")] = .value(
            .mark(Mark(series: "s", column: 1, row: 2, slice: 3, positionMM: [0, 0, 0])))
        sheet.answers[Shipped.key("L1/zabramski")] = Shipped.answer("II")
        sheet.answers[Shipped.key("lesion_count_total")] = Shipped.answer("#1")
        sheet.answers[Shipped.key("image_quality")] = Shipped.answer("5")

        let after = Form(before.instrument, shows: Self.full, sheet: sheet)

        #expect(
            before.obstacles == [
                "number of lesions", "image quality", "L1 mark", "L1 Zabramski type",
            ])
        #expect(after.isComplete && after.remarks.isEmpty)
        #expect(after.derived("algorithmic_type", at: "L1") == .value(.code("II")))
    }
}
