import Foundation
import GRDB
import ReaderStudies

extension StoreQueries {
    /// All versions of the protocol, in order, with the number of revisions signed under each.
    func protocolVersions() throws -> [ProtocolVersion] {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM protocolVersion ORDER BY version")
        return try zip(rows.indices, rows).map { place, row in
            let event: Int = row["event"]
            let next: Int? = rows.indices.contains(place + 1) ? rows[place + 1]["event"] : nil
            return ProtocolVersion(
                version: row["version"], since: UTCInstant(milliseconds: row["utcMS"]),
                event: event,
                digest: row["digest"], person: row["person"], reason: row["reason"],
                changes: try EventCoding.decode(
                    [String].self, Data((row["changes"] as String).utf8)),
                signatures: try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM signature WHERE event > ?1 AND (?2 IS NULL OR event < ?2)
                        """, arguments: [event, next]) ?? 0)
        }
    }
}

/// Since which event a version of the protocol is in force.
struct ProtocolStart {
    let version: Int
    let event: Int
}

extension StoreQueries {
    /// Since when each version of the protocol is in force, in order.
    func protocolStarts() throws -> [ProtocolStart] {
        try Row.fetchAll(db, sql: "SELECT version, event FROM protocolVersion ORDER BY version").map
        {
            ProtocolStart(version: $0["version"], event: $0["event"])
        }
    }
}

extension StudyProjector {
    /// Keeps a version of the protocol.
    func keep(
        version: Int, of files: StudyCreated, person: String = "", reason: String = "",
        changes: [String] = [], _ seq: Int, at utc: UTCInstant
    ) throws {
        try db.execute(
            sql: "INSERT INTO protocolVersion VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                version, utc.milliseconds, files.digest, person, reason,
                try EventCoding.json(changes), seq,
            ])
    }

    func amend(_ body: StudyAmended, _ seq: Int, at utc: UTCInstant) throws {
        let before = try demandStudy()
        guard body.protocolFiles.study.id == before.id else {
            throw StoreError.refused(
                "The store holds the study \(before.id), which keeps its name.")
        }
        let last = try Int.fetchOne(db, sql: "SELECT max(version) FROM protocolVersion") ?? 0
        guard body.version == last + 1 else {
            throw StoreError.refused("The next version of the protocol is \(last + 1).")
        }
        try db.execute(sql: "DELETE FROM study")
        try db.execute(sql: "DELETE FROM instrumentText")
        try create(body.protocolFiles, seq)
        try keep(
            version: body.version, of: body.protocolFiles, person: body.person,
            reason: body.reason, changes: body.changes, seq, at: utc)
    }
}
