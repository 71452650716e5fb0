import Instruments
import ReaderStudies
import Testing

/// `covid-ct04`, instruments.md section 2.
@Suite struct ChestCTTests {
    private func read(
        _ right: String?, _ left: String?, signs: String = "yes", category: String? = nil
    ) throws -> Form {
        var answers = ["viral_signs": signs]
        answers["lung-R/pct"] = right
        answers["lung-L/pct"] = left
        answers["category_reader"] = category
        return try Shipped.form("covid-ct04", answers)
    }

    @Test(arguments: [
        (1, 0, "CT-1"), (25, 0, "CT-1"), (25, 26, "CT-2"), (50, 10, "CT-2"), (51, 0, "CT-3"),
        (75, 75, "CT-3"), (76, 5, "CT-4"), (0, 100, "CT-4"),
    ])
    func `sections 2.3 and 10.2-T: the worse lung decides, borders are right-closed`(
        right: Int, left: Int, category: String
    ) throws {
        let form = try read("#\(right)", "#\(left)")
        let swapped = try read("#\(left)", "#\(right)")

        #expect(form.derived("category_derived") == .value(.code(category)))
        #expect(swapped.derived("category_derived") == .value(.code(category)))
    }

    @Test func `sections 2.3 and 10.2-T: no viral signs is CT-0, without percentages`() throws {
        let form = try read(nil, nil, signs: "no")

        #expect(form.derived("category_derived") == .value(.code("CT-0")))
        #expect(form.question(Shipped.key("lung-R/pct"))?.state == .skippedByRule)
        #expect(form.question(Shipped.key("lung-L/pct"))?.state == .skippedByRule)
    }

    @Test func `sections 2.2 and 10.2-T: both lungs at 0 % with viral signs are refused`() throws {
        let one = try read("#0", nil)
        let zero = ReadEntry.answer(Shipped.key("lung-L/pct"), .value(.integer(0)))

        #expect(throws: InstrumentError.refused(Self.bothZero)) { try one.validate(zero) }
        try one.validate(.answer(Shipped.key("lung-L/pct"), .value(.integer(1))))
        #expect(one.obstacles.allSatisfy { !$0.contains("0 %") })
    }

    private static let bothZero =
        "Both lungs at 0 % do not go with signs of viral pneumonia. Enter the extent, or answer "
        + "\"no\" to the signs."

    @Test func `both lungs at 0 % left over from before stand in the way of signing`() throws {
        let form = try read("#0", "#0")

        #expect(form.derived("category_derived") == .undefined)
        #expect(form.obstacles.contains { Self.bothZero.hasPrefix($0) })
    }

    @Test func `every whole percentage has exactly the category of the worse lung`() throws {
        for percent in 1...100 {
            let grade = percent <= 25 ? 1 : percent <= 50 ? 2 : percent <= 75 ? 3 : 4

            let form = try read("#\(percent)", "#\(percent / 2)")

            #expect(form.derived("category_derived") == .value(.code("CT-\(grade)")))
        }
    }

    @Test
    func `a lung that cannot be assessed leaves the category open unless the other decides it`()
        throws
    {
        #expect(
            try read("NA", "#80").derived("category_derived") == .value(.code("CT-4")))
        #expect(try read("NA", "#60").derived("category_derived") == .notAssessable)
        #expect(try read(nil, "#60").derived("category_derived") == .missing)
        #expect(
            try read(nil, nil, signs: "NA").derived("category_derived") == .notAssessable)
    }

    @Test func `section 2.2: percentages are whole, 0 to 100, asked only with viral signs`() throws
    {
        let form = try read(nil, nil)
        let waiting = try Shipped.form("covid-ct04")
        let key = Shipped.key("lung-R/pct")

        #expect(form.question(key)?.isRequired == true)
        #expect(waiting.question(key)?.presence == .waiting)
        #expect(throws: InstrumentError.self) { try form.parse(typed: "101 %", for: key) }
        #expect(throws: InstrumentError.self) { try form.parse(typed: "12,5", for: key) }
        #expect(try form.parse(typed: "0", for: key) == .integer(0))
    }

    @Test
    func `section 2.2: the derived category is shown after signing only, in practice at once`()
        throws
    {
        let form = try read("#30", "#0", category: "CT-1")

        #expect(form.derived(for: .draft).isEmpty)
        #expect(form.derived(for: .signed).contains { $0.key.item == "category_derived" })
        #expect(form.derived(for: .practice).contains { $0.key.item == "category_derived" })
    }

    @Test
    func `section 2.2: what a reader meets before signing is the same whether the grades agree`()
        throws
    {
        let agree = try read("#30", "#0", category: "CT-2")
        let differ = try read("#30", "#0", category: "CT-1")

        #expect(agree.questions.map(\.presence) == differ.questions.map(\.presence))
        #expect(agree.questions.map(\.isRequired) == differ.questions.map(\.isRequired))
        #expect(agree.remarks == differ.remarks && agree.obstacles == differ.obstacles)
        #expect(agree.derived("discordant") == .value(.code("no")))
        #expect(differ.derived("discordant") == .value(.code("yes")))
    }

    @Test func `section 2.2: a reason is required wherever the grades can differ`() throws {
        let reason = Shipped.key("discordance_reason")

        #expect(
            try read("#30", "#0", category: "CT-1").question(reason)?.isMissing == true)
        #expect(
            try read(nil, nil, signs: "no", category: "CT-2").question(reason)?.isMissing == true)
        #expect(
            try read(nil, nil, signs: "no", category: "CT-0").question(reason)?.state
                == .skippedByRule)
    }

    @Test func `a normal read needs three answers`() throws {
        let form = try Shipped.form(
            "covid-ct04",
            ["viral_signs": "no", "category_reader": "CT-0", "other_pathology_blocks": "no"])

        #expect(form.isComplete)
    }

    @Test func `section 2.2: other disease hints that the read is left out`() throws {
        let form = try Shipped.form("covid-ct04", ["other_pathology_blocks": "yes"])

        #expect(form.said(.hint, "other_pathology_blocks").count == 1)
    }

    @Test(arguments: [("CT-0", "no"), ("CT-2", "no"), ("CT-3", "yes"), ("CT-4", "yes")])
    func `section 2.4: hospital is category 3 and more`(category: String, hospital: String) throws {
        let form = try read("#30", "#0", category: category)

        #expect(form.derived("hospital") == .value(.code(hospital)))
    }

    @Test func `section 2.2: one key a grade`() throws {
        let category = try Shipped.library.load(named: "covid-ct04").item("category_reader")

        #expect(category?.kind.choices.map(\.key) == ["0", "1", "2", "3", "4"])
        #expect(category?.kind.choices.map(\.code) == ["CT-0", "CT-1", "CT-2", "CT-3", "CT-4"])
    }
}
