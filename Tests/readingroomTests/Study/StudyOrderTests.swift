import Foundation
import Persistence
import ReaderStudies
import Testing

/// `study order` as a coordinator types it, beside a program of its own that knows only the documentation.
@Suite struct StudyOrderTests {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("readingroom-order-\(UUID().uuidString)")

    static let arms = ["T1w", "sCT", "CT"]
    static let readers = ["R1", "R2", "R3", "R4"]
    /// Cases and their participants: most have one, some two or three.
    static let cases = (1...17).map { ["C\($0)", "P\($0 % 5 == 0 ? 5 : $0)"] }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func run(_ arguments: String...) throws -> BuiltProgram.Run {
        try BuiltProgram.run(arguments)
    }

    private func order(_ reader: String) throws -> BuiltProgram.Run {
        try run("study", "order", "--store", path("store"), "--reader", reader, "--format", "csv")
    }

    /// A store with the cases, ready to start.
    private func make(_ kind: String, cases: [[String]]) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let arms = Self.arms.map { "  - {id: \($0), label: A, series: {modality: CT}}" }
        let text = """
            study: order
            title: Order
            instruments: [sij-structural@1.0.0]
            arms:
            \(arms.joined(separator: "\n"))
            design: {kind: \(kind), washoutDays: 28, seed: 20260601, casesPerSession: 5}
            readers: [\(Self.readers.joined(separator: ", "))]
            """
        try Data(text.utf8).write(to: URL(filePath: path("study.yaml")))
        let created = try run("study", "create", path("study.yaml"), "--store", path("store"))
        #expect(created.status == 0, "\(created.problems)")
        try add(cases)
    }

    private func add(_ cases: [[String]]) throws {
        let store = try SQLiteStore.open(at: path("store"))
        for one in cases {
            let made = StudyCase(id: CaseID(one[0]), participant: ParticipantID(one[1]))
            try store.append(.caseImported(made), by: .coordinator)
            let series = ImportedSeries(
                token: SeriesToken("token-\(one[0])"), caseID: made.id, modality: "CT", columns: 8,
                rows: 8, slices: 2, columnSpacingMM: 1, rowSpacingMM: 1, sliceSpacingMM: 1,
                framesDigest: "00",
                matches: Self.arms.map { ArmMatch(arm: ArmID($0), rule: 0) })
            try store.append(.seriesImported(series), by: .coordinator)
        }
        try store.close()
    }

    /// The rows that the other program draws, with days for dates.
    private func independent(_ kind: String, _ reader: String) throws -> [[String]] {
        let file = folder.appendingPathComponent("study.json")
        let study: [String: Any] = [
            "seed": 20_260_601, "kind": kind, "washoutDays": 28, "casesPerSession": 5,
            "arms": Self.arms, "readers": Self.readers, "cases": Self.cases,
        ]
        try JSONSerialization.data(withJSONObject: study).write(to: file)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Offline/reading_order.py")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path, reader]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Self.rows(String(decoding: output, as: UTF8.self))
    }

    private static func rows(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",").map(String.init)
        }
    }

    @Test(arguments: ["crossover", "crossed"])
    func `another program draws the same order from the documentation`(kind: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make(kind, cases: Self.cases)
        #expect(try run("study", "start", "--store", path("store")).status == 0)
        let store = try SQLiteStore.open(at: path("store"))
        let startDay = try #require(try store.study()?.startDay)
        try store.close()

        for reader in Self.readers {
            let order = try order(reader)
            #expect(order.status == 0, "\(order.problems)")
            #expect(
                order.output.hasPrefix(
                    "position,session,participant,case,arm,opens,occasion,step\r\n"))
            let wanted = try independent(kind, reader).map { row in
                let day = startDay + (Int(row[5]) ?? -1)
                return Array(row.prefix(5)) + [UTCInstant(day: day).dateText] + row.dropFirst(6)
            }
            #expect(Array(Self.rows(order.output).dropFirst()) == wanted)
        }
    }

    @Test func `cases imported since stand behind the others, which keep their places`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make("crossover", cases: Array(Self.cases.prefix(9)))
        #expect(try run("study", "start", "--store", path("store")).status == 0)
        let before = try order("R2")
        try add(Array(Self.cases.dropFirst(9)))

        let after = try order("R2")
        let again = try order("R2")

        #expect(after.problems.contains("96 reads of 8 new cases were added to the order."))
        #expect(after.output.hasPrefix(before.output))
        #expect(Self.rows(after.output).count == 1 + 17 * 3)
        #expect(again.output == after.output)
        #expect(again.problems.isEmpty)
    }

    @Test func `a study that has not started and a reader who is none are refused`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make("crossover", cases: Self.cases)

        let early = try order("R1")
        #expect(early.status == 1)
        #expect(early.problems.contains("Start it with `readingroom study start`"))

        #expect(try run("study", "start", "--store", path("store")).status == 0)
        let stranger = try order("R9")
        #expect(stranger.status == 1)
        #expect(stranger.problems.contains("R9 is not a reader of this study"))
    }

    @Test func `as text the columns stand below each other`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make("crossover", cases: Self.cases)
        #expect(try run("study", "start", "--store", path("store")).status == 0)

        let order = try run("study", "order", "--store", path("store"), "--reader", "R1")

        let lines = order.output.split(separator: "\n")
        #expect(
            lines.first == "position  session  participant  case  arm  opens       occasion  step")
        #expect(lines.count == 1 + 17 * 3)
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }
}
