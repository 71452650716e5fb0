import Foundation
import Persistence
import ReaderStudies
import Testing

/// `study status` and `study amend` as a coordinator types them.
@Suite struct StudyAmendCommandTests {
    let commands: StudyCommandsTests

    init() throws { commands = try StudyCommandsTests() }

    private func run(_ arguments: String...) throws -> BuiltProgram.Run {
        try BuiltProgram.run(["study"] + arguments)
    }

    private func started() throws {
        try commands.makeStore()
        #expect(try run("start", "--store", commands.path("store")).status == 0)
    }

    @Test func `a started study shows each reader and arm and names no answer`() throws {
        defer { try? FileManager.default.removeItem(at: commands.folder) }
        try started()

        let status = try run("status", "--store", commands.path("store"))
        let table = try run("status", "--store", commands.path("store"), "--format", "csv")

        #expect(status.status == 0, "\(status.problems)")
        #expect(status.output.contains("reader  arm  planned  waiting  open  draft  signed"))
        #expect(status.output.contains("\nopens on"))
        #expect(status.output.contains("No deviations."))
        #expect(table.output.split(separator: "\r\n").count == 1 + 4)
    }

    @Test func `a study file changed by hand is noticed, with the line and the way out`() throws {
        defer { try? FileManager.default.removeItem(at: commands.folder) }
        try started()
        try commands.write(
            StudyCommandsTests.study.replacing("seed: 20260601", with: "seed: 2")
                .replacing("title: Synthetic CT", with: "title: Artificial CT"))

        let status = try run(
            "status", "--store", commands.path("store"), "--file", commands.path("study.yaml"))

        #expect(status.status == 1)
        let lines = status.problems.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("study.yaml:2:8: title: ") }, "\(lines)")
        #expect(lines.contains { $0.contains("make it with `readingroom study amend`") })
        #expect(
            lines.contains {
                $0.hasPrefix("study.yaml:7:") && $0.contains("seed: 20260601 becomes 2")
            })
    }

    @Test func `an amendment is recorded, and one of the plan is refused with its line`() throws {
        defer { try? FileManager.default.removeItem(at: commands.folder) }
        try started()
        let store = commands.path("store")
        try commands.write(
            StudyCommandsTests.study.replacing("[R1, R2]", with: "[R1, R2, R3]"), to: "more.yaml")
        try commands.write(
            StudyCommandsTests.study.replacing("washoutDays: 28", with: "washoutDays: 7"),
            to: "less.yaml")

        let refused = try run(
            "amend", commands.path("less.yaml"), "--store", store, "--person", "A. Person",
            "--reason", "Too slow.")
        let amended = try run(
            "amend", commands.path("more.yaml"), "--store", store, "--person", "A. Person",
            "--reason", "One more reader.")
        let order = try run("order", "--store", store, "--reader", "R3")
        let status = try run("status", "--store", store)

        #expect(refused.status == 1)
        #expect(refused.problems.contains("less.yaml:7:"), "\(refused.problems)")
        #expect(
            refused.problems.contains("washoutDays: 28 becomes 7. The order was drawn with it."))
        #expect(amended.status == 0, "\(amended.problems)")
        #expect(amended.output.contains("Version 2 of the protocol is in force."))
        #expect(order.status == 0, "\(order.problems)")
        #expect(status.output.contains("One more reader."))
    }
}
