import Analysis
import Testing

/// Not assessable answers, larger sites, repeats, confidence, subgroups and revisions.
@Suite struct ReadAnalysisTests {
    @Test func `not assessable answers are left out, counted wrong and counted right`() throws {
        var table = TestTable()
        for number in 0..<8 {
            try table.answer(
                reader: "R1", participant: "P\(number)", arm: "A",
                state: number < 2 ? .notAssessable : .value, number < 2 ? "motion" : "1")
            try table.truth(caseID: "P\(number)", "1")
        }

        let result = try table.result(AnalysisPlan(findings: [.binary("lesion")]))

        let fractions = ["excluded", "worst", "best"].map {
            result.estimate("notAssessable.\($0).sensitivity")?.fraction
        }
        #expect(fractions == [Fraction(6, of: 6), Fraction(6, of: 8), Fraction(8, of: 8)])
        #expect(result.flow.answers.first?.notAssessable == 2)
        #expect(result.flow.answers.first?.reasons == ["motion": 2])
    }

    @Test func `a joint is positive when a site is, and not assessable when too many sites are`()
        throws
    {
        var table = TestTable()
        let groups = ["R-1": "R", "R-2": "R", "L-1": "L", "L-2": "L"]
        let calls: [(String, ReadTable.State, String)] = [
            ("R-1", .value, "1"), ("R-2", .notAssessable, "motion"), ("L-1", .value, "0"),
            ("L-2", .notAssessable, "motion"),
        ]
        for (site, state, text) in calls {
            try table.answer(
                reader: "R1", participant: "P1", arm: "A", site: site, state: state, text)
            try table.truth(caseID: "P1", site: site, site == "R-1" ? "1" : "0")
        }

        let result = try table.result(
            AnalysisPlan(
                findings: [.binary("lesion", levels: [Level(name: "joint", groups: groups)])]))

        // R is positive and right; half of L could not be assessed.
        let joint = try #require(result.estimate("accuracy", level: "joint"))
        #expect(joint.fraction == Fraction(1, of: 1))
        #expect(joint.source.numbers == [1, 2])
    }

    @Test func `repeats are the reader's agreement with herself and nothing else`() throws {
        var table = TestTable()
        for number in 0..<10 {
            for occasion in [1, 2] {
                try table.answer(
                    reader: "R1", participant: "P\(number)", arm: "A", occasion: occasion,
                    number % 2 == 0 || (occasion == 2 && number == 1) ? "1" : "0")
            }
            try table.truth(caseID: "P\(number)", number % 2 == 0 ? "1" : "0")
        }

        let result = try table.result(AnalysisPlan(findings: [.binary("lesion")]))

        #expect(result.estimate("accuracy")?.fraction == Fraction(10, of: 10))
        let agreement = try #require(result.estimate("percentAgreement", reader: "R1"))
        #expect(agreement.value.value == 0.9)
        #expect(result.sections.contains { $0.kind == .intraReader })
    }

    @Test func `confidence gives a curve for each reader and arm, and areas over readers`() throws {
        var table = TestTable()
        for number in 0..<24 {
            let isDiseased = number.isMultiple(of: 2)
            for (place, reader) in ["R1", "R2", "R3"].enumerated() {
                for (shift, arm) in ["A", "B"].enumerated() {
                    let sure =
                        1 + (number * 7 + place * (number / 2) + shift) % 3
                        + (isDiseased ? 1 + shift : 0)
                    try table.answer(
                        reader: reader, participant: "P\(number)", arm: arm, sure >= 4 ? "1" : "0")
                    try table.answer(
                        reader: reader, participant: "P\(number)", arm: arm,
                        item: "confidence_lesion", "\(sure)")
                }
            }
            try table.truth(caseID: "P\(number)", isDiseased ? "1" : "0")
        }

        let result = try table.result(
            AnalysisPlan(findings: [.binary("lesion", confidence: "confidence_lesion")]))

        let curves = result.sections.filter { $0.kind == .roc }.flatMap(\.contents).compactMap {
            if case .curve(let curve) = $0 { curve } else { nil }
        }
        #expect(curves.count == 6)
        for curve in curves {
            #expect(curve.points.first?.y == 0)
            #expect(curve.points.last?.x == 1 && curve.points.last?.y == 1)
        }
        let difference = try #require(result.estimate("mrmc.auc.difference", arm: "A-B"))
        #expect(difference.value.value.map { $0 < 0 } == true)
        #expect(difference.p?.value != nil)
    }

    @Test func `subgroups and displays are strata, and unknown ones are counted`() throws {
        var table = TestTable()
        for number in 0..<8 {
            try table.answer(
                reader: "R1", participant: "P\(number)", arm: "A", number % 3 == 0 ? "1" : "0",
                display: number < 4 ? "sixel" : "blocks")
            try table.truth(caseID: "P\(number)", number % 2 == 0 ? "1" : "0")
        }

        let result = try table.result(
            AnalysisPlan(findings: [.binary("lesion")], subgroups: ["sex"]),
            properties: ["sex": ["P0": "f", "P1": "f", "P2": "m", "P3": "m", "P4": "m"]])

        let groups = Set(
            result.sections.filter { $0.kind == .subgroup }.flatMap(\.estimates).compactMap {
                $0.stratum.group.map { "\($0.property) \($0.value)" }
            })
        #expect(groups == ["sex f", "sex m", "display sixel", "display blocks"])
        #expect(
            result.sections.flatMap(\.remarks).contains {
                $0.sentence.contains("3 answers have no sex")
            })
    }

    @Test func `the first or the last revision is taken as the plan says`() throws {
        var table = ReadTable()
        for revision in [1, 2] {
            let read = try table.add(
                ReadTable.Read(
                    reader: table.readers.place(of: "R1"),
                    participant: table.participants.place(of: "P1"),
                    caseID: table.cases.place(of: "P1"), arm: table.arms.place(of: "A"),
                    occasion: 1, event: UInt32(revision), revision: revision))
            table.add(
                read: read, site: "exam", item: "lesion", state: .value, text: "\(revision - 1)",
                event: UInt32(10 + revision))
        }

        let first = table.choosing(.firstSigned)
        let last = table.choosing(.lastBeforeUnblinding)

        #expect(first.reads.map(\.revision) == [1])
        #expect(first.answers.map(\.event) == [11])
        #expect(last.reads.map(\.revision) == [2])
        #expect(last.answers.map(\.event) == [12])
    }

    @Test func `measurements have limits of agreement and an intraclass correlation`() throws {
        var table = TestTable()
        for (number, pair) in [(10.0, 10.5), (12, 11), (15, 15.5), (9, 9.5), (20, 21)].enumerated()
        {
            try table.answer(
                reader: "R1", participant: "P\(number)", arm: "A", item: "size", "\(pair.0)")
            try table.answer(
                reader: "R2", participant: "P\(number)", arm: "A", item: "size", "\(pair.1)")
        }

        let result = try table.result(
            AnalysisPlan(findings: [
                Finding(item: "size", kind: .number(unit: "mm", threshold: nil))
            ]))

        let plots = result.sections.flatMap(\.contents).compactMap {
            if case .differences(let plot) = $0 { plot } else { nil }
        }
        let plot = try #require(plots.first)
        #expect(plot.points.count == 5)
        #expect(isClose(plot.bias.value, -0.3, 1e-12))
        #expect(result.estimate("icc.agreement.single")?.value.value.map { $0 > 0.9 } == true)
    }
}
