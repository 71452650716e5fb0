import Foundation
import Testing

@testable import Statistics

/// The synthetic reads of `Tests/Golden/SyntheticStudy`, shaped like the published study of
/// synthetic CT, against statsmodels' GEE.
@Suite struct SyntheticStudyTests {
    /// One arm of a fit.
    struct Arm: Decodable {
        let p: Double
        let lo: Double
        let hi: Double
    }

    /// One fit.
    struct Fit: Decodable {
        let T1: Arm
        let SCT: Arm
        let p: Double
        let alpha: Double
    }

    /// Both correlations of one lesion and measure.
    struct Fits: Decodable {
        let independence: Fit?
        let exchangeable: Fit?
    }

    /// One row of the reads.
    private struct Row {
        let participant: Int
        let arm: Int
        let lesion: String
        let truth: Bool
        let call: Bool
    }

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/SyntheticStudy")

    private static func rows() throws -> [Row] {
        let text = try String(contentsOf: folder.appending(path: "gee_sij.csv"), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map {
            let cells = $0.split(separator: ",").map(String.init)
            return Row(
                participant: Int(cells[0].dropFirst()) ?? 0, arm: cells[2] == "T1" ? 0 : 1,
                lesion: cells[3], truth: cells[5] == "1", call: cells[6] == "1")
        }
    }

    @Test(
        arguments: ["erosion", "sclerosis", "ankylosis"],
        ["sensitivity", "specificity", "accuracy"])
    func `accuracy of T1w and synthetic CT is what statsmodels gives`(
        lesion: String, measure: String
    ) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "gee_sij_expected.json"))
        let all = try JSONDecoder().decode([String: Fits].self, from: data)
        let fits = try #require(all["\(lesion).\(measure)"])
        let units = try Self.rows()
            .filter {
                $0.lesion == lesion
                    && (measure == "accuracy" || $0.truth == (measure == "sensitivity"))
            }
            .map { ArmGEE.Unit(arm: $0.arm, cluster: $0.participant, success: $0.call == $0.truth) }

        for correlation in LogisticGEE.Correlation.allCases {
            let fit = try #require(
                correlation == .independence ? fits.independence : fits.exchangeable)
            let found = try ArmGEE(
                units, arms: ["T1", "SCT"], correlation: correlation, denominators: .liangZeger)
            let values = Dictionary(
                uniqueKeysWithValues: found.results.map { ($0.name, $0.quantity.value) })
            let expected = [
                "arm.T1.estimate": fit.T1.p, "arm.T1.lower": fit.T1.lo, "arm.T1.upper": fit.T1.hi,
                "arm.SCT.estimate": fit.SCT.p, "arm.SCT.lower": fit.SCT.lo,
                "arm.SCT.upper": fit.SCT.hi, "contrast.SCT-T1.p": fit.p,
                "correlation.alpha": fit.alpha,
            ]
            for (name, number) in expected {
                let own = try #require(values[name] ?? nil)
                #expect(abs(own - number) < 1e-6, "\(name), \(correlation)")
            }
        }
    }

    /// The numbers are those of `mancl-derouen.py` beside the reads.
    @Test(arguments: [
        (LogisticGEE.Correlation.independence, 0.158222815436, 0.269828691101),
        (LogisticGEE.Correlation.exchangeable, 0.158787443362, 0.268875735139),
    ])
    func `errors corrected for few clusters are those of Mancl and DeRouen`(
        correlation: LogisticGEE.Correlation, intercept: Double, arm: Double
    ) throws {
        let units = try Self.rows().filter { $0.lesion == "erosion" && $0.truth }
            .map { ArmGEE.Unit(arm: $0.arm, cluster: $0.participant, success: $0.call) }

        let found = try ArmGEE(
            units, arms: ["T1", "SCT"], correlation: correlation, denominators: .liangZeger,
            errors: .manclDeRouen)

        let values = Dictionary(
            uniqueKeysWithValues: found.results.map { ($0.name, $0.quantity.value) })
        let errors = ["intercept", "modality.SCT"].map {
            (values["coefficient.\($0).standardError"] ?? nil) ?? 0
        }
        // The script has the coefficients from statsmodels, which stops earlier.
        #expect(abs(errors[0] - intercept) < 1e-7)
        #expect(abs(errors[1] - arm) < 1e-7)
    }
}
