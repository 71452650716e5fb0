import CUnix
import Crypto
import Foundation
import GRDB

/// One pass over the log, event by event, without a copy of any column: a store is checked each time it is opened.
struct ChainWalk {
    var events = 0
    /// The hash of the last event that was right.
    var head = EventChain.origin
    /// Events whose body is not there.
    var missing: [Int] = []
    var problem: Verification.Problem?
    private var redacted: Set<Int> = []
    private var canonical = Netstrings()
    private let redaction = Array(EventKind.bodyRedacted.rawValue.utf8)

    mutating func run(_ db: Database) throws {
        let log = try LogCursor(db)
        while let row = try log.next() {
            if let wrong = check(row) {
                problem = .event(events + 1, wrong)
                return
            }
        }
        try checkStrays(db)
    }

    /// What is wrong with `row`, which must be the next event; its columns hold only while this runs.
    private mutating func check(_ row: cunix_log_row) -> String? {
        if row.seq != events + 1 { return "it is missing; the next one is \(row.seq)." }
        if !isCanonical(row) { return "its columns were changed." }
        let isNext = head.withUnsafeBytes { $0 == row.previous.buffer }
        if !isNext { return "it does not follow the event before it." }
        let hash = Self.sha256(row.previous, row.canonical, row.body_digest)
        if hash != row.hash.buffer { return "its hash does not fit its content." }
        if row.has_body != 0 {
            guard Self.sha256(row.salt, row.body) == row.body_digest.buffer else {
                return "its body was changed."
            }
            note(row)
        } else {
            missing.append(Int(row.seq))
        }
        events = Int(row.seq)
        // The same 32 bytes again and again, not new ones for each event.
        head.withUnsafeMutableBytes { $0.copyMemory(from: row.hash.buffer) }
        return nil
    }

    private mutating func isCanonical(_ row: cunix_log_row) -> Bool {
        canonical.start(Int(row.seq))
        canonical.append(row.actor.buffer)
        canonical.append(Int(row.actor_seq))
        canonical.append(row.utc.buffer)
        canonical.append(Int(row.boottime_ms))
        canonical.append(row.kind.buffer)
        return canonical.bytes.withUnsafeBytes { $0 == row.canonical.buffer }
    }

    private static func sha256(_ parts: cunix_bytes...) -> SHA256Digest {
        var hasher = SHA256()
        for part in parts { hasher.update(bufferPointer: part.buffer) }
        return hasher.finalize()
    }

    private mutating func note(_ row: cunix_log_row) {
        guard redaction.elementsEqual(row.kind.buffer),
            let removed = try? EventCoding.decode(BodyRedacted.self, Data(row.body.buffer))
        else { return }
        redacted.insert(removed.event)
    }

    /// A body may be missing only together with its redaction, and none may lie beside the log.
    private mutating func checkStrays(_ db: Database) throws {
        if let lost = missing.first(where: { !redacted.contains($0) }) {
            problem = .event(lost, "its body is missing and no redaction says why.")
            return
        }
        let stray = try Int.fetchOne(
            db, sql: "SELECT seq FROM eventBody WHERE seq NOT IN (SELECT seq FROM event) LIMIT 1")
        if let stray { problem = .event(stray, "a body lies beside the log.") }
    }
}

/// Rows of the log as SQLite holds them.
private final class LogCursor {
    private let connection: UnsafeMutableRawPointer
    private var log: UnsafeMutableRawPointer?

    init(_ db: Database) throws {
        guard let connection = db.sqliteConnection else {
            throw StoreError.invalid("the store is closed")
        }
        self.connection = UnsafeMutableRawPointer(connection)
        try demand(cunix_log_open(self.connection, &log))
    }

    deinit { cunix_log_close(log) }

    /// The next row; its columns hold until the one after it is asked for.
    func next() throws -> cunix_log_row? {
        var row = cunix_log_row()
        let code = cunix_log_next(log, &row)
        if code < 0 { try demand(-code) }
        return code == 1 ? row : nil
    }

    private func demand(_ code: Int32) throws {
        guard code != 0 else { return }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: cunix_sqlite_problem(connection)))
    }
}

extension cunix_bytes {
    fileprivate var buffer: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes, count: length)
    }
}

extension UnsafeRawBufferPointer {
    fileprivate static func == (one: Self, other: Self) -> Bool {
        guard one.count == other.count, let first = one.baseAddress,
            let second = other.baseAddress
        else { return one.isEmpty && other.isEmpty }
        return memcmp(first, second, one.count) == 0
    }
}

extension SHA256Digest {
    fileprivate static func == (digest: SHA256Digest, bytes: UnsafeRawBufferPointer) -> Bool {
        digest.withUnsafeBytes { $0 == bytes }
    }

    fileprivate static func != (digest: SHA256Digest, bytes: UnsafeRawBufferPointer) -> Bool {
        !(digest == bytes)
    }
}
