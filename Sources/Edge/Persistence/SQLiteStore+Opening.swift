import CUnix
import Foundation
import GRDB

extension SQLiteStore {
    /// Makes a store in a new or empty folder.
    ///
    /// - Throws: `StoreError.folderInUse` when something is there.
    public static func create(
        at folder: String, clock: any StoreClock = SystemClock()
    ) throws(StoreError) -> SQLiteStore {
        let files = FileManager.default
        let present = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        guard present.isEmpty else { throw .folderInUse(folder) }
        do {
            try files.createDirectory(
                atPath: framesFolder(of: folder), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(error, folder: folder)
        }
        return try open(StoreFile(folder: folder), clock: clock)
    }

    /// Opens the store in `folder` and checks its chain; a broken chain opens for reading only.
    public static func open(
        at folder: String, clock: any StoreClock = SystemClock()
    ) throws(StoreError) -> SQLiteStore {
        let file = StoreFile(folder: folder)
        try file.demandStore()
        return try open(file, clock: clock)
    }

    private static func open(
        _ file: StoreFile, clock: any StoreClock
    ) throws(StoreError) -> SQLiteStore {
        do {
            let queue = try DatabaseQueue(
                path: file.database, configuration: StoreConnection.configuration)
            return try open(file, queue, clock)
        } catch {
            throw StoreError(error, folder: file.folder)
        }
    }

    private static func open(
        _ file: StoreFile, _ queue: DatabaseQueue, _ clock: any StoreClock
    ) throws -> SQLiteStore {
        try queue.read { try file.demandOurs($0) }
        let schema = StoreSchema.migrator
        guard try !queue.read(schema.hasBeenSuperseded) else {
            throw StoreError.newer(file.folder)
        }
        try schema.migrate(queue)
        try queue.writeWithoutTransaction { try StoreConnection.seal($0) }
        let problem = try queue.read { try Verifier(db: $0).chain().problem }
        return SQLiteStore(folder: file.folder, queue: queue, clock: clock, problem: problem)
    }
}

/// The files of a store.
struct StoreFile {
    let folder: String

    var database: String { "\(folder)/store.sqlite" }

    func demandStore() throws(StoreError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw .noFolder(folder)
        }
        guard isFolder.boolValue else {
            throw .notAStore(folder, because: "it is a file, not a folder")
        }
        guard let handle = FileHandle(forReadingAtPath: database) else {
            let present = FileManager.default.fileExists(atPath: database)
            throw .notAStore(
                folder,
                because: present ? "store.sqlite cannot be read" : "it has no store.sqlite")
        }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: 16)) ?? Data()
        guard start == Data("SQLite format 3\0".utf8) else {
            throw .notAStore(folder, because: "store.sqlite is not a database")
        }
    }

    /// Refuses a database that another program made.
    func demandOurs(_ db: Database) throws {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard tables == 0 || id == StoreSchema.applicationID else {
            throw StoreError.notAStore(folder, because: "another program made store.sqlite")
        }
    }
}
