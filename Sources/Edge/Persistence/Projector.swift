import GRDB
import ReaderStudies

/// Keeps the tables that follow from the log; refuses what contradicts them.
struct Projector {
    let db: Database

    func apply(_ event: StoreEvent, seq: Int, at utc: UTCInstant) throws {
        let conduct = ConductProjector(db: db)
        try conduct.demandUnlocked(for: event)
        try conduct.note(utc, isRight: event.kind == .clockAccepted)
        switch event {
        case .studyCreated(let body):
            try StudyProjector(db: db).create(body, seq)
            try StudyProjector(db: db).keep(version: 1, of: body, seq, at: utc)
        case .studyAmended(let body): try StudyProjector(db: db).amend(body, seq, at: utc)
        case .caseImported(let body): try StudyProjector(db: db).add(body, seq)
        case .seriesImported(let body): try StudyProjector(db: db).add(body, seq)
        case .clinicalImported(let body): try StudyProjector(db: db).take(body, seq)
        case .seriesApproved(let body): try StudyProjector(db: db).approve(body.token)
        case .orderDrawn(let body): try StudyProjector(db: db).draw(body, seq, day: utc.day)
        case .sessionStarted(let body): try StudyProjector(db: db).demand(reader: body.reader)
        case .readOpened(let body): try ReadProjector(db: db).open(body, seq, day: utc.day)
        case .entryRecorded(let body): try ReadProjector(db: db).enter(body, seq)
        case .viewRecorded(let body): try ReadProjector(db: db).look(body, seq, day: utc.day)
        case .readLeft(let body): _ = try ReadProjector(db: db).demandDraft(body.read, seq)
        case .readSigned(let body): try ReadProjector(db: db).sign(body, seq, at: utc)
        case .amendmentOpened(let body): try ReadProjector(db: db).amend(body, seq, day: utc.day)
        case .bodyRedacted(let body):
            try db.execute(
                sql: "INSERT INTO redaction (seq, event) VALUES (?, ?)",
                arguments: [body.event, seq])
        case .imageShown(let body): try conduct.show(body, day: utc.day)
        case .openingAllowed(let body): try conduct.allow(body, seq)
        case .readerLeft(let body): try conduct.leave(body, seq)
        case .caseWithdrawn(let body): try conduct.withdraw(body, seq)
        case .referenceImported(let body): try conduct.take(body, seq)
        case .referenceFrozen(let body): try conduct.freeze(body, seq)
        case .studyLocked(let body): try conduct.lock(body, seq, at: utc)
        case .studyUnblinded(let body): try conduct.unblind(body, seq)
        case .requestRefused, .clockJumped, .clockAccepted: break
        }
    }

    /// Empties the tables and makes them again from the log in `source`.
    func rebuild(from source: Database) throws {
        for table in StoreSchema.projections { try db.execute(sql: "DELETE FROM \(table)") }
        let log = LogReader(db: source)
        let remains = try log.remains()
        let rows = try Row.fetchCursor(source, sql: "SELECT seq, kind, utc FROM event ORDER BY seq")
        while let row = try rows.next() {
            let seq: Int = row["seq"]
            let event = try log.event(seq, kind: row["kind"], remains: remains)
            guard let utc = UTCInstant(text: row["utc"]) else {
                throw StoreError.invalid("the time of event \(seq) cannot be read")
            }
            try apply(event, seq: seq, at: utc)
        }
    }
}
