import Analysis
import Foundation
import Testing

/// The table of the study of synthetic CT (accuracy by lesion and arm, P), from the synthetic reads
/// of `Tests/Golden/SyntheticStudy` against statsmodels' GEE.
@Suite struct SyntheticCTTests {
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
        let counts: [String: [Int]]?
        let table: [[Int]]?
        let kappa: Double?
        let pabak: Double?
    }

    private static let lesions = ["erosion", "sclerosis", "ankylosis"]

    private static func reads() throws -> TestTable {
        let file = golden("SyntheticStudy").appending(path: "gee_sij.csv")
        var table = TestTable()
        for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst()
        {
            let cells = line.split(separator: ",").map(String.init)
            try table.answer(
                reader: "R\(cells[1])", participant: cells[0], arm: cells[2], site: cells[4],
                item: cells[3], cells[6])
            try table.truth(caseID: cells[0], site: cells[4], item: cells[3], cells[5])
        }
        return table
    }

    private static func expected() throws -> [String: Fits] {
        let file = golden("SyntheticStudy").appending(path: "gee_sij_expected.json")
        return try JSONDecoder().decode([String: Fits].self, from: try Data(contentsOf: file))
    }

    private static func plan(_ correlation: AnalysisPlan.WorkingCorrelation) -> AnalysisPlan {
        AnalysisPlan(
            referenceArm: "T1", correlation: correlation, moments: .liangZeger,
            findings: lesions.map { .binary($0) })
    }

    @Test(arguments: AnalysisPlan.WorkingCorrelation.allCases)
    func `accuracy and P by lesion and arm are what statsmodels gives`(
        correlation: AnalysisPlan.WorkingCorrelation
    ) throws {
        let expected = try Self.expected()

        let result = try Self.reads().result(Self.plan(correlation))

        for lesion in Self.lesions {
            for measure in ["sensitivity", "specificity", "accuracy"] {
                let fits = try #require(expected["\(lesion).\(measure)"])
                let fit = try #require(
                    correlation == .exchangeable ? fits.exchangeable : fits.independence)
                for (arm, numbers) in [("T1", fit.T1), ("SCT", fit.SCT)] {
                    let found = try #require(
                        result.estimate(measure, finding: lesion, arm: arm))
                    #expect(isClose(found.value, numbers.p, 1e-6))
                    #expect(isClose(found.interval?.limits.lower, numbers.lo, 1e-6))
                    #expect(isClose(found.interval?.limits.upper, numbers.hi, 1e-6))
                    let counts = try #require(fits.counts?[arm])
                    #expect(found.fraction == Fraction(counts[0], of: counts[1]))
                }
                let contrast = try #require(
                    result.estimate("oddsRatio.\(measure)", finding: lesion, arm: "SCT-T1"))
                #expect(isClose(contrast.p, fit.p, max(1e-12, fit.p * 1e-4)))
            }
        }
    }

    @Test(arguments: lesions, ["T1", "SCT"])
    func `kappa of the two readers and its table are those of the reads`(
        lesion: String, arm: String
    ) throws {
        let expected = try #require(try Self.expected()["kappa.\(arm).\(lesion)"])

        let result = try Self.reads().result(Self.plan(.independence))

        let kappa = try #require(
            result.estimate("cohen.unweighted", finding: lesion, arm: arm))
        let pabak = try #require(result.estimate("pabak", finding: lesion, arm: arm))
        #expect(isClose(kappa.value, try #require(expected.kappa)))
        #expect(isClose(pabak.value, try #require(expected.pabak)))
        #expect(kappa.interval?.method == "cluster bootstrap, BCa")
        let tables = result.sections.filter { $0.kind == .interReader }.flatMap(\.contents)
            .compactMap { content -> [[Int]]? in
                guard case .crossTable(let table) = content, table.stratum.arm == arm,
                    table.stratum.finding == lesion
                else { return nil }
                return table.counts
            }
        #expect(tables == [try #require(expected.table)])
    }

    @Test func `every number tells the records behind it`() throws {
        let result = try Self.reads().result(Self.plan(.independence))

        for estimate in result.sections.flatMap(\.estimates) where estimate.units > 0 {
            #expect(estimate.source.count > 0, "\(estimate.name) \(estimate.stratum.text)")
        }
        let erosion = try #require(result.estimate("accuracy", finding: "erosion", arm: "T1"))
        #expect(erosion.source.count == 480)
        #expect(erosion.clusters == 30)
    }

    @Test func `fewer than forty participants are named in a warning`() throws {
        let result = try Self.reads().result(Self.plan(.independence))

        #expect(
            result.remarks.contains {
                $0.kind == .warning && $0.sentence.contains("30 participants")
            })
    }
}
