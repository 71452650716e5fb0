import Instruments
import ReaderStudies
import Testing

/// Agreement of two readers, instruments.md section 8.4.
@Suite struct AgreementTests {
    private func instrument(_ rules: [AgreementRule]) throws -> Instrument {
        let grade = ItemKind.codes(["0", "1", "2", "3"].map { Choice(code: $0, label: $0) })
        let items: [(ItemID, ItemKind)] = [
            ("grade", grade), ("pct", .percentage),
            ("mm", .number(NumberFormat(unit: "mm", range: 0...100, decimals: 1))),
            ("words", .text(maximum: 100)),
        ]
        return try Instrument(
            id: "agreement", version: SemanticVersion(major: 1, minor: 0, patch: 0),
            title: "Agreement",
            items: items.map { id, kind in
                Item(id: id, label: id.rawValue, placement: .exam, kind: kind, layout: .scalar)
            }, agreementRules: rules)
    }

    private func value(_ value: AnswerValue) -> ItemState { .value(value) }

    @Test func `section 8.4: without a tolerance only equal answers agree`() throws {
        let instrument = try instrument([])

        #expect(instrument.agreement(of: "grade", value(.code("1")), value(.code("1"))) == .agree)
        #expect(instrument.agreement(of: "grade", value(.code("1")), value(.code("2"))) == .differ)
        #expect(
            instrument.agreement(of: "pct", value(.integer(10)), value(.integer(11))) == .differ)
    }

    @Test func `section 8.4: numbers agree up to their tolerance, grades up to its steps`() throws {
        let instrument = try instrument([
            AgreementRule(item: "mm", tolerance: 2), AgreementRule(item: "pct", tolerance: 10),
            AgreementRule(item: "grade", tolerance: 1),
        ])

        #expect(instrument.agreement(of: "mm", value(.number(10)), value(.number(12))) == .agree)
        #expect(instrument.agreement(of: "mm", value(.number(10)), value(.number(12.1))) == .differ)
        #expect(instrument.agreement(of: "pct", value(.integer(20)), value(.integer(30))) == .agree)
        #expect(
            instrument.agreement(of: "pct", value(.integer(20)), value(.integer(31))) == .differ)
        #expect(instrument.agreement(of: "grade", value(.code("1")), value(.code("2"))) == .agree)
        #expect(instrument.agreement(of: "grade", value(.code("1")), value(.code("3"))) == .differ)
    }

    @Test func `not assessable differs from a value, and a missing answer leaves it open`() throws {
        let instrument = try instrument([])
        let absent = value(.code("0"))

        #expect(instrument.agreement(of: "grade", .notAssessable(.motion), absent) == .differ)
        #expect(
            instrument.agreement(of: "grade", .notAssessable(.motion), .notAssessable(.metal))
                == .agree)
        #expect(instrument.agreement(of: "grade", .missing, absent) == .open)
        #expect(instrument.agreement(of: "grade", .skippedByRule, absent) == .differ)
    }

    @Test func `section 10.7: the list for the adjudicator is exactly what differs`() throws {
        let instrument = try instrument([AgreementRule(item: "mm", tolerance: 2)])
        func form(_ grade: String, _ pct: Int, _ mm: Double, _ words: String) -> Form {
            Form(
                instrument, shows: [],
                sheet: AnswerSheet(answers: [
                    ItemKey(.exam, "grade"): .value(.code(grade)),
                    ItemKey(.exam, "pct"): .value(.integer(pct)),
                    ItemKey(.exam, "mm"): .value(.number(mm)),
                    ItemKey(.exam, "words"): .value(.text(words)),
                ]))
        }

        let differing = form("1", 20, 10, "a").disagreements(with: form("2", 20, 12, "b"))

        #expect(differing == [ItemKey(.exam, "grade")])
    }

    @Test func `a tolerance for a finding, an unknown item or below 0 is refused`() {
        for (item, tolerance) in [("words", 1.0), ("grades", 1), ("mm", -1)] {
            #expect(throws: InstrumentError.self) {
                try instrument([AgreementRule(item: ItemID(item), tolerance: tolerance)])
            }
        }
    }
}
