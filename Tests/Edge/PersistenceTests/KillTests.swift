import Foundation
import ReaderStudies
import Testing

@testable import Persistence

@Suite(.serialized) struct KillTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// How often the writer is killed; more with `READINGROOM_KILLS`.
    static var kills: Int {
        ProcessInfo.processInfo.environment["READINGROOM_KILLS"].flatMap { Int($0) } ?? 5
    }

    @Test func `no acknowledged event is lost when the program is killed at any moment`() throws {
        try Sample.started(folder.path).close()
        let writer = ChildProcess.built("StoreWriter")
        var acknowledged = 0

        for _ in 0..<Self.kills {
            let lines = try ChildProcess.kill(
                writer, [folder.path, "R1", "C01", "T1w"], after: Int.random(in: 60...600))
            let last = lines.last.flatMap { Int($0) } ?? acknowledged
            let store = try SQLiteStore.open(at: folder.path)
            let found = try store.verify()
            try store.close()

            #expect(found.problem == nil)
            #expect(found.events >= last)
            #expect(found.events <= last + 1 || lines.isEmpty)
            acknowledged = max(acknowledged, last)
        }

        #expect(acknowledged > 6, "the writer saved nothing before it was killed")
    }

    @Test func `a resumed read holds the last acknowledged answer`() throws {
        try Sample.started(folder.path).close()

        let lines = try ChildProcess.kill(
            ChildProcess.built("StoreWriter"), [folder.path, "R1", "C01", "T1w"], after: 1500)
        let store = try SQLiteStore.open(at: folder.path)
        let read = try #require(try store.reads(of: "R1").first)
        let values = read.sheet.answers.values.compactMap { answer -> Int? in
            if case .value(.integer(let value)) = answer { value } else { nil }
        }

        #expect(read.state == .draft)
        // The first line is the opening; each further one an answer with the next value.
        #expect((values.max() ?? 0) >= lines.count - 1)
        #expect(lines.count > 1)
    }

    @Test func `a store whose making was killed is whole or can be made again`() throws {
        let writer = ChildProcess.built("StoreWriter")
        for kill in 0..<(4 * Self.kills) {
            let path = "\(folder.path)/\(kill)"

            _ = try ChildProcess.kill(writer, [path], after: Int.random(in: 0...60))
            let isMade = FileManager.default.fileExists(atPath: "\(path)/store.sqlite")
            let store = try isMade ? SQLiteStore.open(at: path) : SQLiteStore.create(at: path)

            #expect(try store.verify().problem == nil)
            try store.close()
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
                    "frames", "store.sqlite",
                ])
        }
    }
}
