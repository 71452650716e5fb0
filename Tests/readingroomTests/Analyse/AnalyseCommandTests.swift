import Foundation
import Testing

@testable import readingroom

@Suite struct AnalyseCommandTests {
    /// A folder with a table of reads and a reference.
    private static func with<Value>(
        reads: String, reference: String, plan: String? = nil, _ body: (URL) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(reads.utf8).write(to: folder.appending(path: "reads.csv"))
        try Data(reference.utf8).write(to: folder.appending(path: "reference.csv"))
        if let plan { try Data(plan.utf8).write(to: folder.appending(path: "plan.yaml")) }
        return try body(folder)
    }

    private static func arguments(_ folder: URL, _ rest: [String] = []) -> [String] {
        [
            "analyse", "--input", folder.appending(path: "reads.csv").path, "--reference",
            folder.appending(path: "reference.csv").path,
        ] + rest
    }

    private static let reads =
        "reader,case,arm,item,value\n"
        + (0..<12).map { "R1,C\($0),A,lesion,\($0 % 3 == 0 ? 1 : 0)\n" }.joined()
    private static let reference =
        "case,item,value\n" + (0..<12).map { "C\($0),lesion,\($0 % 2)\n" }.joined()

    @Test(arguments: AnalysisFormat.allCases)
    func `every form tells data hash, software, interim and no NaN`(format: AnalysisFormat) throws {
        try Self.with(reads: Self.reads, reference: Self.reference) { folder in
            let run = try BuiltProgram.run(
                Self.arguments(folder, ["--format", format.rawValue]))

            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.contains(ProgramVersion.text))
            #expect(run.output.lowercased().contains("interim"))
            #expect(!run.output.contains("NaN"))
            #expect(run.output.contains("sensitivity") || run.output.contains("Sensitivity"))
        }
    }

    @Test func `a column that is missing is named with file and line`() throws {
        try Self.with(reads: "reader,case,arm,value\nR1,C1,A,1\n", reference: Self.reference) {
            folder in
            let run = try BuiltProgram.run(Self.arguments(folder))

            #expect(run.status == 1)
            #expect(run.problems.contains("reads.csv:1: The column item is missing."))
        }
    }

    @Test func `an answer that is no category stops with its line and what to do`() throws {
        let plan = "plan: p\nversion: 1.0.0\nfindings:\n  - {item: lesion}\n"
        try Self.with(
            reads: Self.reads + "R1,C99,A,lesion,maybe\n", reference: Self.reference, plan: plan
        ) { folder in
            let run = try BuiltProgram.run(
                Self.arguments(folder, ["--plan", folder.appending(path: "plan.yaml").path]))

            #expect(run.status == 1)
            #expect(run.problems.contains("\"maybe\" to lesion (record 14)"))
        }
    }

    @Test func `a plan's mistake has its place`() throws {
        try Self.with(
            reads: Self.reads, reference: Self.reference, plan: "plan: p\nversion: one\n"
        ) { folder in
            let run = try BuiltProgram.run(
                Self.arguments(folder, ["--plan", folder.appending(path: "plan.yaml").path]))

            #expect(run.status == 1)
            #expect(run.problems.contains("plan.yaml:2:10: one is no version."))
        }
    }
}
