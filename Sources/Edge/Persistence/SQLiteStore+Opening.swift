import Foundation
import GRDB

extension SQLiteStore {
    /// Makes a store in a new or empty folder, with its first events; leaves nothing behind when it fails.
    ///
    /// The store has its name only when it is whole: what a killed program leaves stands in nobody's way.
    ///
    /// - Throws: `StoreError.folderInUse` when something is there.
    public static func create(
        at folder: String, clock: any StoreClock = SystemClock(),
        beginningWith events: [StoreEvent] = []
    ) throws(StoreError) -> SQLiteStore {
        let file = StoreFile(folder: folder)
        try file.demandEmptyFolder()
        let draft = file.draft
        do {
            try file.makeFolders()
            let store = try open(draft, clock: clock)
            if !events.isEmpty { try store.append(events, by: .coordinator) }
            try store.close()
            try file.take(draft)
        } catch {
            draft.removeDraft()
            throw error
        }
        return try open(file, clock: clock)
    }

    /// Opens the store in `folder` and checks its chain; a broken chain opens for reading only.
    public static func open(
        at folder: String, clock: any StoreClock = SystemClock()
    ) throws(StoreError) -> SQLiteStore {
        let file = StoreFile(folder: folder)
        try file.demandStore()
        guard FileManager.default.isWritableFile(atPath: folder) else { throw .readOnly(folder) }
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
        let hasAllTables = try queue.read(schema.hasCompletedMigrations)
        try schema.migrate(queue)
        try queue.writeWithoutTransaction { try StoreConnection.seal($0) }
        let problem = try queue.read { try Verifier(db: $0).chain().problem }
        // Tables that a newer program added follow from the log of an older one.
        if !hasAllTables, problem == nil {
            try queue.write { try Projector(db: $0).rebuild(from: $0) }
        }
        return SQLiteStore(folder: file.folder, queue: queue, clock: clock, problem: problem)
    }
}
