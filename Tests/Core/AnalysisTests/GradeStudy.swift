import Analysis
import Foundation

/// The Moscow CT 0–4 study from reads of single examinations: 575 patients with four examinations each, some
/// without a grade. instruments.md sections 10.1 and 10.2.
enum GradeStudy {
    struct Tables: Decodable {
        /// A forecasting model and its two errors.
        struct Forecast: Decodable {
            let model: String
            let errors: [Double]

            init(from decoder: any Decoder) throws {
                var cells = try decoder.unkeyedContainer()
                model = try cells.decode(String.self)
                errors = [try cells.decode(Double.self), try cells.decode(Double.self)]
            }
        }
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
        let table7: [Forecast]
        let table8: [String: [Double]]
    }

    static let grades = ["CT-0", "CT-1", "CT-2", "CT-3", "CT-4"]

    static func tables() throws -> Tables {
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
        // The rest of the 575 were never graded.
        return patients
            + [[Int]](repeating: [-1, -1, -1, -1], count: max(0, 575 - patients.count))
    }

    /// The reads of one reader, one examination a case.
    static func reads() throws -> TestTable {
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
        return table
    }

    /// The analysis of the reads.
    static func result(prevalence: Double? = nil) throws -> AnalysisResult {
        try reads().result(
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
    }
}
