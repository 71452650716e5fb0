import Foundation
import GRDB

/// The files of a store.
struct StoreFile {
    let folder: String

    var database: String { "\(folder)/store.sqlite" }

    /// What was written and is not in the database's file yet.
    var log: String { "\(database)-wal" }

    func demandEmptyFolder() throws(StoreError) {
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard present.isEmpty else { throw .folderInUse(folder) }
    }

    /// Makes the folder and that of the frames, for their owner only.
    func makeFolders() throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: SQLiteStore.framesFolder(of: folder), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(error, folder: folder)
        }
    }

    /// Removes everything that the making of a store can have left.
    func removeAll() {
        for path in [
            database, log, "\(database)-journal",
            SQLiteStore.framesFolder(of: folder),
        ] { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Copies both files into a new folder that only its owner may enter.
    func copy(to copy: String) throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: copy, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let twin = StoreFile(folder: copy)
        try files.copyItem(atPath: database, toPath: twin.database)
        if files.fileExists(atPath: log) { try files.copyItem(atPath: log, toPath: twin.log) }
    }

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
