import Foundation
import GRDB
import ReaderStudies

/// Adds events to the log and to the tables, inside the caller's transaction.
struct LogWriter {
    let db: Database
    let clock: any StoreClock

    func add(_ events: [StoreEvent], by actor: EventActor) throws -> EventReceipt {
        guard let first = events.first else {
            throw StoreError.invalid("there is none")
        }
        var receipt = try add(first, by: actor)
        for event in events.dropFirst() { receipt = try add(event, by: actor) }
        return receipt
    }

    func add(_ event: StoreEvent, by actor: EventActor) throws -> EventReceipt {
        try allow(event, by: actor)
        let moment = clock.now()
        let row = try insert(event, by: actor, at: moment)
        try Projector(db: db).apply(event, seq: row.seq, at: moment.utc)
        return EventReceipt(seq: row.seq, actorSeq: row.actorSeq)
    }

    private func insert(
        _ event: StoreEvent, by actor: EventActor, at moment: ClockReading
    ) throws -> EventRow {
        let log = LogReader(db: db)
        let last = try log.last()
        let body = try EventCoding.body(of: event)
        let salt = Self.randomSalt()
        var row = EventRow(
            seq: (last?.seq ?? 0) + 1, actor: actor.text,
            actorSeq: try log.lastActorSeq(actor.text) + 1, utc: moment.utc.text,
            boottimeMS: moment.boottimeMS, kind: event.kind.rawValue, canonical: Data(),
            bodyDigest: EventChain.bodyDigest(salt: salt, body: body),
            previous: last?.hash ?? EventChain.origin, hash: Data())
        row.canonical = row.expectedCanonical
        row.hash = EventChain.hash(
            previous: row.previous, canonical: row.canonical, bodyDigest: row.bodyDigest)
        try insert(row)
        try db.cachedStatement(sql: "INSERT INTO eventBody (seq, salt, body) VALUES (?, ?, ?)")
            .execute(arguments: [row.seq, salt, body])
        return row
    }

    private func insert(_ row: EventRow) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO event (seq, actor, actorSeq, utc, boottimeMS, kind, canonical,
                    bodyDigest, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                row.seq, row.actor, row.actorSeq, row.utc, row.boottimeMS, row.kind,
                row.canonical, row.bodyDigest, row.previous, row.hash,
            ])
    }

    /// A reader's event names no other reader, and only readers read.
    private func allow(_ event: StoreEvent, by actor: EventActor) throws(StoreError) {
        guard let reader = event.reader else {
            if case .reader = actor {
                throw .refused("Only the coordinator may do this.")
            }
            return
        }
        guard actor == .reader(reader) else {
            throw .refused("A read of reader \(reader) can be changed by this reader only.")
        }
    }

    private static func randomSalt() -> Data {
        var random = SystemRandomNumberGenerator()
        return Data(
            (0..<EventChain.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        )
    }
}

extension StoreEvent {
    /// The reader whose event this must be; `nil` for the coordinator's.
    var reader: ReaderID? {
        switch self {
        case .sessionStarted(let body): body.reader
        case .readOpened(let body): body.read.reader
        case .entryRecorded(let body): body.read.reader
        case .viewRecorded(let body): body.read.reader
        case .readLeft(let body): body.read.reader
        case .readSigned(let body): body.signed.read.reader
        case .amendmentOpened(let body): body.read.reader
        case .requestRefused(let body): body.reader
        default: nil
        }
    }
}
