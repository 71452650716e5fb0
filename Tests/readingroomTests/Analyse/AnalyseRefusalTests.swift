import Foundation
import Testing

@testable import readingroom

/// What data and designs do not support is refused by the program with its statistical reason and what can be done.
@Suite struct AnalyseRefusalTests {
    /// The JSON analysis of `count` cases by readers and arms, whose calls and truths functions tell.
    private static func analysis(
        cases count: Int = 20, readers: [String] = ["R1", "R2"], arms: [String] = ["A", "B"],
        site: (Int) -> String = { _ in "exam" }, participant: (Int) -> String = { "P\($0)" },
        call: (Int, String, String) -> Int?, truth: (Int) -> String?, plan: String = ""
    ) throws -> BuiltProgram.Run {
        var reads = "reader,participant,case,arm,site,item,value\n"
        var reference = "case,site,item,value\n"
        for number in 0..<count {
            for reader in readers {
                for arm in arms {
                    guard let value = call(number, reader, arm) else { continue }
                    reads += "\(reader),\(participant(number)),C\(number),\(arm),"
                    reads += "\(site(number)),lesion,\(value)\n"
                }
            }
            if let value = truth(number) {
                reference += "C\(number),\(site(number)),lesion,\(value)\n"
            }
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "reads.csv": reads, "reference.csv": reference,
            "plan.yaml": "plan: p\nversion: 1.0.0\nfindings: [{item: lesion}]\n" + plan,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try BuiltProgram.run([
            "analyse", "--format", "json", "--input", folder.appending(path: "reads.csv").path,
            "--reference", folder.appending(path: "reference.csv").path, "--plan",
            folder.appending(path: "plan.yaml").path,
        ])
    }

    private static func alternate(_ number: Int) -> String { "\(number % 2)" }

    /// Right but for every fifth case.
    private static func mostlyRight(_ number: Int, _: String, _: String) -> Int? {
        number % 5 == 0 ? 1 - number % 2 : number % 2
    }

    private func expect(
        _ run: BuiltProgram.Run, says sentences: [String],
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == 0, "\(run.problems)", sourceLocation: location)
        #expect(!run.output.contains(/\b(?i:nan|infinity)\b/), sourceLocation: location)
        for sentence in sentences {
            #expect(run.output.contains(sentence), "\(sentence)", sourceLocation: location)
        }
    }

    @Test func `truth for half the cases: partial verification, and how many`() throws {
        let run = try Self.analysis(
            call: Self.mostlyRight, truth: { $0 < 10 ? Self.alternate($0) : nil })

        expect(run, says: ["10 of 20 units in 10 cases", "partial verification"])
    }

    @Test func `a reference value that is no category stops, and is named with its case`() throws {
        let run = try Self.analysis(
            call: Self.mostlyRight, truth: { $0 == 3 ? "perhaps" : Self.alternate($0) })

        #expect(run.status == 1)
        #expect(run.problems.contains("case C3 the value \"perhaps\""))
        #expect(run.problems.contains("Correct it, leave it empty, or add it to the plan."))
    }

    @Test func `one participant: numbers without an interval over participants`() throws {
        let run = try Self.analysis(
            participant: { _ in "P" }, call: Self.mostlyRight, truth: Self.alternate)

        expect(
            run, says: ["All units are of one participant", "Read more participants"])
    }

    @Test func `perfect separation: no model, the exact interval, and what else can be done`()
        throws
    {
        let run = try Self.analysis(
            call: { $2 == "A" ? $0 % 2 : Self.mostlyRight($0, $1, $2) }, truth: Self.alternate)

        expect(
            run,
            says: [
                "every outcome in arm A is the same", "not compared by a GEE",
                "The GEE is not estimable",
            ])
    }

    @Test func `readers who are not crossed with cases: no agreement, no multi-reader analysis`()
        throws
    {
        let run = try Self.analysis(
            call: { number, reader, arm in
                (number < 10) == (reader == "R1") ? Self.mostlyRight(number, reader, arm) : nil
            }, truth: Self.alternate)

        expect(
            run,
            says: [
                "no unit was rated by two of R1, R2", "Let readers share cases",
                "the method needs readers crossed with cases", "compare arms by GEE",
            ])
    }

    @Test func `one participant alone tells an arm: the corrected errors have no solution`() throws
    {
        // Arm B was read in one participant only: without it, nothing is left to tell its coefficient.
        let run = try Self.analysis(
            cases: 24, readers: ["R1"], site: { "S\($0 % 4)" }, participant: { "P\($0 / 4)" },
            call: { number, reader, arm in
                arm == "B" && number >= 4 ? nil : Self.mostlyRight(number, reader, arm)
            }, truth: { _ in "1" }, plan: "errors: manclDeRouen\n")

        expect(run, says: ["has no unique solution", "gather more clusters"])
    }

    @Test
    func `iteration that never settles: no model, after how many steps, and what else can be done`()
        throws
    {
        // Two participants whose calls agree less than chance, unevenly in the arms: the correlation swings.
        let calls: [(arm: String, value: Int)] = [
            ("B", 0), ("B", 1), ("B", 1), ("A", 1), ("B", 1), ("A", 1), ("A", 0), ("B", 1),
        ]
        let run = try Self.analysis(
            cases: calls.count, readers: ["R1"], participant: { "P\($0 / 4)" },
            call: { number, _, arm in calls[number].arm == arm ? calls[number].value : nil },
            truth: { _ in "1" }, plan: "correlation: exchangeable\n")

        expect(
            run,
            says: [
                "did not converge in 100 iterations", "or independence as the correlation",
                "not compared by a GEE",
            ])
    }

    @Test func `a store in which nothing is signed has nothing to analyse, and says so`() throws {
        let store = try SampleStores.copy("sij-sct")

        let run = try BuiltProgram.run(["analyse", "--store", store.study.folder])

        #expect(run.status == 1)
        #expect(run.problems.contains("No read is signed"))
        #expect(run.problems.contains("Wait for the first signature"))
    }
}
