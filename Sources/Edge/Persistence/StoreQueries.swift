import Foundation
import GRDB
import ReaderStudies

/// Reads the tables that follow from the log.
struct StoreQueries {
    let db: Database

    func study() throws -> StoredStudy? {
        guard let row = try Row.fetchOne(db, sql: "SELECT value, text FROM study") else {
            return nil
        }
        let files = try Row.fetchAll(db, sql: "SELECT * FROM instrumentText ORDER BY place").map {
            InstrumentText(
                instrument: InstrumentReference(
                    id: InstrumentID($0["instrument"]), version: $0["version"]),
                text: $0["text"])
        }
        let study = try decode(ReaderStudy.self, row["value"])
        return StoredStudy(
            created: StudyCreated(study: study, text: row["text"], instruments: files),
            startDay: try Int.fetchOne(db, sql: "SELECT min(day) FROM orderDraw"))
    }

    func cases() throws -> [StudyCase] {
        try Row.fetchAll(db, sql: "SELECT * FROM studyCase ORDER BY event").map {
            StudyCase(id: CaseID($0["caseID"]), participant: ParticipantID($0["participant"]))
        }
    }

    /// The series of one case, or all.
    func series(of caseID: CaseID? = nil) throws -> [StoredSeries] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT value, state FROM series WHERE ?1 IS NULL OR caseID = ?1 ORDER BY event
                """, arguments: [caseID?.rawValue]
        ).map {
            StoredSeries(
                series: try decode(ImportedSeries.self, $0["value"]),
                state: $0["state"] == SeriesState.approved.rawValue ? .approved : .waiting)
        }
    }

    func order(of reader: ReaderID?) throws -> [ReadingOrderRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM readingOrder WHERE ?1 IS NULL OR reader = ?1
                ORDER BY reader, position
                """, arguments: [reader?.rawValue]
        ).map(ReadingOrderRow.init)
    }

    func row(of key: ReadKey) throws -> ReadingOrderRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT * FROM readingOrder
                    WHERE reader = ? AND caseID = ? AND arm = ? AND occasion = ?
                    """), arguments: key.arguments
        ).map(ReadingOrderRow.init)
    }

    func reads(of reader: ReaderID) throws -> [StoredRead] {
        try rows(of: reader).map(stored)
    }

    func activeTimes() throws -> [ReaderID: [ArmID: [Int]]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT reader, arm, activeMS FROM signature JOIN read USING (readID)
                WHERE signature.revision = 1
                """)
        var times: [ReaderID: [ArmID: [Int]]] = [:]
        for row in rows {
            times[ReaderID(row["reader"]), default: [:]][ArmID(row["arm"]), default: []]
                .append(row["activeMS"])
        }
        return times
    }

    func readSummaries(of reader: ReaderID) throws -> [ReadSummary] {
        try rows(of: reader).map {
            ReadSummary(key: $0.key, state: $0.state, lastEvent: $0.lastEvent)
        }
    }

    func read(of key: ReadKey) throws -> StoredRead? {
        try ReadProjector(db: db).find(key).map(stored)
    }

    private func rows(of reader: ReaderID) throws -> [ReadRow] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM read WHERE reader = ? ORDER BY readID",
            arguments: [reader.rawValue]
        ).map(ReadRow.init)
    }

    private func stored(_ read: ReadRow) throws -> StoredRead {
        StoredRead(
            key: read.key, instrument: read.instrument, state: read.state,
            revision: read.revision, sheet: try sheet(read.id, read.revision).sheet,
            view: try view(read.id), nextLesion: try nextLesion(read.id),
            lastEvent: read.lastEvent)
    }

    func exposures(of reader: ReaderID) throws -> [Exposure] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM exposure WHERE reader = ? ORDER BY participant, arm, caseID",
            arguments: [reader.rawValue]
        ).map {
            Exposure(
                participant: ParticipantID($0["participant"]), arm: ArmID($0["arm"]),
                day: $0["day"], caseID: CaseID($0["caseID"]))
        }
    }

    func nextLesion(_ readID: Int) throws -> Int {
        let last = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(number) FROM lesion WHERE readID = ?"),
            arguments: [readID])
        return (last ?? 0) + 1
    }

    /// The answers of one revision, and the event that holds each.
    func sheet(
        _ readID: Int, _ revision: Int, decoding texts: AnswerTexts = AnswerTexts()
    ) throws -> (sheet: AnswerSheet, events: [ItemKey: Int]) {
        let lesions = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT site FROM lesion WHERE readID = ? AND revision = ? AND withdrawn = 0
                    ORDER BY number
                    """), arguments: [readID, revision])
        var sheet = AnswerSheet(lesions: lesions.map { SiteID($0) })
        var events: [ItemKey: Int] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT value, event FROM answer WHERE readID = ? AND revision = ?"),
            arguments: [readID, revision])
        while let row = try rows.next() {
            let record = try texts.record(row[0])
            sheet.answers[record.key] = record.answer
            if let measurement = record.measurement {
                sheet.measurements[record.key] = measurement
            }
            events[record.key] = row[1]
        }
        return (sheet, events)
    }

    private func view(_ readID: Int) throws -> ViewState? {
        try String.fetchOne(db, sql: "SELECT value FROM view WHERE readID = ?", arguments: [readID])
            .map { try decode(ViewState.self, $0) }
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try EventCoding.decode(type, Data(json.utf8))
    }
}

extension ReadingOrderRow {
    init(_ row: Row) {
        self.init(
            position: row["position"], session: row["session"],
            participant: ParticipantID(row["participant"]), read: ReadKey(row),
            opensOnDay: row["opensOnDay"], step: row["step"])
    }
}
