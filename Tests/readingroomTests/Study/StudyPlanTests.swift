import Foundation
import Testing

/// `study simulate` and `study show` as a coordinator types them.
@Suite struct StudyPlanTests {
    let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("readingroom-plan-\(UUID().uuidString).yaml")

    static let study = """
        study: plan
        title: Synthetic CT of the sacroiliac joints
        instruments: [sij-structural@1.0.0]
        arms:
          - {id: T1w, label: A, series: {modality: MR}}
          - {id: CT, label: B, series: {modality: CT}}
        design: {kind: crossover, washoutDays: 28, seed: 7, casesPerSession: 10}
        readers: [R1, R2]
        calendar: {begins: 2026-06-01, days: 60, sessionsPerWeek: 2, minutesPerCase: 6}
        protocol: {funding: No funding.}
        """

    private func run(_ arguments: String...) throws -> BuiltProgram.Run {
        try Data(Self.study.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try BuiltProgram.run(["study", arguments[0], file.path] + arguments.dropFirst())
    }

    @Test func `a simulated study shows readers, weeks and the last day`() throws {
        let made = try run("simulate", "--cases", "20")

        #expect(made.status == 0, "\(made.problems)")
        #expect(made.output.contains("plan: crossover, 2 arms, 2 readers, 20 participants"))
        #expect(made.output.contains("reader  reads  sessions  hours  first       last"))
        #expect(made.output.contains("R1      40     4         4      2026-06-01  2026-07-"))
        #expect(made.output.contains("week of     R1  R2\n2026-06-01  2   2\n"))
        #expect(made.output.contains("Reading takes "))
    }

    @Test func `as CSV each session has a line`() throws {
        let made = try run("simulate", "--cases", "20", "--format", "csv")

        let lines = made.output.split(separator: "\r\n")
        #expect(lines.first == "reader,session,day,reads,minutes")
        #expect(lines.count == 1 + 8)
        #expect(lines[1] == "R1,1,2026-06-01,10,60")
    }

    @Test func `more days than the calendar has are refused with the way out`() throws {
        let made = try run("simulate", "--cases", "200")

        #expect(made.status == 1)
        #expect(made.problems.contains("and the calendar has 60. Hold more sessions a week"))
        #expect(made.output.contains("Reading takes "))
    }

    @Test func `what a simulation needs is asked for`() throws {
        let made = try run("simulate")

        #expect(made.status == 64)
        #expect(made.problems.contains("With a study file say --cases"))
    }

    @Test func `the summary of a plan names its square and its repeats`() throws {
        let text = Self.study.replacing(
            "seed: 7,", with: "seed: 7, square: williams, repeats: {percent: 10, lagDays: 14},"
        ).replacing("days: 60", with: "days: 90")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let made = try BuiltProgram.run(["study", "check", file.path])

        #expect(made.status == 0, "\(made.problems)")
        #expect(made.output.contains("seed 7, square williams, 10% read again after 14 days"))
    }

    @Test func `the protocol is told with its lists, and what nobody stated is not`() throws {
        let made = try run("show")

        #expect(made.status == 0, "\(made.problems)")
        #expect(made.output.hasPrefix("Synthetic CT of the sacroiliac joints\n"))
        #expect(made.output.contains("cyclic Latin"))
        #expect(made.output.contains("\nSTARD 2015 ("))
        #expect(made.output.contains("30 Funding and the role of funders: No funding."))
        #expect(made.output.contains("28 Registration number and registry: not stated"))
        #expect(made.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
}
