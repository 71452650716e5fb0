import Foundation
import GRDB
import ReaderStudies

/// Removes the body of an event and makes the tables again without it.
struct RedactionWriter {
    let db: Database
    let clock: any StoreClock

    func redact(_ seq: Int, reason: String, by actor: EventActor) throws -> EventReceipt {
        let remains = try Redaction.remains(of: try event(seq), seq: seq)
        let text = String(decoding: try EventCoding.body(of: remains), as: UTF8.self)
        let receipt = try LogWriter(db: db, clock: clock).add(
            [.bodyRedacted(BodyRedacted(event: seq, reason: reason, remains: text))], by: actor)
        try db.execute(sql: "DELETE FROM eventBody WHERE seq = ?", arguments: [seq])
        try Projector(db: db).rebuild(from: db)
        return receipt
    }

    private func event(_ seq: Int) throws -> StoreEvent {
        let log = LogReader(db: db)
        guard
            let kind = try String.fetchOne(
                db, sql: "SELECT kind FROM event WHERE seq = ?", arguments: [seq])
        else { throw StoreError.refused("The store has no event \(seq).") }
        guard try log.body(of: seq) != nil else {
            throw StoreError.refused("The body of event \(seq) was removed before.")
        }
        return try log.event(seq, kind: kind, remains: [:])
    }
}
