import Foundation
import GRDB
import ReaderStudies
import Testing

@testable import Persistence

@Suite struct AppendOnlyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        "UPDATE event SET actor = 'reader:R2' WHERE seq = 1",
        "UPDATE event SET seq = seq + 100",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "REPLACE INTO event SELECT seq, 'coordinator', 99, utc, boottimeMS, kind, canonical, "
            + "bodyDigest, previous, hash FROM event WHERE seq = 2",
        "INSERT INTO event SELECT * FROM event WHERE seq = 2 "
            + "ON CONFLICT DO UPDATE SET kind = 'forged'",
        "INSERT OR IGNORE INTO event SELECT seq + 50, actor, actorSeq + 50, utc, boottimeMS, kind, "
            + "canonical, bodyDigest, previous, hash FROM event WHERE seq = 2",
        "INSERT INTO event SELECT max(seq) + 1, 'coordinator', 99, utc, boottimeMS, kind, canonical, "
            + "bodyDigest, zeroblob(32), hash FROM event",
        "UPDATE eventBody SET body = x'00' WHERE seq = 2",
        "DELETE FROM eventBody WHERE seq = 2",
        "INSERT OR REPLACE INTO eventBody VALUES (2, zeroblob(16), x'00')",
        "INSERT OR REPLACE INTO eventBody SELECT seq, salt, x'00' FROM eventBody "
            + "WHERE seq = (SELECT max(seq) FROM event)",
        "DROP TRIGGER eventIsNeverChanged",
        "DROP TABLE event",
        "ALTER TABLE event RENAME TO old",
        "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END",
        "CREATE TEMP TRIGGER t BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END",
        "ATTACH DATABASE ':memory:' AS other",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'event'",
    ])
    func `nothing in the log can be changed`(attempt: String) throws {
        let store = try Sample.signed(folder.path)
        let before = try store.verify()

        #expect(throws: (any Error).self) {
            try store.run { queue in
                try queue.writeWithoutTransaction { try $0.execute(sql: attempt) }
            }
        }

        #expect(try store.verify() == before)
        #expect(before.problem == nil)
    }

    @Test func `a refusal says which rule of the log it met`() throws {
        let store = try Sample.signed(folder.path)
        let attempt = """
            INSERT OR REPLACE INTO eventBody
            SELECT seq, salt, x'00' FROM eventBody WHERE seq = (SELECT max(seq) FROM event)
            """

        let error = #expect(throws: StoreError.self) {
            try store.run { queue in try queue.write { try $0.execute(sql: attempt) } }
        }

        #expect(error?.description.contains("a body comes with its event") == true)
    }

    @Test func `a rule that another program dropped is found at the next opening`() throws {
        try Sample.signed(folder.path).close()
        try Outside.execute("DROP TRIGGER eventIsNeverRemoved", in: folder.path)

        let store = try SQLiteStore.open(at: folder.path)

        #expect(store.problem?.description.contains("eventIsNeverRemoved") == true)
        #expect(throws: StoreError.self) {
            try store.append(.caseImported(StudyCase(id: "C09")), by: .coordinator)
        }
        #expect(try store.cases().count == 2)
    }
}

/// Another program at the store's file, with none of our rules on its connection.
enum Outside {
    static func execute(_ sql: String, in folder: String) throws {
        let queue = try DatabaseQueue(path: "\(folder)/store.sqlite")
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF")
            try db.execute(sql: sql)
        }
        try queue.close()
    }
}
