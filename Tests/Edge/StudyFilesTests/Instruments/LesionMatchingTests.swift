import Instruments
import ReaderStudies
import Testing

/// Matching of lesions between reads, instruments.md section 3.5.
@Suite struct LesionMatchingTests {
    /// A read with one lesion for each place in millimetres, diameter, side and location.
    private func read(
        _ lesions: [(x: Double, mm: Double, side: String, location: String)]
    ) throws -> Form {
        let instrument = try Shipped.library.load(named: "ccm-zabramski")
        var sheet = AnswerSheet()
        for (number, lesion) in lesions.enumerated() {
            let site = SiteID("L\(number + 1)")
            sheet.lesions.append(site)
            let mark = Mark(
                series: "s1", column: 1, row: 1, slice: 1, positionMM: [lesion.x, 0, 0])
            sheet.answers[ItemKey(site, "mark")] = .value(.mark(mark))
            sheet.answers[ItemKey(site, "max_diameter_mm")] = .value(.number(lesion.mm))
            sheet.answers[ItemKey(site, "side")] = .value(.code(lesion.side))
            sheet.answers[ItemKey(site, "location")] = .value(.code(lesion.location))
        }
        return Form(instrument, shows: Cavernoma.full, sheet: sheet)
    }

    private func match(_ first: Form, _ second: Form) throws -> MatchedLesions {
        try #require(first.instrument.lesionMatching).match(first, second)
    }

    @Test(arguments: [(5.0, true), (5.1, false)])
    func `section 3.5: small lesions are the same within 5 mm`(x: Double, isSame: Bool) throws {
        let matched = try match(
            read([(0, 4, "R", "frontal")]), read([(x, 4, "R", "frontal")]))

        #expect(matched.pairs.isEmpty != isSame)
        #expect(matched.onlyFirst == (isSame ? [] : ["L1"]))
        #expect(matched.onlySecond == (isSame ? [] : ["L1"]))
    }

    @Test(arguments: [(12.0, true), (12.1, false)])
    func `section 3.5: large ones within half the larger diameter`(x: Double, isSame: Bool) throws {
        let matched = try match(
            read([(0, 10, "R", "frontal")]), read([(x, 24, "R", "frontal")]))

        #expect(matched.pairs.isEmpty != isSame)
    }

    @Test func `section 3.5: never across the midline or the tentorium`() throws {
        let first = try read([(0, 4, "R", "frontal")])

        #expect(try match(first, read([(0, 4, "L", "frontal")])).pairs.isEmpty)
        #expect(try match(first, read([(0, 4, "R", "pons")])).pairs.isEmpty)
        #expect(try match(first, read([(0, 4, "R", "parietal")])).pairs.count == 1)
    }

    @Test func `section 3.5: the nearest centres are matched first, each lesion once`() throws {
        let first = try read([(0, 4, "R", "frontal"), (4, 4, "R", "frontal")])
        let second = try read([(3, 4, "R", "frontal"), (30, 4, "R", "frontal")])

        let matched = try match(first, second)

        #expect(matched.pairs.map(\.first) == ["L2"] && matched.pairs.map(\.second) == ["L1"])
        #expect(matched.pairs.map(\.distanceMM) == [1])
        #expect(matched.onlyFirst == ["L1"] && matched.onlySecond == ["L2"])
    }
}
