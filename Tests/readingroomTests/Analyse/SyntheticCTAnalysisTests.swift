import Foundation
import Testing

/// instruments.md section 10.4: the table of the study of synthetic CT, from the synthetic reads through the program.
@Suite struct SyntheticCTAnalysisTests {
    private struct Arm: Decodable {
        let p: Double
        let lo: Double
        let hi: Double
    }
    private struct Fit: Decodable {
        let T1: Arm
        let SCT: Arm
        let p: Double
    }
    private struct Fits: Decodable {
        let independence: Fit?
        let exchangeable: Fit?
    }

    private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Golden/SyntheticStudy").standardized

    /// The reads as a long table, their truth, and a plan, in a folder that is removed afterwards.
    private static func with<Value>(
        _ correlation: String, _ body: ([String]) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try String(contentsOf: golden.appending(path: "gee_sij.csv"), encoding: .utf8)
        var reads = "reader,case,arm,site,item,value\n"
        var truths = Set<String>()
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",")
            reads += "R\(cells[1]),\(cells[0]),\(cells[2]),\(cells[4]),\(cells[3]),\(cells[6])\n"
            truths.insert("\(cells[0]),\(cells[4]),\(cells[3]),\(cells[5])")
        }
        let plan = """
            plan: synthetic
            version: 1.0.0
            referenceArm: T1
            correlation: \(correlation)
            moments: liangZeger
            bootstrap: {draws: 100}
            findings: [{item: erosion}, {item: sclerosis}, {item: ankylosis}]
            """
        let files = [
            "reads.csv": reads,
            "reference.csv": "case,site,item,value\n" + truths.sorted().joined(separator: "\n"),
            "plan.yaml": plan,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try body([
            "--input", folder.appending(path: "reads.csv").path, "--reference",
            folder.appending(path: "reference.csv").path, "--plan",
            folder.appending(path: "plan.yaml").path,
        ])
    }

    @Test(arguments: ["independence", "exchangeable"])
    func `section 10.4: accuracy, limits and P by lesion and arm, to a millionth`(
        correlation: String
    ) throws {
        let data = try Data(contentsOf: Self.golden.appending(path: "gee_sij_expected.json"))
        let all = try JSONDecoder().decode([String: Fits].self, from: data)

        let printed = try Self.with(correlation, PrintedAnalysis.run)

        for lesion in ["erosion", "sclerosis", "ankylosis"] {
            for measure in ["sensitivity", "specificity", "accuracy"] {
                let fits = try #require(all["\(lesion).\(measure)"])
                let fit = try #require(
                    correlation == "independence" ? fits.independence : fits.exchangeable)
                for (arm, expected) in [("T1", fit.T1), ("SCT", fit.SCT)] {
                    let found = try #require(
                        printed.estimate(measure, finding: lesion, arm: arm))
                    let numbers = [found.estimate, found.interval?.lower, found.interval?.upper]
                    for (number, own) in zip(numbers, [expected.p, expected.lo, expected.hi]) {
                        #expect(abs((number?.value ?? -1) - own) < 1e-6, "\(lesion) \(measure)")
                    }
                }
                let contrast = try #require(
                    printed.estimate("oddsRatio.\(measure)", finding: lesion, arm: "SCT-T1"))
                #expect(abs((contrast.p?.value ?? -1) - fit.p) < 1e-6)
            }
        }
    }

    /// Right calls, units, estimate and limits, as section 10.4 prints them.
    @Test func `section 10.4: counts and printed digits of the table`() throws {
        let rows: [(String, String, [Int], [Double], [Int], [Double], Double)] = [
            (
                "erosion", "sensitivity", [174, 222], [0.783784, 0.7290, 0.8301], [203, 222],
                [0.914414, 0.8705, 0.9444], 2.939e-5
            ),
            (
                "erosion", "specificity", [237, 258], [0.918605, 0.8799, 0.9456], [256, 258],
                [0.992248, 0.9700, 0.9980], 0.0017137
            ),
            (
                "erosion", "accuracy", [411, 480], [0.856250, 0.8191, 0.8868], [459, 480],
                [0.956250, 0.9365, 0.9701], 1.853e-7
            ),
            (
                "sclerosis", "sensitivity", [32, 148], [0.216216, 0.1658, 0.2769], [141, 148],
                [0.952703, 0.905594, 0.976904], 4.10e-27
            ),
            (
                "sclerosis", "specificity", [327, 332], [327.0 / 332, 0.9675, 0.9931], [320, 332],
                [320.0 / 332, 0.9440, 0.9769], 0.079082
            ),
            (
                "ankylosis", "sensitivity", [83, 114], [0.728070, 0.6338, 0.8055], [108, 114],
                [0.947368, 0.8989, 0.9733], 3.015e-5
            ),
        ]

        let printed = try Self.with("independence", PrintedAnalysis.run)

        for (lesion, measure, count, numbers, otherCount, otherNumbers, p) in rows {
            for (arm, fraction, digits) in [
                ("T1", count, numbers), ("SCT", otherCount, otherNumbers),
            ] {
                let found = try #require(printed.estimate(measure, finding: lesion, arm: arm))
                #expect(found.fraction == fraction)
                let own = [found.estimate, found.interval?.lower, found.interval?.upper]
                for (number, digit) in zip(own, digits) {
                    #expect(abs((number?.value ?? -1) - digit) < 5e-5, "\(lesion) \(measure)")
                }
            }
            let contrast = try #require(
                printed.estimate("oddsRatio.\(measure)", finding: lesion, arm: "SCT-T1"))
            #expect(abs((contrast.p?.value ?? -1) / p - 1) < 2e-3, "\(lesion) \(measure)")
        }
    }
}
