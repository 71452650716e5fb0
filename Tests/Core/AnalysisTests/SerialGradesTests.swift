import Analysis
import Foundation
import Testing

/// instruments.md sections 10.1 and 10.2: Tables 1 to 8 of the CT 0–4 paper from reads of single examinations.
@Suite struct SerialGradesTests {
    private static func crossTables(_ result: AnalysisResult) -> [CrossTable] {
        result.sections.filter { $0.kind == .serialDichotomy }.flatMap(\.contents).compactMap {
            if case .crossTable(let table) = $0 { table } else { nil }
        }
    }

    @Test func `section 10.2: the six tables follow from single examinations`() throws {
        let expected = try GradeStudy.tables()

        let result = try GradeStudy.result()

        let tables = Self.crossTables(result)
        #expect(tables.count == 6)
        #expect(tables[0].counts == expected.table1.cells)
        #expect(tables[2].counts == expected.table3.cells)
        #expect(tables[4].counts == expected.table5.cells)
        func halves(_ table: [String: [Int]]) -> [[Int]] {
            [Array((table["home"] ?? []).prefix(2)), Array((table["hospital"] ?? []).prefix(2))]
        }
        #expect(tables[1].counts == halves(expected.table2))
        #expect(tables[3].counts == halves(expected.table4))
        // The paper's own Table 6 says 5 where its Table 5 gives 6.
        #expect(tables[5].counts == halves(expected.table6_from_table5))
        #expect(tables[5].counts != halves(expected.table6_as_printed))
    }

    @Test
    func
        `section 10.2: the mean of stages is never called the pooled share, nor sensitivity specificity`()
        throws
    {
        let result = try GradeStudy.result()

        let mean = try #require(
            result.sections.flatMap(\.estimates).first {
                $0.name == "serial.meanOfStages.sensitivity"
            })
        let pooled = try #require(
            result.sections.flatMap(\.estimates).first {
                $0.name == "serial.pooled.sensitivity"
            })
        let specific = try #require(
            result.sections.flatMap(\.estimates).first {
                $0.name == "serial.meanOfStages.specificity"
            })
        // The paper prints 68.7 as its specificity; it is the mean of the three sensitivities.
        #expect(isClose(mean.value, 0.687190, 1e-6))
        #expect(mean.label.contains("mean of stages"))
        #expect(isClose(pooled.value, 263.0 / 390))
        #expect(pooled.fraction == Fraction(263, of: 390))
        #expect(specific.value.value.map { $0 > 0.91 } == true)
        let section = try #require(result.sections.first { $0.kind == .serialDichotomy })
        #expect(section.title.contains("not diagnostic accuracy"))
    }

    @Test
    func
        `section 10.2: sensitivity, specificity and Youden's index of each stage are those of the tables`()
        throws
    {
        let result = try GradeStudy.result()

        let expected: [(String, Int, Int, Int, Int)] = [
            ("1-2", 83, 100, 381, 452), ("2-3", 107, 154, 384, 413), ("3-4", 73, 136, 428, 434),
        ]
        for (stage, tp, diseased, tn, healthy) in expected {
            let found = result.sections.flatMap(\.estimates).filter { $0.stratum.stage == stage }
            let se = found.first { $0.name == "serial.stage.sensitivity" }
            let sp = found.first { $0.name == "serial.stage.specificity" }
            let youden = found.first { $0.name == "serial.stage.youden" }
            #expect(se?.fraction == Fraction(tp, of: diseased))
            #expect(sp?.fraction == Fraction(tn, of: healthy))
            #expect(
                isClose(
                    youden?.value,
                    Double(tp) / Double(diseased) + Double(tn) / Double(healthy) - 1))
        }
    }

    @Test
    func
        `section 10.2: Table 8's predictive values are those of Bayes at 9.63 percent, not the printed ones`()
        throws
    {
        let result = try GradeStudy.result(prevalence: 0.0963)

        let values = result.sections.flatMap(\.estimates).filter {
            $0.name == "serial.stage.adjusted.positivePredictiveValue"
        }
        // Printed 35.9, 50.9 and 82.6: prevalence 9.6, rounded parts, truncated, and Table 6's 5.
        #expect(isClose(values[0].value, 0.360232, 1e-6))
        #expect(isClose(values[1].value, 0.513247, 1e-6))
        #expect(isClose(values[2].value, 0.805348, 1e-6))
    }

    @Test func `section 10.2: Table 8's negative predictive values, never averaged in silence`()
        throws
    {
        let found = try GradeStudy.result(prevalence: 0.0963).sections.flatMap(\.estimates)

        let stages = found.filter { $0.name == "serial.stage.adjusted.negativePredictiveValue" }
        // Printed 97.9, 96.6 and 95.2.
        #expect(isClose(stages[0].value, 0.978961, 1e-6))
        #expect(isClose(stages[1].value, 0.966204, 1e-6))
        #expect(isClose(stages[2].value, 0.952331, 1e-6))
        #expect(!found.contains { $0.name.hasPrefix("serial.meanOfStages.adjusted") })
    }

    @Test func `section 10.1: all 575 patients are in the flow, also those without a grade`() throws
    {
        let result = try GradeStudy.result()

        let counts = Dictionary(
            result.flow.counts.filter { $0.stratum == Stratum() }.map { ($0.name, $0.count) },
            uniquingKeysWith: { first, _ in first })
        #expect(counts["participants"] == 575)
        #expect(counts["cases"] == 2300)
        let answers = try #require(result.flow.answers.first)
        // Graded at the four examinations: the printed row totals, and the columns of the last table.
        let graded = [556, 568, 573, 570].reduce(0, +)
        #expect(answers.withoutReference == graded)
        #expect(answers.planned == 2300)
        let notes = result.sections.flatMap(\.remarks).map(\.sentence)
        for missing in ["Stage 1-2: 23 ", "Stage 2-3: 8 ", "Stage 3-4: 5 "] {
            #expect(notes.contains { $0.hasPrefix(missing) })
        }
    }

    @Test func `section 10.2: Table 7 is transcribed, its series are nowhere printed`() throws {
        let table = try GradeStudy.tables().table7

        #expect(table.map(\.errors) == [[0.233, 0.634], [0.233, 0.634], [1.436, 4.063]])
    }
}
