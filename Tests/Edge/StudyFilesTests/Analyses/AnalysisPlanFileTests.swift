import Analysis
import BundledResources
import Foundation
import Instruments
import Testing

@testable import StudyFiles

@Suite struct AnalysisPlanFileTests {
    private static func form(_ name: String) throws -> Instrument {
        let file = BundledResources.instruments.appending(path: "\(name).yaml")
        return try InstrumentFile.parse(
            try String(contentsOf: file, encoding: .utf8), file: "\(name).yaml")
    }

    private static func parse(_ text: String, _ forms: [Instrument] = []) throws -> AnalysisPlan {
        try AnalysisPlanFile.parse(text, file: "plan.yaml", instruments: forms)
    }

    private static func sentence(_ text: String, _ forms: [Instrument] = []) throws -> String {
        do {
            _ = try parse(text, forms)
            return ""
        } catch let error as StudyFileError { return error.sentence }
    }

    @Test func `a plan names findings, and the reading form tells the rest`() throws {
        let plan = try Self.parse(
            """
            plan: sij-primary
            version: 1.2.0
            referenceArm: T1w
            prevalence: 0.1
            findings:
              - {item: erosion, levels: [joint, exam]}
              - {item: image_quality, from: "3", ordered: yes}
              - {item: erosion_max_mm}
            """, [try Self.form("sij-structural")])

        #expect(plan.name == "sij-primary" && plan.version == "1.2.0")
        #expect(plan.findings.map(\.item) == ["erosion", "image_quality", "erosion_max_mm"])
        #expect(
            plan.findings[0].kind
                == .categories(["0", "1"], positive: .codes(["1"]), ordered: false))
        #expect(plan.findings[0].levels.map(\.name) == ["joint", "exam"])
        #expect(plan.findings[0].levels[0].groups?["R-IL-U"] == "R")
        #expect(plan.findings[0].levels[0].notAssessablePercent == 25)
        #expect(
            plan.findings[1].kind
                == .categories(["1", "2", "3", "4", "5"], positive: .from("3"), ordered: true))
        #expect(plan.findings[2].kind == .number(unit: "mm", threshold: nil))
    }

    @Test func `without a reading form the plan says categories and sites itself`() throws {
        let plan = try Self.parse(
            """
            plan: p
            version: 1.0.0
            findings:
              - item: grade
                categories: [a, b, c]
                from: b
                levels: [{name: half, sites: {R: [r1, r2], L: [l1]}, notAssessablePercent: 50}]
            lesions: {mark: location, diameter: size_mm, same: [side], type: type}
            serial: {item: grade, categories: [a, b, c], cut: c, endings: [-1, -2]}
            bootstrap: {draws: 500, seed: 7}
            """)

        #expect(plan.findings[0].levels[0].groups == ["r1": "R", "r2": "R", "l1": "L"])
        #expect(plan.findings[0].levels[0].notAssessablePercent == 50)
        #expect(plan.lesions?.sameItems == ["side"])
        #expect(plan.serial?.endings == ["-1", "-2"])
        #expect(plan.bootstrapDraws == 500 && plan.bootstrapSeed == 7)
    }

    @Test(arguments: [
        ("plan: p\nversion: 1\n", "plan.yaml:2:10: 1 is no version."),
        ("plan: p\nversion: 1.0.0\nlevel: 95\n", "plan.yaml:3:8: The level 95.0 is not between"),
        ("plan: p\nversion: 1.0.0\nlevels: 1\n", "plan.yaml:3:1: There is no levels here."),
        (
            "plan: p\nversion: 1.0.0\nfindings:\n  - {item: x, categories: [a, b], from: c}\n",
            "plan.yaml:4:41: c is none of the categories a, b."
        ),
        (
            "plan: p\nversion: 1.0.0\nfindings:\n  - {item: x}\n  - {item: x}\n",
            "plan.yaml:5:5: x is listed twice."
        ),
        (
            "plan: p\nversion: 1.0.0\nfindings:\n  - {item: x, levels: [joint]}\n",
            "plan.yaml:4:24: Nothing tells which sites make up joint."
        ),
        (
            "plan: p\nversion: 1.0.0\nserial: {item: g, categories: [a, b], cut: z}\n",
            "plan.yaml:3:44: The cut is one of b."
        ),
    ])
    func `a mistake has its place and says what to do`(text: String, sentence: String) throws {
        #expect(try Self.sentence(text).hasPrefix(sentence))
    }

    @Test func `all mistakes are told at once`() throws {
        let sentence = try Self.sentence("plan: p\nversion: x\nlesions: {}\nserial: {}\n")

        #expect(sentence.split(separator: "\n").count == 3)
    }
}
