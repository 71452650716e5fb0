import CUnix
import Foundation
import GRDB

/// The files of a store.
struct StoreFile {
    private static let name = "store.sqlite"
    /// How the name of a database begins that is being made, or was when the program was killed.
    private static let unfinished = "store.sqlite.new-"

    let folder: String
    private var name = Self.name

    init(folder: String) { self.folder = folder }

    var database: String { "\(folder)/\(name)" }

    /// What was written and is not in the database's file yet.
    var log: String { "\(database)-wal" }

    /// The same store under a name that nothing else has, while it is made.
    var draft: StoreFile {
        var draft = self
        draft.name = Self.unfinished + UUID().uuidString
        return draft
    }

    /// Refuses a folder with something in it; what the making of a store left that was killed is removed.
    func demandEmptyFolder() throws(StoreError) {
        let files = FileManager.default
        let present = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        let frames = SQLiteStore.framesFolder(of: folder)
        let left = present.filter { $0.hasPrefix(Self.unfinished) }
        let others = present.filter { !left.contains($0) && "\(folder)/\($0)" != frames }
        let cached = (try? files.contentsOfDirectory(atPath: frames)) ?? []
        guard others.isEmpty, cached.isEmpty else { throw .folderInUse(folder) }
        for name in left { try? files.removeItem(atPath: "\(folder)/\(name)") }
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

    /// Gives the finished database of `draft`, which nobody has open, the store's name.
    func take(_ draft: StoreFile) throws(StoreError) {
        guard !FileManager.default.fileExists(atPath: draft.log) else {
            throw .cannotWrite(folder, because: "not all of store.sqlite could be written")
        }
        switch cunix_rename_new(folder, draft.name, name) {
        case 0: return
        case EEXIST, ENOENT: throw .folderInUse(folder)
        case let code: throw .cannotWrite(folder, because: String(cString: strerror(code)))
        }
    }

    /// Removes everything that the making of a store can have left.
    func removeDraft() {
        for path in [database, log, "\(database)-journal"] {
            try? FileManager.default.removeItem(atPath: path)
        }
        rmdir(SQLiteStore.framesFolder(of: folder))
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
