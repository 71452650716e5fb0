import Foundation
import ReaderStudies
import Testing

@testable import Persistence

/// A look at a store while another program holds it.
@Suite struct StoreSnapshotTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { "\(folder.path)/store" }

    private var snapshot: StoreSnapshot { StoreSnapshot(folder: path, copies: folder.path) }

    /// What lies beside the store.
    private func others() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "store" }
    }

    /// The bytes of the store's files, by name.
    private func files() throws -> [String: Data] {
        let names = ["store.sqlite", "store.sqlite-wal"]
        return try names.reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: URL(filePath: "\(path)/\($1)"))
        }
    }

    @Test func `what a program that holds the store has written is seen, and nothing stays behind`()
        throws
    {
        let held = try Sample.signed(path)
        let written = try held.recordedReads()

        let seen = try snapshot.open()

        #expect(try seen.recordedReads() == written)
        #expect(written.contains { $0.signature != nil })
        #expect(try seen.verify().problem == nil)
        #expect(try seen.head() == held.head())
        #expect(try others().isEmpty)
        try seen.close()
    }

    @Test func `a look writes nothing, and tells by a mark whether anything was written`() throws {
        let held = try Sample.started(path)
        let before = try snapshot.mark()
        let bytes = try files()

        let seen = try snapshot.open()
        try seen.append(Sample.opened(), by: .reader("R1"))
        try seen.close()

        #expect(try files() == bytes)
        #expect(try snapshot.mark() == before)
        try held.append(Sample.opened(), by: .reader("R1"))
        #expect(try snapshot.mark() != before)
    }

    @Test func `a folder without a store, and a damaged one, are named and not the copy`() throws {
        let missing = #expect(throws: StoreError.self) { try snapshot.open() }
        #expect(missing == .noFolder(path))

        try Sample.started(path).close()
        let file = try #require(FileHandle(forUpdatingAtPath: "\(path)/store.sqlite"))
        try file.seek(toOffset: 40)
        try file.write(contentsOf: Data(repeating: 0xFF, count: 4096))
        try file.close()
        let damaged = #expect(throws: StoreError.self) { try snapshot.open() }
        #expect(damaged?.description.contains(path) == true)
        #expect(try others().isEmpty)
    }

    @Test func `looks at a store that is being written are whole`() throws {
        let held = try Sample.started(path)
        try held.append(Sample.opened(), by: .reader("R1"))
        let writer = Thread {
            for number in 0..<150 {
                let text = String(repeating: "x", count: 400) + "\(number)"
                _ = try? held.append(
                    Sample.entry(.answer(Sample.erosion, .value(.text(text)))), by: .reader("R1"))
            }
        }
        writer.start()
        var counts: [Int] = []
        while !writer.isFinished {
            let seen = try snapshot.open()
            #expect(seen.problem == nil)
            #expect(try seen.verify().problem == nil)
            counts.append(try seen.count(of: .reader("R1")))
            try seen.close()
        }

        #expect(counts == counts.sorted() && !counts.isEmpty)
        #expect(try held.verify().problem == nil)
    }
}
