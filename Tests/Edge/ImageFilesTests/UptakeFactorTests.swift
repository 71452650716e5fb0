import Testing

@testable import ImageFiles

@Suite struct UptakeFactorTests {
    private let facts = UptakeFactor.Facts(
        units: "BQML", decayCorrection: "START", weightKG: 70, doseBQ: 370_000_000,
        halfLifeSeconds: 6586.2, injection: "101500.00", series: "111500.00")

    @Test func `the dose decays from injection to the start of the series`() throws {
        // 2^(-3600 / 6586.2) of the dose is left: 70 000 g / (370 MBq × 0.684643).
        let factor = try #require(UptakeFactor.factor(facts))

        #expect(abs(factor - 2.763_37e-4) < 1e-8)
    }

    @Test func `a dose that is corrected to the injection does not decay`() throws {
        var facts = facts
        facts.decayCorrection = "ADMIN"

        #expect(UptakeFactor.factor(facts) == 70_000 / 370_000_000.0)
    }

    @Test func `a scan after midnight counts from the day before`() throws {
        var late = facts
        (late.injection, late.series) = ("233000", "003000.000000")

        #expect(UptakeFactor.factor(late) == UptakeFactor.factor(facts))
    }

    @Test func `values in grams per millilitre are taken as they are`() {
        #expect(UptakeFactor.factor(UptakeFactor.Facts(units: "GML")) == 1)
    }

    @Test func `nothing is guessed when something is missing`() {
        let missing: [(inout UptakeFactor.Facts) -> Void] = [
            { $0.weightKG = nil }, { $0.weightKG = 0 }, { $0.doseBQ = nil }, { $0.units = "CNTS" },
            { $0.decayCorrection = "NONE" }, { $0.halfLifeSeconds = 0 }, { $0.injection = "" },
            { $0.series = "250000" }, { $0.series = "ab0000" },
        ]
        for change in missing {
            var facts = facts
            change(&facts)
            #expect(UptakeFactor.factor(facts) == nil)
        }
    }
}
