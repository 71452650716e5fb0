import Foundation
import Testing

/// `study check` with images: each rule is met by exactly one series.
@Suite struct StudyRuleTests {
    let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("readingroom-rules-\(UUID().uuidString).yaml")

    static let sample = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../SampleStudies/sij-sct").standardized

    /// The check of the sample's study file, changed, with the images of its first case.
    private func check(_ change: (String) -> String) throws -> BuiltProgram.Run {
        let text = try String(
            contentsOf: Self.sample.appending(path: "study.yaml"), encoding: .utf8)
        try Data(change(text).utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let images = Self.sample.appending(path: "cases/C01").path
        return try BuiltProgram.run(["study", "check", file.path, "--images", images])
    }

    @Test func `the rules of the sample fit its images`() throws {
        let made = try check { $0 }

        #expect(made.status == 0, "\(made.problems)")
        #expect(made.output.contains("is a study that can be created."))
    }

    @Test func `a rule that two series meet is named with its line`() throws {
        let made = try check {
            $0.replacing(#"modality: CT, description: "^CT""#, with: "modality: CT")
        }

        #expect(made.status == 1)
        #expect(made.problems.contains(":7:"), "\(made.problems)")
        #expect(made.problems.contains("Arm CT: 2 series of"))
        #expect(made.problems.contains("Make the rule narrower."))
        #expect(made.output.isEmpty)
    }

    @Test func `a rule that no series meets is named with its line`() throws {
        let made = try check { $0.replacing("^t1", with: "^T1") }

        #expect(made.status == 1)
        #expect(made.problems.contains(":5:"), "\(made.problems)")
        #expect(made.problems.contains("Arm T1w: No series of"))
        #expect(made.problems.contains("make the rule wider"))
    }

    @Test func `images that are none are said to be none`() throws {
        let text = try String(
            contentsOf: Self.sample.appending(path: "study.yaml"), encoding: .utf8)
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let made = try BuiltProgram.run(["study", "check", file.path, "--images", file.path])

        #expect(made.status == 1)
        #expect(made.problems.contains("holds no image that can be read"))
    }
}
