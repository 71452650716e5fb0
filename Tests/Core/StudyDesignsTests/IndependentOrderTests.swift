import Foundation
import ReaderStudies
import StudyDesigns
import Testing

/// The rows beside those of a program that knows only the documentation's page on the reading order.
@Suite struct IndependentOrderTests {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("readingroom-independent-\(UUID().uuidString)")

    /// Three to five generated studies of each kind, first and with cases and readers that came later.
    @Test(arguments: DesignKind.allCases)
    func `another program draws the same rows of every design`(kind: DesignKind) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        var compared = 0
        for seed in 0..<UInt64(400) where compared < 6 {
            let made = GeneratedStudy.ofAnyDesign(seed: seed)
            guard made.study.design.kind == kind, made.cases.count < 150,
                let rows = try? OrderDrawing(study: made.study, cases: made.cases).rows()
            else { continue }
            try expectSame(rows, made, after: [], seed)

            var early = made.study
            early.readers = Array(early.readers.prefix(max(1, early.readers.count - 1)))
            let cases = Array(made.cases.prefix((made.cases.count + 1) / 2))
            guard let first = try? OrderDrawing(study: early, cases: cases).rows() else { continue }
            let drawing = try OrderDrawing(study: made.study, cases: made.cases)
            guard let added = try? drawing.rows(after: first) else { continue }
            try expectSame(added, made, after: first, seed)
            compared += 1
        }
        #expect(compared > 2)
    }

    @Test func `another program draws the same Williams squares`() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        for arms in 3...5 {
            var study = OrderDrawingTests.study(
                arms: ["A", "B", "C", "D", "E"].prefix(arms).map { ArmID($0) })
            study.design.square = .williams
            let made = GeneratedStudy(study: study, cases: OrderDrawingTests.cases(9))
            let rows = try OrderDrawing(study: study, cases: made.cases).rows()
            try expectSame(rows, made, after: [], UInt64(arms))
        }
    }

    private func expectSame(
        _ rows: [ReadingOrderRow], _ made: GeneratedStudy, after drawn: [ReadingOrderRow],
        _ seed: UInt64
    ) throws {
        let file = folder.appendingPathComponent("study.json")
        try JSONSerialization.data(withJSONObject: description(of: made, drawn)).write(to: file)
        let lines = rows.map { row in
            "\(row.position),\(row.session),\(row.participant),\(row.read.caseID),\(row.read.arm),"
                + "\(row.opensOnDay),\(row.read.occasion),\(row.step)"
        }
        let other = try independentLines(file)
        let place = zip(lines, other).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            lines == other,
            "seed \(seed): \(String(describing: place)), \(lines.count) and \(other.count) rows")
    }

    private func description(of made: GeneratedStudy, _ drawn: [ReadingOrderRow]) -> [String: Any] {
        let design = made.study.design
        var study: [String: Any] = [
            "seed": design.seed, "kind": design.kind.rawValue, "washoutDays": design.washoutDays,
            "casesPerSession": design.casesPerSession,
            "arms": made.study.arms.map(\.id.rawValue),
            "readers": made.study.readers.map(\.rawValue),
            "cases": made.cases.map { [$0.id.rawValue, $0.participant.rawValue] },
        ]
        study["square"] = design.square?.rawValue
        study["nest"] = design.nesting?.rawValue
        study["armBlocks"] = design.armBlocks
        study["serialLagDays"] = design.serialLagDays
        study["repeats"] = design.repeats.map { repeats -> [String: Any] in
            [
                "percent": repeats.percent, "lagDays": repeats.lagDays,
                "hidden": repeats.areHidden,
            ]
        }
        study["drawn"] = drawn.map { row -> [Any] in
            [
                row.read.reader.rawValue, row.position, row.session, row.participant.rawValue,
                row.read.caseID.rawValue, row.read.arm.rawValue, row.opensOnDay, row.read.occasion,
            ]
        }
        return study
    }

    private func independentLines(_ file: URL) throws -> [String] {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Offline/reading_order.py")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
