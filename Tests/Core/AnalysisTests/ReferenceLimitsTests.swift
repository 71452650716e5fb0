import Analysis
import Testing

/// What the reference does not say, and which reads made it, is told and never dropped in silence.
@Suite struct ReferenceLimitsTests {
    private static let binary = AnalysisPlan(findings: [.binary("lesion")])

    /// Twelve participants in `arms`, of whom every third is called positive and every second is.
    private static func table(arms: [String] = ["A"]) throws -> TestTable {
        var table = TestTable()
        for number in 0..<12 {
            for arm in arms {
                try table.answer(
                    reader: "R1", participant: "P\(number)", arm: arm,
                    number.isMultiple(of: 3) ? "1" : "0")
            }
            try table.truth(caseID: "P\(number)", number.isMultiple(of: 2) ? "1" : "0")
        }
        return table
    }

    @Test func `a truth that is no category is named with its place, not counted as absent`() throws
    {
        var table = TestTable()
        try table.answer(reader: "R1", participant: "P1", arm: "A", site: "S1", "1")
        try table.truth(caseID: "P1", site: "S1", "2")

        let error = #expect(throws: AnalysisError.self) { try table.result(Self.binary) }

        #expect(
            error
                == .unknownTruth(
                    Reference.Key(caseID: "P1", site: "S1", item: "lesion"), value: "2",
                    categories: ["0", "1"]))
        #expect(
            error?.sentence.contains("The reference gives lesion at S1 of case P1 the value \"2\"")
                == true)
    }

    @Test func `truths of cases that nobody read are told, since a name may be misspelt`() throws {
        var table = try Self.table()
        for name in ["p1", "p2"] { try table.truth(caseID: name, "1") }

        let result = try table.result(Self.binary)

        #expect(
            result.remarks.contains {
                $0.kind == .warning && $0.sentence.contains("2 truths that no read was asked about")
                    && $0.sentence.contains("p1, p2")
            })
    }

    @Test func `reads that were withdrawn are in the flow with the reason`() throws {
        var table = try Self.table()
        for _ in 0..<2 { table.withdraw(participant: "P99", reason: "consent") }

        let result = try table.result(Self.binary)

        let counts = Dictionary(
            result.flow.counts.map { ($0.name, $0.count) }, uniquingKeysWith: { first, _ in first })
        #expect(counts["participants"] == 13)
        #expect(counts["reads.planned"] == 14)
        #expect(counts["reads.withdrawn"] == 2)
        #expect(counts["reads.signed"] == 12)
        #expect(
            result.remarks.contains {
                $0.sentence.contains("2 planned reads were withdrawn")
                    && $0.sentence.contains("consent") && $0.sentence.contains("case P99")
            })
    }

    @Test func `the arm that made the reference is left out by itself, and that is said`() throws {
        let result = try Self.table(arms: ["A", "CT"]).result(Self.binary, standardArm: "CT")

        #expect(result.estimate("accuracy", arm: "A") != nil)
        #expect(result.estimate("accuracy", arm: "CT") == nil)
        #expect(result.remarks.contains { $0.kind == .note && $0.sentence.contains("Arm CT made") })
    }

    @Test func `a plan that lists the arm of the reference has it, with a warning`() throws {
        let plan = AnalysisPlan(arms: ["A", "CT"], findings: [.binary("lesion")])

        let result = try Self.table(arms: ["A", "CT"]).result(plan, standardArm: "CT")

        #expect(result.estimate("accuracy", arm: "CT") != nil)
        #expect(
            result.remarks.contains {
                $0.kind == .warning && $0.sentence.contains("incorporation bias")
            })
    }

    @Test func `predictive values of steps stand one by one, never averaged`() throws {
        var table = TestTable()
        for number in 0..<10 {
            for arm in ["unaided", "aided"] {
                let isMissed = number == 0 || (number == 2 && arm == "unaided")
                try table.answer(
                    reader: "R1", participant: "P\(number)", arm: arm,
                    number.isMultiple(of: 2) && !isMissed ? "1" : "0")
            }
            try table.truth(caseID: "P\(number)", number.isMultiple(of: 2) ? "1" : "0")
        }

        let found = try table.result(Self.binary).sections.flatMap(\.estimates).filter {
            $0.name == "negativePredictiveValue"
        }

        #expect(found.map(\.stratum.arm) == ["unaided", "aided"])
        #expect(found.map(\.fraction) == [Fraction(5, of: 7), Fraction(5, of: 6)])
    }

    @Test func `cases of which the reference says nothing are in no count of lesions`() throws {
        var table = TestTable()
        for name in ["P1", "P2", "P3"] {
            try table.answer(reader: "R1", participant: name, arm: "A", item: "seen", "1")
            for item in ["mark.x", "mark.y", "mark.z"] {
                try table.answer(
                    reader: "R1", participant: name, arm: "A", site: "L1", item: item, "0")
            }
        }
        // P1 has a lesion there, P2 has none, of P3 nothing is known.
        for item in ["x", "y", "z"] { try table.truth(caseID: "P1", site: "L1", item: item, "1") }
        try table.truth(caseID: "P1", site: "L2", item: "x", "30")
        try table.truth(caseID: "P2", item: "count", "0")

        let result = try table.result(
            AnalysisPlan(
                findings: [.binary("seen")],
                lesions: LesionPlan(mark: "mark", reference: ["x", "y", "z"])))

        #expect(
            result.estimate("lesion.falseMarks", reader: "R1")?.fraction == Fraction(1, of: 2))
        #expect(
            result.estimate("lesion.sensitivity", reader: "R1")?.fraction == Fraction(1, of: 1))
        let warnings = result.sections.flatMap(\.remarks).map(\.sentence)
        #expect(warnings.contains { $0.contains("nothing of 1 of 3 cases (P3)") })
        #expect(warnings.contains { $0.hasPrefix("1 lesions of the reference have no place") })
    }
}
