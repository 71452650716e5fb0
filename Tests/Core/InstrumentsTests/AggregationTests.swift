import Instruments
import ReaderStudies
import Testing

/// instruments.md has the rule in section 1.7.
@Suite struct AggregationTests {
    private let rule = Aggregation(item: "erosion", to: "joint", notAssessablePercent: 25)

    private func result(_ signs: String) -> AggregatedFinding.Result {
        rule.combine(signs.map(Self.state), presentCode: "1").result
    }

    private static func state(_ sign: Character) -> ItemState {
        switch sign {
        case "1": .value(.code("1"))
        case "0": .value(.code("0"))
        case "n": .notAssessable(.motion)
        case "s": .skippedByRule
        default: .missing
        }
    }

    @Test func `section 1.7: one present site makes the joint present, whatever the others are`() {
        #expect(result("1000") == .present)
        #expect(result("1nnn") == .present)
        #expect(result("1···") == .present)
    }

    @Test func `section 1.7: absent needs every assessable site absent and at most a quarter not`()
    {
        #expect(result("0000") == .absent)
        #expect(result("000n") == .absent)
        #expect(result("00nn") == .notAssessable)
        #expect(result("nnnn") == .notAssessable)
        #expect(result("000000nn") == .absent)
        #expect(result("00000nnn") == .notAssessable)
    }

    @Test
    func `an unanswered site keeps the joint from being absent, and skipped ones do not count`() {
        #expect(result("000·") == .missing)
        #expect(result("ssss") == .missing)
        #expect(result("s000") == .absent)
        #expect(result("sss0n") == .notAssessable)
    }

    @Test func `the number of sites not assessable is always reported`() {
        let finding = rule.combine("10ns".map(Self.state), presentCode: "1")

        #expect(finding.notAssessableCount == 1)
        #expect(finding.siteCount == 3)
    }
}
