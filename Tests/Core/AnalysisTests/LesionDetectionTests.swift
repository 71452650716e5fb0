import Analysis
import Testing

/// Lesions that are matched by place.
@Suite struct LesionDetectionTests {
    private static let plan = AnalysisPlan(
        findings: [.binary("seen")],
        lesions: LesionPlan(
            mark: "mark", diameter: "diameter", sameItems: ["side"], type: "type",
            confidence: "sure"))

    private static func table(_ lesions: [(x: Double, side: String, type: String)]) throws
        -> TestTable
    {
        var table = TestTable()
        try table.answer(reader: "R1", participant: "P1", arm: "A", item: "seen", "1")
        for (place, lesion) in lesions.enumerated() {
            for (item, text) in [
                ("mark.x", "\(lesion.x)"), ("mark.y", "0"), ("mark.z", "0"), ("diameter", "4"),
                ("side", lesion.side), ("type", lesion.type), ("sure", "\(5 - place)"),
            ] {
                try table.answer(
                    reader: "R1", participant: "P1", arm: "A", site: "L\(place + 1)", item: item,
                    text)
            }
        }
        for (site, x, diameter) in [("L1", "0", "4"), ("L2", "50", "20"), ("L3", "90", "4")] {
            for (item, text) in [
                ("mark.x", x), ("mark.y", "0"), ("mark.z", "0"), ("diameter", diameter),
                ("side", "L"), ("type", "I"),
            ] {
                try table.truth(caseID: "P1", site: site, item: item, text)
            }
        }
        return table
    }

    @Test func `the nearest lesions match, within 5 mm or half the larger diameter`() throws {
        // 4 mm from the first; 9 mm from the second, which is 20 mm wide; 6 mm from the third.
        let result = try Self.table([(4, "L", "I"), (59, "L", "II"), (96, "L", "I")]).result(
            Self.plan)

        let found = try #require(result.estimate("lesion.sensitivity", reader: "R1"))
        let wrong = try #require(result.estimate("lesion.falseMarks", reader: "R1"))
        #expect(found.fraction == Fraction(2, of: 3))
        #expect(wrong.value.value == 1)
        let types = result.sections.flatMap(\.contents).compactMap { content -> CrossTable? in
            guard case .crossTable(let table) = content, table.title.contains("type") else {
                return nil
            }
            return table
        }
        #expect(types.first?.total == 2)
    }

    @Test func `one reference lesion is found once, by the nearest mark`() throws {
        let result = try Self.table([(3, "L", "I"), (1, "L", "I")]).result(Self.plan)

        #expect(
            result.estimate("lesion.sensitivity", reader: "R1")?.fraction == Fraction(1, of: 3))
        #expect(result.estimate("lesion.falseMarks", reader: "R1")?.value.value == 1)
    }

    @Test func `a lesion on the other side is no match`() throws {
        let result = try Self.table([(0, "R", "I")]).result(Self.plan)

        #expect(
            result.estimate("lesion.sensitivity", reader: "R1")?.fraction == Fraction(0, of: 3))
    }

    @Test func `confidence of lesions gives a free-response curve`() throws {
        let result = try Self.table([(4, "L", "I"), (70, "L", "II")]).result(Self.plan)

        let curves = result.sections.flatMap(\.contents).compactMap {
            if case .curve(let curve) = $0 { curve } else { nil }
        }
        #expect(curves.first?.kind == .froc)
        #expect(curves.first?.points.map(\.x) == [0, 0, 1])
    }

    @Test func `without lesions in the reference, detection is refused`() throws {
        var table = TestTable()
        try table.answer(reader: "R1", participant: "P1", arm: "A", item: "seen", "1")
        try table.truth(caseID: "P1", item: "seen", "1")

        let result = try table.result(Self.plan)

        #expect(result.refusals.contains { $0.contains("No lesion detection") })
    }
}
