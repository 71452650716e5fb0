import Analysis
import Foundation
import Testing

/// Tables 1 to 8 of the Moscow CT 0–4 paper from reads of single examinations: 575 patients with four
/// examinations each, some without a grade.
@Suite struct SerialGradesTests {
    private struct Tables: Decodable {
        struct Grades: Decodable {
            let cells: [[Int]]
            let row_total_printed: [Int]
        }
        let table1: Grades
        let table3: Grades
        let table5: Grades
        let table2: [String: [Int]]
        let table4: [String: [Int]]
        let table6_as_printed: [String: [Int]]
        let table6_from_table5: [String: [Int]]
        let table8: [String: [Double]]
    }

    private static let grades = ["CT-0", "CT-1", "CT-2", "CT-3", "CT-4"]

    private static func tables() throws -> Tables {
        let file = golden("AnalysisTests").appending(path: "ct04_tables.json")
        return try JSONDecoder().decode(Tables.self, from: try Data(contentsOf: file))
    }

    /// Four grades a patient (−1 where there is none) whose neighbours are exactly the printed tables.
    private static func patients(_ tables: Tables) -> [[Int]] {
        var patients = tables.table1.row_total_printed.enumerated().flatMap { grade, count in
            [[Int]](repeating: [grade], count: count)
        }
        for (stage, table) in [tables.table1, tables.table3, tables.table5].enumerated() {
            // Who is graded now and was not at the examination before.
            for (grade, count) in table.row_total_printed.enumerated() {
                let known = patients.count { $0[stage] == grade }
                for _ in 0..<max(0, count - known) {
                    if let free = patients.firstIndex(where: { $0.suffix(2) == [-1, -1] }) {
                        patients[free][stage] = grade
                    } else {
                        patients.append([Int](repeating: -1, count: stage) + [grade])
                    }
                }
            }
            var rest = table.cells
            for place in patients.indices {
                let grade = patients[place][stage]
                let next = grade < 0 ? nil : rest[grade].firstIndex { $0 > 0 }
                if let next { rest[grade][next] -= 1 }
                patients[place].append(next ?? -1)
            }
        }
        return patients
    }

    private static func result(prevalence: Double? = nil) throws -> (AnalysisResult, Int) {
        let patients = patients(try tables())
        var table = TestTable()
        for (number, grades) in patients.enumerated() {
            let participant = "P\(1000 + number)"
            for (place, grade) in grades.enumerated() {
                try table.answer(
                    reader: "R1", participant: participant, caseID: "\(participant)-\(place + 1)",
                    arm: "CT", item: "category_reader", state: grade < 0 ? .missing : .value,
                    grade < 0 ? "" : Self.grades[grade])
            }
        }
        let result = try table.result(
            AnalysisPlan(
                prevalence: prevalence,
                findings: [
                    Finding(
                        item: "category_reader",
                        kind: .categories(Self.grades, positive: .from("CT-3"), ordered: true))
                ],
                serial: SerialPlan(
                    item: "category_reader", categories: Self.grades, cut: "CT-3",
                    endings: ["-1", "-2", "-3", "-4"])))
        return (result, patients.count)
    }

    private static func crossTables(_ result: AnalysisResult) -> [CrossTable] {
        result.sections.filter { $0.kind == .serialDichotomy }.flatMap(\.contents).compactMap {
            if case .crossTable(let table) = $0 { table } else { nil }
        }
    }

    @Test func `the six tables follow from single examinations`() throws {
        let expected = try Self.tables()

        let (result, patients) = try Self.result()

        #expect(patients <= 575)
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

    @Test func `the mean of stages is never called the pooled share, nor sensitivity specificity`()
        throws
    {
        let (result, _) = try Self.result()

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

    @Test func `sensitivity, specificity and Youden's index of each stage are those of the tables`()
        throws
    {
        let (result, _) = try Self.result()

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
    func `Table 8's predictive values are those of Bayes at 9.63 percent, not the printed ones`()
        throws
    {
        let (result, _) = try Self.result(prevalence: 0.0963)

        let values = result.sections.flatMap(\.estimates).filter {
            $0.name == "serial.stage.adjusted.positivePredictiveValue"
        }
        // Printed 35.9, 50.9 and 82.6: prevalence 9.6, rounded parts, truncated, and Table 6's 5.
        #expect(isClose(values[0].value, 0.360232, 1e-6))
        #expect(isClose(values[1].value, 0.513247, 1e-6))
        #expect(isClose(values[2].value, 0.805348, 1e-6))
    }
}
