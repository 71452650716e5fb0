import GRDB
import ReaderStudies

/// The tables of reads: drafts, answers, lesions, views, signatures, exposures.
struct ReadProjector {
    let db: Database

    func open(_ body: ReadOpened, _ seq: Int, day: Int) throws {
        let row = try demandPlanned(body.read)
        try demandNoOtherDraft(body.read)
        try expose(row, day: day)
        if let read = try find(body.read) {
            try demand(read.isOpen, "The read is signed. Amend it with a reason.")
            return try touch(read, seq)
        }
        try db.execute(
            sql: """
                INSERT INTO read (reader, caseID, arm, occasion, instrument, version, state,
                    revision, isolation, firstEvent, lastEvent)
                VALUES (?, ?, ?, ?, ?, ?, 'draft', 1, ?, ?, ?)
                """,
            arguments: body.read.arguments + [
                body.instrument.id.rawValue, body.instrument.version, body.isolation.rawValue,
                seq, seq,
            ])
    }

    func enter(_ body: EntryRecorded, _ seq: Int) throws {
        let read = try demandDraft(body.read, seq)
        switch body.entry {
        case .answer(let key, let answer, let measured):
            let record = AnswerRecord(key: key, answer: answer, measurement: measured)
            try set(record, read, seq)
        case .clear(let key):
            try db.execute(
                sql:
                    "DELETE FROM answer WHERE readID = ? AND revision = ? AND site = ? AND item = ?",
                arguments: [read.id, read.revision, key.site.rawValue, key.item.rawValue])
        case .addLesion(let site): try addLesion(site, read)
        case .withdrawLesion(let site): try withdrawLesion(site, read)
        }
    }

    func look(_ body: ViewRecorded, _ seq: Int, day: Int) throws {
        let read = try demandDraft(body.read, seq)
        try setView(body.view, read, seq)
        try expose(try demandPlanned(body.read), day: day)
    }

