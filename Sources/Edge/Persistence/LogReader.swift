import Foundation
import GRDB
import ReaderStudies

/// Reads rows of the log.
struct LogReader {
    let db: Database

    func last() throws -> EventRow? {
        try db.cachedStatement(sql: "SELECT * FROM event ORDER BY seq DESC LIMIT 1")
            .row().map(EventRow.init)
    }

    func lastActorSeq(_ actor: String) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(actorSeq) FROM event WHERE actor = ?"),
            arguments: [actor]) ?? 0
    }

    func body(of seq: Int) throws -> (salt: Data, body: Data)? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT salt, body FROM eventBody WHERE seq = ?"),
            arguments: [seq])
        return row.map { ($0["salt"], $0["body"]) }
    }

    /// The event as kept: its body, or what a redaction left of it.
    func event(_ seq: Int, kind: String, remains: [Int: String]) throws -> StoreEvent {
        guard let kind = EventKind(rawValue: kind) else {
            throw StoreError.invalid("its kind \(kind) is unknown")
        }
        if let left = remains[seq] {
            return try EventCoding.event(kind: kind, body: Data(left.utf8))
        }
        guard let kept = try body(of: seq) else {
            throw StoreError.invalid("the body of event \(seq) is missing")
        }
        return try EventCoding.event(kind: kind, body: kept.body)
    }

    /// What redactions left, by the event that was redacted.
    func remains() throws -> [Int: String] {
        let bodies = try Data.fetchAll(
            db,
            sql: """
                SELECT body FROM event JOIN eventBody USING (seq) WHERE kind = ? ORDER BY seq
                """,
            arguments: [EventKind.bodyRedacted.rawValue])
        var remains: [Int: String] = [:]
        for body in bodies {
            let redacted = try EventCoding.decode(BodyRedacted.self, body)
            remains[redacted.event] = redacted.remains
        }
        return remains
    }
}

extension Statement {
    fileprivate func row() throws -> Row? { try Row.fetchOne(self) }
}

extension EventRow {
    init(_ row: Row) {
        self.init(
            seq: row["seq"], actor: row["actor"], actorSeq: row["actorSeq"], utc: row["utc"],
            boottimeMS: row["boottimeMS"], kind: row["kind"], canonical: row["canonical"],
            bodyDigest: row["bodyDigest"], previous: row["previous"], hash: row["hash"])
    }
}
