import Instruments
import ReaderStudies
import Testing

/// `covid-ct04-serial` and `covid-ct04-ai`, instruments.md sections 2.3, 2.5 and 2.6.
@Suite struct ChestVariantTests {
    @Test(arguments: ["covid-ct04-serial", "covid-ct04-ai"])
    func `section 10.2-T: the variants derive the category as covid-ct04 does`(
        instrument: InstrumentID
    ) throws {
        for right in stride(from: 1, through: 100, by: 3) {
            let answers = [
                "viral_signs": "yes", "lung-R/pct": "#\(right)", "lung-L/pct": "#\(100 - right)",
            ]
            #expect(
                try Shipped.form(instrument, answers).derived("category_derived")
                    == Shipped.form("covid-ct04", answers).derived("category_derived"))
        }
    }

    @Test(arguments: [
        ("CT-3", "CT-2", -1.0, "better"), ("CT-0", "CT-4", 4, "worse"), ("CT-1", "CT-1", 0, "same"),
    ])
    func `section 2.5: the change of the category is the later one minus the earlier one`(
        earlier: String, later: String, change: Double, dynamics: String
    ) throws {
        let form = try Shipped.form(
            "covid-ct04-serial", ["category_prior": earlier, "category_reader": later])

        #expect(form.derived("change") == .value(.number(change)))
        #expect(form.derived("dynamics") == .value(.code(dynamics)))
    }

    @Test func `section 2.5: home and hospital at both CTs make the fourfold table`() throws {
        let form = try Shipped.form(
            "covid-ct04-serial", ["category_prior": "CT-3", "category_reader": "CT-2"])

        #expect(form.derived("hospital_prior") == .value(.code("yes")))
        #expect(form.derived("hospital") == .value(.code("no")))
    }

    @Test func `section 2.6: what the program says is asked only in the aided arm`() throws {
        let unaided = try Shipped.form("covid-ct04-ai")
        let aided = try Shipped.form("covid-ct04-ai", shows: ["ai"])
        let items = ["category_postAI", "category_program", "ai_agree", "ai_changed_my_mind"]

        for item in items {
            #expect(unaided.question(Shipped.key(item))?.state == .skippedByRule)
            #expect(aided.question(Shipped.key(item))?.isMissing == true)
        }
        #expect(unaided.question(Shipped.key("category_preAI"))?.isMissing == true)
        #expect(aided.question(Shipped.key("category_preAI"))?.state == .skippedByRule)
    }

    @Test func `section 2.6: a changed mind needs its reason`() throws {
        let form = try Shipped.form(
            "covid-ct04-ai", shows: ["ai"], ["ai_changed_my_mind": "yes"])
        let same = try Shipped.form("covid-ct04-ai", shows: ["ai"], ["ai_changed_my_mind": "no"])

        #expect(form.question(Shipped.key("ai_change_reason"))?.isMissing == true)
        #expect(same.question(Shipped.key("ai_change_reason"))?.state == .skippedByRule)
    }
}
