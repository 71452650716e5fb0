import Foundation
import GRDB
import ReaderStudies
import Testing

@testable import Persistence

@Suite struct VerifyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Runs `sql` with the guards taken away and put back, as a forger with the file would.
    func forge(_ sql: String) throws {
        try Sample.signed(folder.path).close()
        let queue = try DatabaseQueue(path: "\(folder.path)/store.sqlite")
        try queue.writeWithoutTransaction { db in
            let triggers = try Row.fetchAll(
                db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for row in triggers { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
            try db.execute(sql: sql)
            for row in triggers { try db.execute(sql: row["sql"]) }
        }
        try queue.close()
    }

    @Test(arguments: [
        ("UPDATE event SET actor = 'reader:R2' WHERE seq = 3", 3),
        ("UPDATE event SET utc = '2026-06-01T08:00:00.000Z' WHERE seq = 5", 5),
        ("UPDATE event SET boottimeMS = boottimeMS + 1 WHERE seq = 4", 4),
        ("UPDATE event SET kind = 'case.imported' WHERE seq = 4", 4),
        ("UPDATE event SET canonical = x'00' WHERE seq = 9", 9),
        ("UPDATE event SET bodyDigest = zeroblob(32) WHERE seq = 8", 8),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 7", 7),
        ("UPDATE event SET previous = zeroblob(32) WHERE seq = 6", 6),
        ("UPDATE eventBody SET body = CAST(replace(body, 'C01', 'C02') AS BLOB) WHERE seq = 8", 8),
        ("UPDATE eventBody SET salt = zeroblob(16) WHERE seq = 2", 2),
        ("DELETE FROM eventBody WHERE seq = 10", 10),
        ("DELETE FROM event WHERE seq = 5; DELETE FROM eventBody WHERE seq = 5", 5),
        ("INSERT INTO eventBody VALUES (77, zeroblob(16), x'00')", 77),
    ])
    func `the first wrong event is named and the store opens for reading only`(
        forgery: String, event: Int
    ) throws {
        try forge(forgery)

        let store = try SQLiteStore.open(at: folder.path)
        let found = try store.verify()

        #expect(found.problem?.eventNumber == event)
        #expect(store.problem?.eventNumber == event)
        let refusal = #expect(throws: StoreError.self) {
            try store.append(.caseImported(StudyCase(id: "C09")), by: .coordinator)
        }
        #expect(refusal?.description.contains("Event \(event)") == true)
        #expect(try store.study()?.study.id == "mini-study")
    }

    @Test(arguments: [
        ("UPDATE answer SET value = replace(value, '\"1\"', '\"0\"')", "answer"),
        ("DELETE FROM signature", "signature"),
        ("UPDATE readingOrder SET session = 9 WHERE position = 3", "readingOrder"),
        ("UPDATE series SET state = 'waiting'", "series"),
        ("UPDATE exposure SET day = day - 30", "exposure"),
    ])
    func `a table that does not follow from the log is named`(
        forgery: String, table: String
    ) throws {
        try forge(forgery)

        let found = try SQLiteStore.open(at: folder.path).verify()

        #expect(found.problem == .file("The table \(table) does not follow from the events."))
    }

    @Test func `a byte flipped in any part of an event names that event`() throws {
        let store = try Sample.signed(folder.path)
        let events = try store.verify().events
        let records = try store.run { queue in try queue.read(StoredRecord.all) }
        try store.close()
        let file = URL(filePath: "\(folder.path)/store.sqlite")
        let whole = try Data(contentsOf: file)

        for record in records {
            for offset in try #require(record.offsets(in: whole)) {
                var changed = whole
                changed[offset] ^= 0x01
                try changed.write(to: file)
                #expect(try problem() == record.seq, "byte \(offset) of event \(record.seq)")
            }
        }

        #expect(records.map(\.seq).sorted() == (1...events).flatMap { [$0, $0] })
        try whole.write(to: file)
        #expect(try problem() == nil)
    }

    /// The number of the first wrong event; -1 for another problem; `nil` when all is well.
    private func problem() throws -> Int? {
        do {
            let store = try SQLiteStore.open(at: folder.path)
            defer { try? store.close() }
            return try store.verify().problem.map { $0.eventNumber ?? -1 }
        } catch {
            return -1
        }
    }

    @Test func `a byte flipped in any page of the file never passes for another content`() throws {
        let original = try Sample.signed(folder.path)
        let wanted = try original.recordedReads()
        try original.close()
        let file = URL(filePath: "\(folder.path)/store.sqlite")
        let whole = try Data(contentsOf: file)
        var random = SystemRandomNumberGenerator()

        for page in 0..<(whole.count / 4096) {
            var changed = whole
            changed[page * 4096 + Int.random(in: 0..<4096, using: &random)] ^= 0x10
            try changed.write(to: file)
            guard let store = try? SQLiteStore.open(at: folder.path) else { continue }
            let found = try? store.verify()
            if let found, found.problem == nil { #expect(try store.recordedReads() == wanted) }
            try store.close()
        }
    }

    @Test func `a program of its own finds the same head and the same wrong event`() throws {
        let store = try Sample.signed(folder.path)
        let found = try store.verify()
        try store.close()
        let python = URL(filePath: "/usr/bin/env")
        let script = ChildProcess.offlineVerifier

        let whole = try ChildProcess.run(python, ["python3", script, folder.path])
        #expect(whole.output == "\(found.events) \(found.head)\n")
        #expect(whole.status == 0)

        let other = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: other.path)
        try FileManager.default.copyItem(atPath: folder.path, toPath: other.path)
        try Outside.execute(
            "DROP TRIGGER bodyIsNeverChanged; UPDATE eventBody SET body = x'00' WHERE seq = 9",
            in: other.path)
        let forged = try ChildProcess.run(python, ["python3", script, other.path])
        #expect(forged.output == "event 9\n")
        #expect(forged.status == 1)
    }

    @Test func `an inspection of a copy finds the same`() throws {
        let store = try Sample.signed(folder.path)
        let found = try store.verify()
        try store.close()

        #expect(try StoreInspection(folder: folder.path).verify() == found)
    }
}

/// The parts of a row of the log as they stand one after another in the file.
struct StoredRecord {
    let seq: Int
    let parts: [Data]

    /// Two records an event: canonical bytes, digest, previous hash and hash; salt and body.
    static func all(_ db: Database) throws -> [StoredRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM event JOIN eventBody USING (seq)").flatMap { row in
            [["canonical", "bodyDigest", "previous", "hash"], ["salt", "body"]].map { columns in
                StoredRecord(seq: row["seq"], parts: columns.map { row[$0] })
            }
        }
    }

    /// First, middle and last byte of each part; `nil` when the record does not stand in one piece.
    func offsets(in file: Data) -> [Int]? {
        guard let place = file.range(of: parts.reduce(Data(), +)) else { return nil }
        var offsets: Set<Int> = []
        var start = place.lowerBound
        for part in parts {
            offsets.formUnion([start, start + part.count / 2, start + part.count - 1])
            start += part.count
        }
        return offsets.sorted()
    }
}
