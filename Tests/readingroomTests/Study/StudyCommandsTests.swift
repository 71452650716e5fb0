import Foundation
import Persistence
import ReaderStudies
import Testing

/// The commands as a coordinator types them, run as programs.
@Suite struct StudyCommandsTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("readingroom-commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    static let study = """
        study: sij-sct
        title: Synthetic CT of the sacroiliac joints
        instruments: [sij-structural@1.0.0]
        arms:
          - {id: T1w, label: A, series: {modality: MR}, window: auto}
          - {id: CT, label: B, series: {modality: CT}, window: bone}
        design: {kind: crossover, washoutDays: 28, seed: 20260601, casesPerSession: 20}
        readers: [R1, R2]
        """

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String = "study.yaml") throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    func run(_ arguments: String...) throws -> BuiltProgram.Run {
        try BuiltProgram.run(arguments)
    }

    /// A store with two cases, ready to start.
    func makeStore() throws {
        try write(Self.study)
        #expect(
            try run("study", "create", path("study.yaml"), "--store", path("store")).status == 0)
        let store = try SQLiteStore.open(at: path("store"))
        for id in ["C01", "C02"] as [CaseID] {
            try store.append(.caseImported(StudyCase(id: id)), by: .coordinator)
            for (arm, modality) in [("T1w", "MR"), ("CT", "CT")] as [(ArmID, String)] {
                try store.append(
                    .seriesImported(
                        ImportedSeries(
                            token: SeriesToken("\(id)-\(arm)"), caseID: id, modality: modality,
                            columns: 8, rows: 8, slices: 2, columnSpacingMM: 1, rowSpacingMM: 1,
                            sliceSpacingMM: 1, framesDigest: "00",
                            matches: [ArmMatch(arm: arm, rule: 0)])), by: .coordinator)
            }
        }
        try store.close()
    }

    @Test func `a good study file is summed up`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(Self.study)

        let check = try run("study", "check", path("study.yaml"))

        #expect(check.status == 0)
        #expect(check.output.contains("crossover, 28 days between arms, at most 20 cases"))
    }

    @Test func `a typing slip is refused with file and line`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(Self.study.replacing("readers:", with: "raeders:"))

        let check = try run("study", "check", path("study.yaml"))

        #expect(check.status == 1)
        #expect(
            check.problems.split(separator: "\n").contains { $0.hasPrefix("study.yaml:8:1: There") }
        )
        #expect(check.problems.contains("Did you mean readers?"))
        #expect(check.output.isEmpty)
    }

    @Test func `a study is created, started, verified and exported`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeStore()

        let start = try run("study", "start", "--store", path("store"))
        let verify = try run("verify", "--store", path("store"))
        let export = try run(
            "export", "reads", "--store", path("store"), "--format", "csv", "--output",
            path("reads.csv"))
        let again = try run(
            "export", "reads", "--store", path("store"), "--output", path("reads.csv"))
        let forced = try run(
            "export", "reads", "--store", path("store"), "--output", path("reads.csv"), "--force")
        let table = try String(contentsOfFile: path("reads.csv"), encoding: .utf8)
        let codebook = try String(contentsOfFile: path("reads-codebook.csv"), encoding: .utf8)

        #expect(start.output.hasPrefix("R1  4 reads in 2 sessions\nR2  4 reads in 2 sessions\n"))
        #expect(verify.output.contains("is whole. Events: 8, redacted: 0."))
        #expect(export.status == 0)
        #expect(export.problems.contains("Interim"))
        #expect(again.status == 1)
        #expect(again.problems.contains("--force"))
        #expect(forced.status == 0)
        #expect(table.hasPrefix("study,reader,participant,case,arm,occasion,session,position,"))
        #expect(table.split(separator: "\r\n").count > 100)
        #expect(codebook.contains("erosion"))
        let warnings = try String(contentsOfFile: path("reads-warnings.csv"), encoding: .utf8)
        #expect(warnings.hasSuffix("item,severity,sentence,shown,event\r\n"))
    }

    @Test func `a changed store is named by its first wrong event`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try makeStore()
        let file = URL(filePath: path("store/store.sqlite"))
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data(#"{"id":"C02""#.utf8)))
        bytes[place.lowerBound + 8] ^= 1
        try bytes.write(to: file)

        let verify = try run("verify", "--store", path("store"))

        #expect(verify.status == 1)
        #expect(verify.problems.contains("Event 5 is wrong: its body was changed."))
    }

    @Test func `wrong usage exits with 64 and a missing store with 1`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }

        #expect(try run("verify").status == 64)
        #expect(try run("export", "reads", "--store", "x", "--format", "xml").status == 64)
        let missing = try run("study", "start", "--store", path("none"))
        #expect(missing.status == 1)
        #expect(missing.problems.contains("does not exist"))
    }
}
