import Instruments
import ReaderStudies
import Testing

/// `sij-structural`, instruments.md section 1.
@Suite struct SacroiliacTests {
    @Test func `section 1.2: eight quadrants and four halves, patient's right at the left`() throws
    {
        let instrument = try Shipped.library.load(named: "sij-structural")

        let quadrants = try #require(instrument.siteSet("quadrant"))
        let halves = try #require(instrument.siteSet("half"))
        #expect(
            quadrants.sites.map(\.id) == [
                "R-IL-U", "R-IL-L", "R-SA-U", "R-SA-L", "L-SA-U", "L-SA-L", "L-IL-U", "L-IL-L",
            ])
        #expect(halves.sites.map(\.id) == ["R-U", "R-L", "L-U", "L-L"])
        for site in quadrants.sites {
            let isRight = site.id.rawValue.hasPrefix("R")
            #expect((site.column < 2) == isRight)
            #expect(site.label.hasPrefix(isRight ? "R " : "L "))
            #expect(site.row == (site.id.rawValue.hasSuffix("-U") ? 0 : 1))
        }
        for site in halves.sites {
            #expect((site.column == 0) == site.id.rawValue.hasPrefix("R"))
        }
    }

    @Test func `section 1.3: twenty findings and the image quality are required, nothing else`()
        throws
    {
        let missing = try Shipped.form("sij-structural", shows: ["t1"]).missing

        #expect(missing.count(where: { $0.key.item == "erosion" }) == 8)
        #expect(missing.count(where: { $0.key.item == "sclerosis" }) == 8)
        #expect(missing.count(where: { $0.key.item == "ankylosis" }) == 4)
        #expect(missing.count(where: { $0.key.item == "image_quality" }) == 1)
        #expect(missing.count == 21)
    }

    @Test
    func `section 1.3: fat and backfill are asked on T1w only, and skipped by rule elsewhere`()
        throws
    {
        let t1 = try Shipped.form("sij-structural", shows: ["t1"])
        let ct = try Shipped.form("sij-structural")

        for item in ["R-IL-U/fat", "L-L/backfill"] {
            #expect(t1.question(Shipped.key(item))?.isAsked == true)
            #expect(t1.question(Shipped.key(item))?.isRequired == false)
            #expect(ct.question(Shipped.key(item))?.state == .skippedByRule)
        }
    }

    @Test func `section 1.5: synthetic CT and CT have the same questions`() throws {
        let arms = try Shipped.library.load(named: "sij-structural").arms

        let shows = Dictionary(uniqueKeysWithValues: arms.map { ($0.id, $0.shows) })
        let windows = Dictionary(uniqueKeysWithValues: arms.map { ($0.id, $0.window) })
        #expect(shows["sCT"] == shows["CT"] && windows["sCT"] == windows["CT"])
        #expect(shows["T1w"] == ["t1"])
    }

    @Test func `section 1.3: count and size of erosions are asked where there is one`() throws {
        let form = try Shipped.form(
            "sij-structural", [:].merging(["R-IL-U/erosion": "1", "R-IL-L/erosion": "0"]) { $1 })

        for item in ["erosion_count", "erosion_max_mm"] {
            #expect(form.question(Shipped.key("R-IL-U/\(item)"))?.presence == .asked)
            #expect(form.question(Shipped.key("R-IL-L/\(item)"))?.presence == .skipped)
            #expect(form.question(Shipped.key("L-IL-L/\(item)"))?.presence == .waiting)
        }
        #expect(
            form.question(Shipped.key("R-IL-U/erosion_count"))?.choices.map(\.code) == [
                "0", "1", "2", "3", "4", "5+",
            ])
    }

    @Test func `an erosion that is present is not counted as none without a word`() throws {
        let form = try Shipped.form(
            "sij-structural", ["R-IL-U/erosion": "1", "R-IL-U/erosion_count": "0"])

        #expect(form.said(.warning, "R-IL-U/erosion_count").count == 1)
    }

    @Test(arguments: [("~0", true), ("~4.9", true), ("~5", true), ("~5.1", false), ("~12", false)])
    func `section 1.3: sclerosis of 5 mm or less warns`(depth: String, warns: Bool) throws {
        let form = try Shipped.form(
            "sij-structural", ["L-SA-L/sclerosis": "1", "L-SA-L/sclerosis_depth_mm": depth])

        #expect(form.said(.warning, "L-SA-L/sclerosis_depth_mm").isEmpty != warns)
        #expect(!form.obstacles.contains { $0.contains("physiological") })
    }

    @Test func `section 1.3: ankylosis of a half hints at its two quadrants and changes nothing`()
        throws
    {
        let form = try Shipped.form(
            "sij-structural", ["R-L/ankylosis": "1", "R-IL-L/erosion": "1"])

        let hinted = form.remarks.filter { $0.severity == .hint }.map(\.key)
        #expect(Set(hinted) == [Shipped.key("R-IL-L/erosion"), Shipped.key("R-SA-L/erosion")])
        #expect(form.question(Shipped.key("R-IL-L/erosion"))?.state == .value(.code("1")))
        #expect(form.question(Shipped.key("R-SA-L/erosion"))?.state == .missing)
    }

    @Test func `section 1.3: a non-diagnostic image lets one key answer all with not assessable`()
        throws
    {
        let bad = try Shipped.form("sij-structural", ["image_quality": "1"])
        let fair = try Shipped.form("sij-structural", ["image_quality": "2"])

        #expect(try bad.restNotAssessable(.motion).count == 20)
        #expect(try fair.restNotAssessable(.motion).isEmpty)
    }

    @Test func `a normal read takes one key for all findings and one for the quality`() throws {
        var sheet = AnswerSheet()
        let form = try Shipped.form("sij-structural", shows: ["t1"])
        for entry in form.restAbsent() { sheet.apply(entry) }
        sheet.answers[Shipped.key("image_quality")] = Shipped.answer("4")

        let after = Form(form.instrument, shows: ["t1"], sheet: sheet)

        #expect(after.isComplete)
        #expect(after.question(Shipped.key("R-IL-U/fat"))?.state == .missing)
    }

    @Test func `section 0.4: confidence is off unless the protocol asks for it`() throws {
        let form = try Shipped.form("sij-structural", ["R-IL-U/erosion": "1"])

        #expect(
            form.question(Shipped.key("R-IL-U/confidence_erosion"))?.state == .skippedByRule)
    }

    @Test func `section 1.3: remarks have 500 characters at most`() throws {
        let form = try Shipped.form("sij-structural")
        let long = String(repeating: "a", count: 501)

        #expect(throws: InstrumentError.self) {
            try form.validate(.answer(Shipped.key("free_text"), .value(.text(long))))
        }
        try form.validate(.answer(Shipped.key("free_text"), .value(.text("\(long.dropLast())"))))
    }

    @Test
    func `section 1.7: findings are carried up to joint and participant with a quarter of NA`()
        throws
    {
        let rules = try Shipped.library.load(named: "sij-structural").aggregations

        #expect(rules.count == 6)
        #expect(rules.allSatisfy { $0.notAssessablePercent == 25 })
    }

    @Test func `section 1.4: every required finding has its definition`() throws {
        for item in try Shipped.library.load(named: "sij-structural").items
        where item.kind.isFinding {
            #expect(item.help.count > 40, "\(item.id)")
        }
    }
}
