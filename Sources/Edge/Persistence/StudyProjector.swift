import GRDB
import ReaderStudies

/// The tables of the study, its cases, series and order.
struct StudyProjector {
    let db: Database

    func create(_ body: StudyCreated, _ seq: Int) throws {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM study") == 0 else {
            throw StoreError.refused(
                "The store already holds a study. Make a new folder for another study.")
        }
        try db.execute(
            sql: "INSERT INTO study VALUES (1, ?, ?, ?, ?, ?)",
            arguments: [
                body.study.id.rawValue, body.digest, body.text,
                try EventCoding.json(body.study), seq,
            ])
        for (place, file) in body.instruments.enumerated() {
            try db.execute(
                sql: "INSERT INTO instrumentText VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    file.instrument.id.rawValue, file.instrument.version, file.digest, file.text,
                    place,
                ])
        }
    }

    func add(_ body: StudyCase, _ seq: Int) throws {
        _ = try demandStudy()
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM studyCase WHERE caseID = ?",
            arguments: [body.id.rawValue])
        guard count == 0 else {
            throw StoreError.refused("Case \(body.id) is already in the store.")
        }
        try db.execute(
            sql: "INSERT INTO studyCase VALUES (?, ?, ?)",
            arguments: [body.id.rawValue, body.participant.rawValue, seq])
    }

    func add(_ body: ImportedSeries, _ seq: Int) throws {
        try demandPlace(for: body, in: try demandStudy())
        try db.execute(
            sql: "INSERT INTO series VALUES (?, ?, ?, ?, ?)",
            arguments: [
                body.token.rawValue, body.caseID.rawValue,
                (body.waitsBecause == nil ? SeriesState.approved : .waiting).rawValue,
                try EventCoding.json(body), seq,
            ])
    }

    func approve(_ token: SeriesToken) throws {
        try db.execute(
            sql: "UPDATE series SET state = 'approved' WHERE token = ? AND state = 'waiting'",
            arguments: [token.rawValue])
        guard db.changesCount == 1 else {
            throw StoreError.refused("No series \(token) waits for approval in this store.")
        }
    }

    func draw(_ body: OrderDrawn, _ seq: Int, day: Int) throws {
        try db.execute(sql: "INSERT INTO orderDraw VALUES (?, ?)", arguments: [seq, day])
        for reader in Set(body.rows.map(\.read.reader)) { try demand(reader: reader) }
        for row in body.rows {
            try db.execute(
                sql: "INSERT INTO readingOrder VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                arguments: [
                    row.read.reader.rawValue, row.position, row.session,
                    row.participant.rawValue, row.read.caseID.rawValue, row.read.arm.rawValue,
                    row.read.occasion, row.opensOnDay, row.step,
                ])
        }
    }

    func demand(reader: ReaderID) throws {
        let study = try demandStudy()
        guard study.people.contains(reader) else {
            throw StoreError.refused(
                "\(reader) is not a reader of \(study.id). The readers are "
                    + "\(study.people.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func demandStudy() throws -> ReaderStudy {
        guard let study = try StoreQueries(db: db).study()?.study else {
            throw StoreError.noStudy
        }
        return study
    }

    private func demandPlace(for body: ImportedSeries, in study: ReaderStudy) throws {
        let id = body.caseID
        let queries = StoreQueries(db: db)
        guard try queries.cases().contains(where: { $0.id == id }) else {
            throw StoreError.refused("Case \(id) is not in the store. Import the case first.")
        }
        let drawn = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM readingOrder WHERE caseID = ?", arguments: [id.rawValue])
        guard drawn == 0 else {
            throw StoreError.refused(
                "Case \(id) is in the reading order, so its series are fixed. Import the images "
                    + "as a new case.")
        }
        let others = try queries.series(of: id)
        for match in body.matches {
            try demandFree(match, caseID: id, study: study, others: others)
        }
    }

    private func demandFree(
        _ match: ArmMatch, caseID: CaseID, study: ReaderStudy, others: [StoredSeries]
    ) throws {
        guard let arm = study.arms.first(where: { $0.id == match.arm }),
            arm.series.indices.contains(match.rule)
        else {
            throw StoreError.refused(
                "\(study.id) has no series rule \(match.rule + 1) in an arm \(match.arm).")
        }
        guard !others.contains(where: { $0.series.matches.contains(match) }) else {
            throw StoreError.refused(
                "Case \(caseID) has two series for arm \(match.arm), series rule "
                    + "\(match.rule + 1). Make the rule in the study file narrower, or import "
                    + "only one of them.")
        }
    }
}
