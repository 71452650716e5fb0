import Foundation

/// A look at a store that another program may hold: its files as they were at one moment, copied and opened.
///
/// The store itself is only read, and nobody who wants to open it has to wait. The copy is for its owner only and
/// its names are gone as soon as it is open. A program that holds the store must not use it: whoever closes a file
/// gives up the locks that the same process has on it.
public struct StoreSnapshot: Sendable {
    /// How the files of a store looked: two equal marks tell that nothing was written between them.
    public struct Mark: Hashable, Sendable {
        fileprivate let database: FileMark
        fileprivate let log: FileMark?
        /// The write-ahead log begins with other bytes each time that it is begun anew.
        fileprivate let logHeader: [UInt8]
    }

    private let folder: String
    private let clock: any StoreClock
    /// Where the copy lies while it is opened.
    private let copies: String

    /// Looks at the store in `folder`; `copies` is the folder that the copy lies in while it is opened.
    public init(
        folder: String, clock: any StoreClock = SystemClock(),
        copies: String = FileManager.default.temporaryDirectory.path
    ) {
        self.folder = folder
        self.clock = clock
        self.copies = copies
    }

    /// How the store's files look now.
    ///
    /// - Throws: `StoreError` when there is no store.
    public func mark() throws(StoreError) -> Mark {
        let file = StoreFile(folder: folder)
        try file.demandStore()
        guard let database = FileMark(file.database) else {
            throw .notAStore(folder, because: "store.sqlite cannot be read")
        }
        return Mark(
            database: database, log: FileMark(file.log), logHeader: Self.beginning(of: file.log))
    }

    /// The store as it was at one moment; adding to it changes nothing but the copy.
    ///
    /// - Throws: `StoreError` when there is no store, it is damaged, or it changes faster than it can be copied.
    public func open() throws(StoreError) -> SQLiteStore {
        let copy = "\(copies)/readingroom-look-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: copy) }
        for _ in 0..<Self.attempts {
            let before = try mark()
            // A write in the same tick of the file system's clock as the one before would not be told by its time.
            if before.database.isFresh(within: Self.tick) { usleep(Self.pause) }
            try copyFiles(to: copy)
            let after = try mark()
            guard before.database == after.database, before.logHeader == after.logHeader else {
                usleep(Self.pause)
                continue
            }
            do { return try SQLiteStore.open(at: copy, clock: clock) } catch {
                throw error.telling(folder, copies)
            }
        }
        throw .inUse(folder)
    }

    private static let attempts = 10
    /// Seconds.
    private static let tick = 0.05
    /// Microseconds.
    private static let pause: UInt32 = 60_000

    private func copyFiles(to copy: String) throws(StoreError) {
        do {
            try? FileManager.default.removeItem(atPath: copy)
            try StoreFile(folder: folder).copy(to: copy)
        } catch { throw StoreError(error, folder: folder) }
    }

    private static func beginning(of path: String) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        return Array((try? handle.read(upToCount: 32)) ?? Data())
    }
}

/// What tells that a file was written.
private struct FileMark: Hashable, Sendable {
    let bytes: Int
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        bytes = Int(found.st_size)
        seconds = Int(found.st_mtim.tv_sec)
        nanoseconds = Int(found.st_mtim.tv_nsec)
    }

    func isFresh(within limit: Double) -> Bool {
        abs(Date().timeIntervalSince1970 - Double(seconds) - Double(nanoseconds) / 1e9) < limit
    }
}

extension StoreError {
    /// The same about the store in `folder`, where it was found in a copy of it.
    fileprivate func telling(_ folder: String, _ copies: String) -> Self {
        switch self {
        case .notAStore(_, let because): .notAStore(folder, because: because)
        case .newer: .newer(folder)
        case .damaged(_, let because): .damaged(folder, because: because)
        case .diskFull: .diskFull(copies)
        default: self
        }
    }
}
