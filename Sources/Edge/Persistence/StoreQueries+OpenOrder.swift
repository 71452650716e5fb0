import GRDB
import ReaderStudies

extension StoreQueries {
    /// What `reader` has before them; each table is passed once, and only where something is left.
    func openOrder(of reader: ReaderID) throws -> OpenOrder {
        var order = OpenOrder()
        try addRows(of: reader, to: &order)
        order.exposures = try exposuresOfOpenRows(of: reader)
        order.drafts = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT reader, caseID, arm, occasion FROM read
                    WHERE reader = ? AND state IN ('draft', 'amending') ORDER BY readID
                    """), arguments: [reader.rawValue]
        ).map { ReadKey($0) }
        let counts = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT (SELECT max(session) FROM readingOrder WHERE reader = ?1),
                        (SELECT count(*) FROM readingOrder WHERE reader = ?1)
                        - (SELECT count(*) FROM readingOrder WHERE reader = ?1 AND closed = 0)
                    """), arguments: [reader.rawValue])
        order.sessionCount = counts?[0] ?? 0
        order.signed = counts?[1] ?? 0
        return order
    }

    private func addRows(of reader: ReaderID, to order: inout OpenOrder) throws {
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT position, session, participant, caseID, arm, occasion, opensOnDay, step,
                        closed
                    FROM readingOrder
                    WHERE reader = ?1 AND session IN (
                        SELECT session FROM readingOrder WHERE reader = ?1 AND closed = 0
                        UNION SELECT max(session) FROM readingOrder WHERE reader = ?1)
                    ORDER BY session, position
                    """), arguments: [reader.rawValue])
        while let row = try cursor.next() {
            // By place, not by name: a reader may have thousands of rows.
            let key = ReadKey(
                reader: reader, caseID: CaseID(row[3]), arm: ArmID(row[4]), occasion: row[5])
            order.rows.append(
                ReadingOrderRow(
                    position: row[0], session: row[1], participant: ParticipantID(row[2]),
                    read: key, opensOnDay: row[6], step: row[7]))
            if row[8] { order.closed.insert(key) }
        }
    }

    private func exposuresOfOpenRows(of reader: ReaderID) throws -> [Exposure] {
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT participant, arm, caseID, day FROM exposure
                    WHERE reader = ?1 AND participant IN (
                        SELECT participant FROM readingOrder WHERE reader = ?1 AND closed = 0)
                    """), arguments: [reader.rawValue])
        var exposures: [Exposure] = []
        while let row = try cursor.next() {
            exposures.append(
                Exposure(
                    participant: ParticipantID(row[0]), arm: ArmID(row[1]), day: row[3],
                    caseID: CaseID(row[2])))
        }
        return exposures
    }
}
