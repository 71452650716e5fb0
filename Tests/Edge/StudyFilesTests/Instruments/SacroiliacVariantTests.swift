import Instruments
import ReaderStudies
import Testing

/// `sij-sss`, `sij-24`, `sij-mny` and `sij-chronicity`, instruments.md section 1.6.
@Suite struct SacroiliacVariantTests {
    @Test func `section 1.6: five slices have 40 quadrants and 20 halves`() throws {
        let instrument = try Shipped.library.load(named: "sij-sss")

        #expect(instrument.siteSet("sliceQuadrant")?.sites.count == 40)
        #expect(instrument.siteSet("sliceHalf")?.sites.count == 20)
        #expect(instrument.siteSet("sliceQuadrant")?.sites.first?.label == "slice 1 R iliac upper")
    }

    @Test func `section 1.6: every lesion everywhere makes 120`() throws {
        let form = try everywhere("1")

        #expect(form.derived("erosion_score") == .value(.number(40)))
        #expect(form.derived("fat_score") == .value(.number(40)))
        #expect(form.derived("backfill_score") == .value(.number(20)))
        #expect(form.derived("ankylosis_score") == .value(.number(20)))
        #expect(form.derived("total_score") == .value(.number(120)))
        #expect(form.derived("csds_hierarchical") == .value(.number(120)))
    }

    @Test func `section 1.6: erosion 10, backfill 3 and ankylosis 2 make 10 equal and 34 stepwise`()
        throws
    {
        let form = try WorkedRead("sij-sss").filled.form

        #expect(form.derived("erosion_score") == .value(.number(10)))
        #expect(form.derived("backfill_score") == .value(.number(3)))
        #expect(form.derived("ankylosis_score") == .value(.number(2)))
        #expect(form.derived("csds_equal") == .value(.number(10)))
        #expect(form.derived("csds_stepwise") == .value(.number(34)))
    }

    @Test(
        arguments: [
            (["S1-R-IL-U/erosion": "1"], 1.0),
            (["S1-R-IL-U/erosion": "1", "S1-R-SA-U/erosion": "1"], 2),
            (["S1-R-IL-U/erosion": "1", "S1-R-U/backfill": "1"], 4),
            (["S1-R-U/backfill": "1", "S1-R-U/ankylosis": "1"], 6),
        ] as [([String: String], Double)])
    func `section 1.6: at each half the highest of erosion, backfill and ankylosis counts`(
        present: [String: String], expected: Double
    ) throws {
        let form = try everywhere("0", but: present)

        #expect(form.derived("half_damage", at: "S1-R-U") == .value(.number(expected)))
        #expect(form.derived("csds_hierarchical") == .value(.number(expected)))
    }

    @Test func `section 1.6: an open or unassessable quadrant leaves the score open`() throws {
        #expect(
            try everywhere("0", but: ["S3-L-SA-L/erosion": "NA"]).derived("erosion_score")
                == .notAssessable)
        #expect(try Shipped.form("sij-sss").derived("erosion_score") == .missing)
    }

    private func everywhere(_ code: String, but changes: [String: String] = [:]) throws -> Form {
        let sets = try Shipped.library.load(named: "sij-sss").siteSets
        var answers: [String: String] = [:]
        for (set, items) in [
            ("sliceQuadrant", ["erosion", "fat"]), ("sliceHalf", ["backfill", "ankylosis"]),
        ] {
            for site in sets.first(where: { $0.id == set })?.sites ?? [] {
                for item in items { answers["\(site.id)/\(item)"] = code }
            }
        }
        return try Shipped.form("sij-sss", answers.merging(changes) { $1 })
    }

    @Test
    func `section 1.6: thirds and quadrants make 24 regions, oedema only with fat suppression`()
        throws
    {
        let instrument = try Shipped.library.load(named: "sij-24")
        let ct = try Shipped.form("sij-24")

        #expect(instrument.siteSet("region")?.sites.count == 24)
        #expect(ct.question(Shipped.key("A-R-IL-U/oedema"))?.state == .skippedByRule)
        #expect(ct.question(Shipped.key("A-R-IL-U/fat"))?.state == .skippedByRule)
        #expect(
            instrument.item("oedema")?.kind.choices.map(\.code) == ["0", "1", "2", "3"]
                && instrument.item("sclerosis")?.kind.choices.map(\.code) == ["0", "1", "2"])
    }

    @Test(arguments: [
        ("2", "2", "yes"), ("3", "0", "yes"), ("0", "4", "yes"), ("2", "1", "no"), ("0", "0", "no"),
    ])
    func `section 1.6: the radiographic criterion takes both joints at 2 or one at 3`(
        right: String, left: String, criterion: String
    ) throws {
        let form = try Shipped.form("sij-mny", ["R/grade": right, "L/grade": left])

        #expect(form.derived("criterion") == .value(.code(criterion)))
    }

    @Test(arguments: [("0", "no"), ("1", "no"), ("2", "no"), ("3", "yes"), ("4", "yes")])
    func `section 1.6: chronicity is positive above II`(grade: String, positive: String) throws {
        let form = try Shipped.form("sij-chronicity", ["R/grade": grade, "L/grade": "0"])

        #expect(form.derived("joint_positive", at: "R") == .value(.code(positive)))
        #expect(form.derived("positive") == .value(.code(positive)))
    }

    @Test func `section 1.6: grade I with more than two erosions warns, partial ankylosis too`()
        throws
    {
        let form = try Shipped.form(
            "sij-chronicity",
            ["R/grade": "1", "R/erosion_count": "#3", "L/grade": "3", "L/ankylosis_pct": "#25"])

        #expect(form.said(.warning, "R/erosion_count").count == 1)
        #expect(form.said(.warning, "L/ankylosis_pct").count == 1)
    }
}