    func sign(_ body: ReadSigned, _ seq: Int, at utc: UTCInstant) throws {
        let facts = body.signed
        let read = try demandDraft(facts.read, seq)
        try demand(
            facts.revision == read.revision, "Revision \(facts.revision) of the read is not open.")
        try setView(facts.view, read, seq)
        try db.execute(
            sql: "INSERT INTO signature VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                read.id, read.revision, seq, utc.milliseconds, facts.view.activeMS,
                body.payloadDigest,
            ])
        let state: ReadState = read.revision == 1 ? .signed : .amended
        try db.execute(
            sql: "UPDATE read SET state = ? WHERE readID = ?",
            arguments: [state.rawValue, read.id])
        try setClosed(facts.read, true)
    }

    func amend(_ body: AmendmentOpened, _ seq: Int, day: Int) throws {
        try demandNoOtherDraft(body.read)
        guard let read = try find(body.read), !read.isOpen else {
            throw StoreError.refused("Only a signed read can be amended.")
        }
        try demand(
            body.revision == read.revision + 1,
            "The next revision of the read is \(read.revision + 1).")
        try db.execute(
            sql: """
                UPDATE read SET state = 'amending', revision = ?, firstEvent = ?, lastEvent = ?
                WHERE readID = ?
                """, arguments: [body.revision, seq, seq, read.id])
        try setClosed(body.read, false)
        try copyRevision(of: read)
        try expose(try demandPlanned(body.read), day: day)
    }

    /// The open draft of `key`; notes `seq` as its last event.
    func demandDraft(_ key: ReadKey, _ seq: Int) throws -> ReadRow {
        guard let read = try find(key) else {
            throw StoreError.refused("The read is not open.")
        }
        try demand(read.isOpen, "The read is signed. Amend it with a reason.")
        try demandStanding(key)
        try touch(read, seq)
        return read
    }

    func find(_ key: ReadKey) throws -> ReadRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT * FROM read
                    WHERE reader = ? AND caseID = ? AND arm = ? AND occasion = ?
                    """), arguments: key.arguments
        ).map(ReadRow.init)
    }

    /// Notes in the reading order whether the read is signed.
    private func setClosed(_ key: ReadKey, _ isClosed: Bool) throws {
        try db.cachedStatement(
            sql: """
                UPDATE readingOrder SET closed = ?
                WHERE reader = ? AND caseID = ? AND arm = ? AND occasion = ?
                """
        ).execute(arguments: [isClosed] + key.arguments)
    }

    private func touch(_ read: ReadRow, _ seq: Int) throws {
        try db.cachedStatement(sql: "UPDATE read SET lastEvent = ? WHERE readID = ?")
            .execute(arguments: [seq, read.id])
    }

    private func set(_ record: AnswerRecord, _ read: ReadRow, _ seq: Int) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = excluded.value, event = excluded.event
                """
        ).execute(
            arguments: [
                read.id, read.revision, record.site.rawValue, record.item.rawValue,
                try EventCoding.json(record), seq,
            ])
    }

    private func addLesion(_ site: SiteID, _ read: ReadRow) throws {
        let next = try StoreQueries(db: db).nextLesion(read.id)
        try demand(
            site.rawValue.drop { !$0.isNumber } == String(next),
            "The next lesion of the read has the number \(next).")
        try db.execute(
            sql: "INSERT INTO lesion VALUES (?, ?, ?, ?, 0)",
            arguments: [read.id, read.revision, next, site.rawValue])
    }

    private func withdrawLesion(_ site: SiteID, _ read: ReadRow) throws {
        try db.execute(
            sql: """
                UPDATE lesion SET withdrawn = 1
                WHERE readID = ? AND revision = ? AND site = ? AND withdrawn = 0
                """, arguments: [read.id, read.revision, site.rawValue])
        try demand(db.changesCount == 1, "The read has no lesion \(site).")
        try db.execute(
            sql: "DELETE FROM answer WHERE readID = ? AND revision = ? AND site = ?",
            arguments: [read.id, read.revision, site.rawValue])
    }

    private func setView(_ view: ViewState, _ read: ReadRow, _ seq: Int) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO view VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET value = excluded.value, event = excluded.event
                """
        ).execute(arguments: [read.id, try EventCoding.json(view), seq])
    }

    private func copyRevision(of read: ReadRow) throws {
        try db.execute(
            sql: """
                INSERT INTO answer SELECT readID, revision + 1, site, item, value, event
                FROM answer WHERE readID = :read AND revision = :revision;
                INSERT INTO lesion SELECT readID, revision + 1, number, site, withdrawn
                FROM lesion WHERE readID = :read AND revision = :revision;
                """, arguments: ["read": read.id, "revision": read.revision])
    }

    private func expose(_ row: ReadingOrderRow, day: Int) throws {
        try expose(
            row.read.reader, participant: row.participant, arm: row.read.arm,
            caseID: row.read.caseID, day: day)
    }

    func expose(
        _ reader: ReaderID, participant: ParticipantID, arm: ArmID, caseID: CaseID, day: Int
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO exposure VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET day = max(day, excluded.day)
                """
        ).execute(
            arguments: [
                reader.rawValue, participant.rawValue, arm.rawValue, caseID.rawValue, day,
            ])
    }

    private func demandPlanned(_ key: ReadKey) throws -> ReadingOrderRow {
        guard let row = try StoreQueries(db: db).row(of: key) else {
            throw StoreError.refused("The read is not in the reading order of \(key.reader).")
        }
        try demandStanding(key)
        return row
    }

    /// Refuses the reads of a reader who left and of a case that was withdrawn.
    private func demandStanding(_ key: ReadKey) throws {
        let gone = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM departure WHERE reader = ?)
                        OR EXISTS (SELECT 1 FROM withdrawal WHERE caseID = ?)
                    """), arguments: [key.reader.rawValue, key.caseID.rawValue])
        try demand(
            gone != true, "This read was closed by the coordinator. What was saved is kept.")
    }

    private func demandNoOtherDraft(_ key: ReadKey) throws {
        let others = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM read WHERE reader = ? AND state IN ('draft', 'amending')
                        AND caseID NOT IN (SELECT caseID FROM withdrawal)
                    """),
            arguments: [key.reader.rawValue]
        ).map(ReadRow.init)
        try demand(
            others.allSatisfy { $0.key == key },
            "Another read of \(key.reader) is open. Sign it first.")
    }

    private func demand(_ condition: Bool, _ sentence: String) throws(StoreError) {
        guard condition else { throw .refused(sentence) }
    }
}

/// A row of the table of reads.
struct ReadRow {
    let id: Int
    let key: ReadKey
    let instrument: InstrumentReference
    let state: ReadState
    let revision: Int
    let isolation: IsolationLevel
    let firstEvent: Int
    let lastEvent: Int

    var isOpen: Bool { state == .draft || state == .amending }

    init(_ row: Row) throws {
        guard let state = ReadState(rawValue: row["state"]),
            let isolation = IsolationLevel(rawValue: row["isolation"])
        else { throw StoreError.invalid("the state of a read is unknown") }
        id = row["readID"]
        key = ReadKey(row)
        instrument = InstrumentReference(
            id: InstrumentID(row["instrument"]), version: row["version"])
        self.state = state
        self.isolation = isolation
        revision = row["revision"]
        firstEvent = row["firstEvent"]
        lastEvent = row["lastEvent"]
    }
}

extension ReadKey {
    init(_ row: Row) {
        self.init(
            reader: ReaderID(row["reader"]), caseID: CaseID(row["caseID"]),
            arm: ArmID(row["arm"]), occasion: row["occasion"])
    }

    var arguments: StatementArguments {
        [reader.rawValue, caseID.rawValue, arm.rawValue, occasion]
    }
}
