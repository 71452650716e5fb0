import Instruments
import ReaderStudies
import Testing

/// Types, warnings and what is derived from the signals: `ccm-zabramski`, instruments.md section 3.
@Suite struct CavernomaTypeTests {
    private func type(
        t1: String? = nil, t2: String? = nil, rim: String? = nil, gre: String? = nil,
        swi: String? = nil, shows: Set<String> = Cavernoma.full
    ) throws -> DerivedState? {
        let pairs = [("t1_core", t1), ("t2_core", t2), ("t2_rim", rim), ("gre", gre), ("swi", swi)]
        let given = pairs.compactMap { key, code in code.map { (key, $0) } }
        let form = try Cavernoma.lesion(Dictionary(uniqueKeysWithValues: given), shows: shows)
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
        func only(_ swi: String, _ gre: String, _ shows: Set<String> = Cavernoma.full) throws
            -> DerivedState?
        {
            try Cavernoma.lesion(["swi": swi, "gre": gre], shows: shows).derived(
                "swi_only", at: "L1")
        }

        #expect(try only("visible", "notVisible") == .value(.code("yes")))
        #expect(try only("visible", "punctate") == .value(.code("no")))
        #expect(try only("notVisible", "notVisible") == .value(.code("no")))
        #expect(try only("visible", "notVisible", ["swi"]) == .skippedByRule)
    }

    @Test func `section 3.3: algorithmic type and SWI only are never shown in a study`() throws {
        let form = try Cavernoma.lesion(["swi": "visible", "gre": "notVisible"])

        for audience in [DerivedAudience.draft, .signed] {
            let seen = Set(form.derived(for: audience).map(\.key.item))
            #expect(seen.isDisjoint(with: ["algorithmic_type", "swi_only", "tripartite"]))
        }
        #expect(form.derived(for: .practice).contains { $0.key.item == "algorithmic_type" })
    }

    @Test func `section 3.3: the five warnings speak when answers contradict the type`() throws {
        func warnings(_ answers: [String: String]) throws -> [String] {
            try Cavernoma.lesion(answers).said(.warning, "L1/zabramski")
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
            #expect(
                try Cavernoma.lesion(answers).said(.warning, "L1/zabramski").isEmpty, "\(answers)")
        }
    }

    @Test func `section 3.3: warnings never stop signing`() throws {
        let form = try Cavernoma.lesion(["zabramski": "I", "t1_core": "iso"])

        #expect(!form.obstacles.contains { $0.hasPrefix("Type I") })
    }

    @Test(arguments: [
        ("I", DerivedState.value(.code("recentBlood"))), ("II", .value(.code("recentBlood"))),
        ("III", .value(.code("noRecentBlood"))), ("IV", .value(.code("dot"))),
        ("unclassifiable", .undefined), ("NA", .notAssessable),
    ])
    func `section 3.1: the three classes by blood products follow from the type`(
        type: String, expected: DerivedState
    ) throws {
        #expect(
            try Cavernoma.lesion(["zabramski": type]).derived("tripartite", at: "L1") == expected)
    }
}
