import Foundation
import GRDB
import ReaderStudies
import Testing

@testable import Persistence

@Suite struct BadStoreTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The sentence with which a folder is refused.
    func refusal(_ path: String? = nil) -> String {
        do {
            _ = try SQLiteStore.open(at: path ?? folder.path)
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `what is no store is refused with what it is`() throws {
        let file = "\(folder.path)/store.sqlite"

        #expect(refusal("\(folder.path)/none").contains("does not exist"))
        #expect(refusal().contains("it has no store.sqlite"))
        try Data("hello".utf8).write(to: URL(filePath: file))
        #expect(refusal().contains("store.sqlite is not a database"))
        #expect(refusal(file).contains("it is a file, not a folder"))
        try FileManager.default.removeItem(atPath: file)
        try Outside.execute("CREATE TABLE note (text TEXT)", in: folder.path)
        #expect(refusal().contains("another program made store.sqlite"))
        #expect(throws: StoreError.folderInUse(folder.path)) {
            _ = try SQLiteStore.create(at: folder.path)
        }
    }

    @Test func `a store that cannot be made leaves nothing behind`() throws {
        #expect(throws: StoreError.self) {
            _ = try SQLiteStore.create(
                at: folder.path,
                beginningWith: [.studyCreated(Sample.created), .studyCreated(Sample.created)])
        }

        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        try Sample.started(folder.path).close()
    }

    @Test func `what a killed program left of a store stands in nobody's way`() throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: "\(folder.path)/frames", withIntermediateDirectories: false)
        for name in ["store.sqlite.new-1", "store.sqlite.new-1-wal", "store.sqlite.new-2-journal"] {
            try Data("half".utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
        }

        try Sample.started(folder.path).close()

        #expect(
            try files.contentsOfDirectory(atPath: folder.path).sorted() == [
                "frames", "store.sqlite",
            ])
    }

    @Test func `a store is not made over one that came meanwhile`() throws {
        let file = StoreFile(folder: folder.path)
        let draft = file.draft
        try file.makeFolders()
        try Data("theirs".utf8).write(to: URL(filePath: file.database))
        try Data("ours".utf8).write(to: URL(filePath: draft.database))

        #expect(throws: StoreError.folderInUse(folder.path)) { try file.take(draft) }
        draft.removeDraft()

        #expect(try String(contentsOfFile: file.database, encoding: .utf8) == "theirs")
        try FileManager.default.removeItem(atPath: file.database)
        #expect(throws: StoreError.folderInUse(folder.path)) { try file.take(draft) }
    }

    @Test func `frames without a store are somebody's`() throws {
        try StoreFile(folder: folder.path).makeFolders()
        try Data().write(to: URL(filePath: "\(folder.path)/frames/a"))

        #expect(throws: StoreError.folderInUse(folder.path)) {
            _ = try SQLiteStore.create(at: folder.path)
        }
    }

    @Test func `a store of a newer program is refused`() throws {
        try Sample.started(folder.path).close()
        try Outside.execute(
            "INSERT INTO grdb_migrations VALUES ('99 of tomorrow')", in: folder.path)

        #expect(refusal().contains("made by a newer ReadingRoom"))
    }

    @Test func `a file that was cut off is refused or named damaged`() throws {
        try Sample.signed(folder.path).close()
        let file = URL(filePath: "\(folder.path)/store.sqlite")
        let whole = try Data(contentsOf: file)

        for length in [100, 4096, whole.count / 2] {
            try whole.prefix(length).write(to: file)
            let store = try? SQLiteStore.open(at: folder.path)
            let problem = try? store?.verify().problem
            #expect(store == nil || problem != nil, "\(length) bytes passed")
            try? store?.close()
        }
    }

    @Test func `a full disk refuses the event, keeps the rest and says so`() throws {
        let store = try Sample.started(folder.path)
        try store.append(Sample.opened(), by: .reader("R1"))
        try store.run { queue in
            try queue.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
            }
        }
        let long = String(repeating: "x", count: 20_000)
        let entry = Sample.entry(.answer(Sample.erosion, .value(.text(long))))

        let before = try store.verify()
        #expect(throws: StoreError.diskFull(folder.path)) {
            try store.append(entry, by: .reader("R1"))
        }
        #expect(try store.verify() == before)
        #expect(StoreError.diskFull("x").cause == "the disk is full")

        try store.append(
            Sample.entry(.answer(Sample.erosion, .value(.code("1")))), by: .reader("R1"))
        #expect(try store.verify().events == before.events + 1)
    }

    @Test func `a disk that refuses to write ends in a sentence and loses nothing that was saved`()
        throws
    {
        try Sample.started(folder.path).close()
        let writer = ChildProcess.built("StoreWriter").path
        let command = "ulimit -f 1200 && exec \"$0\" \"$@\""

        let run = try ChildProcess.run(
            URL(filePath: "/bin/sh"), ["-c", command, writer, folder.path, "R1", "C01", "T1w"])
        let lines = run.output.split(separator: "\n")
        let acknowledged = lines.dropLast().compactMap { Int($0) }.max() ?? 0
        let found = try SQLiteStore.open(at: folder.path).verify()

        #expect(run.status == 3)
        #expect(lines.last?.contains("cannot be written") == true, "\(lines.last ?? "")")
        #expect(acknowledged > 7)
        #expect(found.problem == nil)
        #expect(found.events >= acknowledged)
    }

    @Test func `errors of the disk have sentences of their own`() {
        let readOnly = StoreError(
            DatabaseError(resultCode: .SQLITE_READONLY), folder: folder.path)

        #expect(readOnly.description.contains("read-only"))
        #expect(readOnly.cause == "the disk is read-only")
        #expect(StoreError.cannotWrite("x", because: "y").cause == "the disk refuses to write")
    }
}
