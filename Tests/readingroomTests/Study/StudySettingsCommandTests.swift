import Foundation
import Testing

/// Parameters that a study fixes, and studies for practice, from the command line.
@Suite struct StudySettingsCommandTests {
    private func made(_ lines: String) throws -> StudyCommandsTests {
        let study = try StudyCommandsTests()
        try study.write(StudyCommandsTests.study + "\n" + lines)
        #expect(
            try study.run(
                "study", "create", study.path("study.yaml"), "--store", study.path("store")
            ).status == 0)
        return study
    }

    @Test func `what a study fixes of its form is in the codebook of every export`() throws {
        let study = try made("parameters: {sclerosis_min_depth_mm: 3}")
        defer { try? FileManager.default.removeItem(at: study.folder) }

        let export = try study.run(
            "export", "reads", "--store", study.path("store"), "--output", study.path("reads.csv"))
        let codebook = try String(
            contentsOfFile: study.path("reads-codebook.csv"), encoding: .utf8)
        let shown = try study.run("study", "show", study.path("study.yaml"))

        #expect(export.status == 0)
        let line = try #require(
            codebook.split(separator: "\r\n").first { $0.contains("sclerosis_min_depth_mm") })
        #expect(line.contains(",3,"))
        #expect(shown.output.contains("Of its parameters sclerosis_min_depth_mm was 3."))
    }

    @Test func `a wrong parameter is named by file, line and column`() throws {
        let study = try StudyCommandsTests()
        defer { try? FileManager.default.removeItem(at: study.folder) }
        try study.write(StudyCommandsTests.study + "\nparameters: {sclerosis_depth_mm: 3}")

        let check = try study.run("study", "check", study.path("study.yaml"))

        #expect(check.status == 1)
        #expect(check.problems.contains("study.yaml:9:14: sij-structural@1.0.0 has no parameter"))
        #expect(check.problems.contains("Did you mean sclerosis_min_depth_mm?"))
    }

    @Test func `answers of practice are neither exported nor analysed`() throws {
        let study = try made("practice: yes")
        defer { try? FileManager.default.removeItem(at: study.folder) }

        let export = try study.run(
            "export", "reads", "--store", study.path("store"), "--output", study.path("reads.csv"))
        let analysis = try study.run(
            "analyse", "--store", study.path("store"), "--output", study.path("report"))

        #expect(export.status == 1 && export.problems.contains("sij-sct is for practice"))
        #expect(analysis.status == 1 && analysis.problems.contains("sij-sct is for practice"))
        #expect(!FileManager.default.fileExists(atPath: study.path("reads.csv")))
    }
}
