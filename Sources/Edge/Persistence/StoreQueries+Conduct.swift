import Foundation
import GRDB
import ReaderStudies

extension StoreQueries {
    /// What the coordinator and the clock did so far.
    func conduct() throws -> StudyConduct {
        var conduct = StudyConduct()
        for (row, act) in try acts("openingAllowance") { conduct.allowances[ReadKey(row)] = act }
        for (row, act) in try acts("departure") {
            conduct.departures[ReaderID(row["reader"])] = act
        }
        for (row, act) in try acts("withdrawal") {
            conduct.withdrawals[CaseID(row["caseID"])] = act
        }
        conduct.frozen = try Row.fetchOne(db, sql: "SELECT * FROM referenceFreeze").map {
            StudyConduct.FrozenReference(version: $0["version"], digest: $0["digest"])
        }
        conduct.lock = try Row.fetchOne(db, sql: "SELECT * FROM studyLock").map {
            StudyConduct.StudyLock(
                lockedAt: UTCInstant(milliseconds: $0["lockedMS"]), signatures: $0["signatures"],
                digest: $0["digest"])
        }
        conduct.unblindings = try acts("unblinding").map(\.act)
        conduct.latest = try Int.fetchOne(db, sql: "SELECT utcMS FROM latest")
            .map(UTCInstant.init(milliseconds:))
        return conduct
    }

    /// The rows of a table of acts, in the order of the log.
    private func acts(_ table: String) throws -> [(row: Row, act: StudyConduct.Act)] {
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY event").map {
            ($0, StudyConduct.Act(reason: $0["reason"], event: $0["event"]))
        }
    }

    /// When an event was recorded, as a label; `nil` when there is none of that number.
    func time(of event: Int) throws -> UTCInstant? {
        try String.fetchOne(db, sql: "SELECT utc FROM event WHERE seq = ?", arguments: [event])
            .flatMap(UTCInstant.init(text:))
    }

    /// All versions of the reference, in order.
    func references() throws -> [ReferenceStandard] {
        try String.fetchAll(db, sql: "SELECT value FROM reference ORDER BY version").map {
            try EventCoding.decode(ReferenceStandard.self, Data($0.utf8))
        }
    }

    /// The reader's last sitting: back from the last sign of reading to the first gap of `breakMinutes`.
    func sitting(of reader: ReaderID, breakMinutes: Int) throws -> Sitting? {
        let events = try Row.fetchCursor(
            db, sql: "SELECT kind, utc FROM event WHERE actor = ? ORDER BY actorSeq DESC",
            arguments: [EventActor.reader(reader).text])
        var sitting: Sitting?
        while let row = try events.next() {
            guard let kind = EventKind(rawValue: row["kind"]), kind.isReading,
                let at = UTCInstant(text: row["utc"])
            else { continue }
            guard let found = sitting else {
                sitting = Sitting(first: at, last: at)
                continue
            }
            let gap = found.first.milliseconds - at.milliseconds
            guard gap < breakMinutes * 60_000 else { return sitting }
            sitting = Sitting(first: min(found.first, at), last: max(found.last, at))
        }
        return sitting
    }

    /// Both clocks when a reader's program started last since the machine did, or since the clock was found right.
    func sessionStart(since boot: String) throws -> ClockReading? {
        let log = LogReader(db: db)
        let remains = try log.remains()
        let events = try Row.fetchAll(
            db,
            sql: """
                SELECT seq, kind, utc, boottimeMS FROM event WHERE kind IN (?, ?)
                ORDER BY seq DESC LIMIT 50
                """,
            arguments: [
                EventKind.sessionStarted.rawValue, EventKind.clockAccepted.rawValue,
            ])
        for row in events {
            let event = try log.event(row["seq"], kind: row["kind"], remains: remains)
            guard case .sessionStarted(let body) = event else { return nil }
            guard body.boot == boot, let utc = UTCInstant(text: row["utc"]) else { continue }
            return ClockReading(utc: utc, boottimeMS: row["boottimeMS"])
        }
        return nil
    }

    /// The requests that were refused, in order.
    func refusedRequests() throws -> [RefusedRequest] {
        let log = LogReader(db: db)
        let kind = EventKind.requestRefused.rawValue
        return try Row.fetchAll(
            db, sql: "SELECT seq, utc FROM event WHERE kind = ? ORDER BY seq", arguments: [kind]
        ).compactMap { row in
            guard
                case .requestRefused(let body) = try log.event(row["seq"], kind: kind, remains: [:]),
                let at = UTCInstant(text: row["utc"])
            else { return nil }
            return RefusedRequest(at: at, refused: body, event: row["seq"])
        }
    }
}

extension EventKind {
    /// Whether an event of the kind shows that its reader reads.
    fileprivate var isReading: Bool {
        switch self {
        case .readOpened, .answerRecorded, .answerCleared, .lesionAdded, .lesionWithdrawn,
            .viewRecorded, .readSigned, .amendmentOpened:
            true
        default: false
        }
    }
}
