import GRDB
import ReaderStudies

/// The tables of what the coordinator and the clock did: allowances, departures, reference, lock.
struct ConductProjector {
    let db: Database

    func show(_ body: ImageShown, day: Int) throws {
        guard let one = try StoreQueries(db: db).cases().first(where: { $0.id == body.caseID })
        else { throw StoreError.refused("Case \(body.caseID) is not in the store.") }
        guard let reader = body.reader else { return }
        try ReadProjector(db: db).expose(
            reader, participant: one.participant, arm: body.arm, caseID: one.id, day: day)
    }

    func allow(_ body: OpeningAllowed, _ seq: Int) throws {
        let key = body.read
        guard try StoreQueries(db: db).row(of: key) != nil else {
            throw StoreError.refused(
                "No read of case \(key.caseID) in arm \(key.arm), occasion \(key.occasion), is "
                    + "planned for \(key.reader).")
        }
        guard try ReadProjector(db: db).find(key) == nil else {
            throw StoreError.refused("The read is open or signed already: it needs no allowance.")
        }
        let known = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM openingAllowance
                WHERE reader = ? AND caseID = ? AND arm = ? AND occasion = ?
                """, arguments: key.arguments)
        guard known == 0 else { throw StoreError.refused("The read is allowed already.") }
        try db.execute(
            sql: "INSERT INTO openingAllowance VALUES (?, ?, ?, ?, ?, ?)",
            arguments: key.arguments + [body.reason, seq])
    }

    func leave(_ body: ReaderLeft, _ seq: Int) throws {
        try StudyProjector(db: db).demand(reader: body.reader)
        try demandNew(
            "departure", "reader", body.reader.rawValue, "\(body.reader) has left already.")
        try db.execute(
            sql: "INSERT INTO departure VALUES (?, ?, ?)",
            arguments: [body.reader.rawValue, body.reason, seq])
    }

    func withdraw(_ body: CaseWithdrawn, _ seq: Int) throws {
        guard try StoreQueries(db: db).cases().contains(where: { $0.id == body.caseID }) else {
            throw StoreError.refused("Case \(body.caseID) is not in the store.")
        }
        try demandNew(
            "withdrawal", "caseID", body.caseID.rawValue,
            "Case \(body.caseID) was withdrawn already.")
        try db.execute(
            sql: "INSERT INTO withdrawal VALUES (?, ?, ?)",
            arguments: [body.caseID.rawValue, body.reason, seq])
    }

    func take(_ body: ReferenceStandard, _ seq: Int) throws {
        if let frozen = try StoreQueries(db: db).conduct().frozen {
            throw StoreError.refused(
                "The reference is frozen in version \(frozen.version). Nothing can be added.")
        }
        let last = try Int.fetchOne(db, sql: "SELECT max(version) FROM reference") ?? 0
        guard body.version == last + 1 else {
            throw StoreError.refused("The next version of the reference is \(last + 1).")
        }
        try db.execute(
            sql: "INSERT INTO reference VALUES (?, ?, ?)",
            arguments: [body.version, try EventCoding.json(body), seq])
    }

    func freeze(_ body: ReferenceFrozen, _ seq: Int) throws {
        if let frozen = try StoreQueries(db: db).conduct().frozen {
            throw StoreError.refused(
                "The reference is frozen already, in version \(frozen.version).")
        }
        let last = try StoreQueries(db: db).references().last
        guard let last, try ReferenceFrozen(last) == body else {
            throw StoreError.refused("Only the newest version of the reference can be frozen.")
        }
        try db.execute(
            sql: "INSERT INTO referenceFreeze VALUES (1, ?, ?, ?)",
            arguments: [body.version, body.digest, seq])
    }

    func lock(_ body: StudyLocked, _ seq: Int, at utc: UTCInstant) throws {
        guard try Locking(db: db).locked() == body else {
            throw StoreError.refused("The lock does not fit the reads of the store.")
        }
        try db.execute(
            sql: "INSERT INTO studyLock VALUES (1, ?, ?, ?, ?)",
            arguments: [body.signatures, body.digest, utc.milliseconds, seq])
    }

    func unblind(_ body: StudyUnblinded, _ seq: Int) throws {
        guard try isLocked() else {
            throw StoreError.refused(
                "The study is not locked. Lock it with `readingroom study lock` first.")
        }
        try db.execute(
            sql: "INSERT INTO unblinding VALUES (?, ?)", arguments: [seq, body.reason])
    }

    /// Refuses what would change a locked study.
    func demandUnlocked(for event: StoreEvent) throws {
        guard !event.isAllowedAfterLock, try isLocked() else { return }
        throw StoreError.refused(
            "The study is locked. Its reads and its reference stay as they are.")
    }

    /// Notes the latest time that the log has seen; `isRight` where a person found the clock right.
    func note(_ utc: UTCInstant, isRight: Bool) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO latest VALUES (1, ?1)
                ON CONFLICT DO UPDATE SET utcMS = iif(?2, ?1, max(utcMS, ?1))
                """
        ).execute(arguments: [utc.milliseconds, isRight])
    }

    private func isLocked() throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM studyLock)")) ?? false
    }

    private func demandNew(
        _ table: String, _ column: String, _ value: String, _ sentence: String
    ) throws {
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM \(table) WHERE \(column) = ?", arguments: [value])
        guard count == 0 else { throw StoreError.refused(sentence) }
    }
}

extension StoreEvent {
    /// Whether a locked study takes the event: it changes no read and no reference.
    var isAllowedAfterLock: Bool {
        switch self {
        case .sessionStarted, .requestRefused, .imageShown, .clockJumped, .clockAccepted,
            .studyUnblinded, .bodyRedacted:
            true
        default: false
        }
    }
}
