import GRDB
import ReaderStudies

extension StoreQueries {
    /// What `reader` has before them on a day; only the index of unsigned rows is passed whole.
    func openOrder(of reader: ReaderID, on day: OpenOrder.Day) throws -> OpenOrder {
        var order = OpenOrder()
        try addRows(of: reader, on: day, to: &order)
        order.exposures = try exposures(of: reader, after: day.settled)
        order.drafts = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT reader, caseID, arm, occasion FROM read
                    WHERE reader = ? AND state IN ('draft', 'amending') ORDER BY readID
                    """), arguments: [reader.rawValue]
        ).map { ReadKey($0) }
        try addCounts(of: reader, on: day, to: &order)
        return order
    }

    /// One session of the order of `reader`.
    func session(_ session: Int, of reader: ReaderID) throws -> SessionOrder {
        var order = SessionOrder()
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM readingOrder
                    WHERE reader = ? AND session = ? ORDER BY position
                    """), arguments: [reader.rawValue, session])
        try add(cursor, of: reader, to: &order.rows, &order.closed)
        return order
    }

    private static let columns =
        "position, session, participant, caseID, arm, occasion, opensOnDay, step, closed"

    private func addRows(
        of reader: ReaderID, on day: OpenOrder.Day, to order: inout OpenOrder
    ) throws {
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    WITH seen (participant) AS (
                        SELECT participant FROM exposure WHERE reader = ?1 AND day > ?3
                    ), chosen (position) AS (
                        SELECT position FROM readingOrder INDEXED BY unsignedRow
                        WHERE reader = ?1 AND closed = 0 AND opensOnDay <= ?2
                            AND participant IN seen
                        UNION SELECT position
                        FROM openingAllowance JOIN readingOrder USING (reader, caseID, arm, occasion)
                        WHERE reader = ?1 AND closed = 0
                        UNION SELECT position
                        FROM read JOIN readingOrder USING (reader, caseID, arm, occasion)
                        WHERE reader = ?1 AND state IN ('draft', 'amending')
                        UNION SELECT position FROM (
                            SELECT position FROM readingOrder INDEXED BY unsignedRow
                            WHERE reader = ?1 AND closed = 0 AND opensOnDay <= ?2 AND step = 1
                                AND participant NOT IN seen
                                AND caseID NOT IN (SELECT caseID FROM withdrawal)
                            ORDER BY position LIMIT 1)
                        UNION SELECT below.position - before.back
                        FROM readingOrder AS below INDEXED BY unsignedRow
                        JOIN (SELECT 0 AS back UNION SELECT 1) AS before
                        JOIN readingOrder AS above
                            ON above.reader = ?1 AND above.position = below.position - 1
                        WHERE below.reader = ?1 AND below.closed = 0 AND below.step > 1
                            AND above.closed = 1
                    )
                    SELECT \(Self.columns) FROM chosen JOIN readingOrder USING (position)
                    WHERE reader = ?1 ORDER BY position
                    """), arguments: [reader.rawValue, day.planned, day.settled])
        try add(cursor, of: reader, to: &order.rows, &order.closed)
    }

    private func add(
        _ cursor: RowCursor, of reader: ReaderID, to rows: inout [ReadingOrderRow],
        _ closed: inout Set<ReadKey>
    ) throws {
        while let row = try cursor.next() {
            // By place, not by name: a reader may have thousands of rows.
            let key = ReadKey(
                reader: reader, caseID: CaseID(row[3]), arm: ArmID(row[4]), occasion: row[5])
            rows.append(
                ReadingOrderRow(
                    position: row[0], session: row[1], participant: ParticipantID(row[2]),
                    read: key, opensOnDay: row[6], step: row[7]))
            if row[8] { closed.insert(key) }
        }
    }

    private func exposures(of reader: ReaderID, after day: Int) throws -> [Exposure] {
        let cursor = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT participant, arm, caseID, day FROM exposure
                    WHERE reader = ?1 AND day > ?2 AND participant IN (
                        SELECT participant FROM readingOrder INDEXED BY unsignedRow
                        WHERE reader = ?1 AND closed = 0)
                    """), arguments: [reader.rawValue, day])
        var exposures: [Exposure] = []
        while let row = try cursor.next() {
            exposures.append(
                Exposure(
                    participant: ParticipantID(row[0]), arm: ArmID(row[1]), day: row[3],
                    caseID: CaseID(row[2])))
        }
        return exposures
    }

    private func addCounts(
        of reader: ReaderID, on day: OpenOrder.Day, to order: inout OpenOrder
    ) throws {
        let counts = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT (SELECT max(session) FROM readingOrder WHERE reader = ?1),
                        (SELECT count(*) FROM readingOrder WHERE reader = ?1)
                        - (SELECT count(*) FROM readingOrder INDEXED BY unsignedRow
                            WHERE reader = ?1 AND closed = 0),
                        (SELECT count(*) FROM readingOrder INDEXED BY unsignedRow
                            WHERE reader = ?1 AND closed = 0 AND opensOnDay > ?2)
                        - (SELECT count(*) FROM (
                            SELECT position FROM withdrawal JOIN readingOrder USING (caseID)
                            WHERE reader = ?1 AND closed = 0 AND opensOnDay > ?2
                            UNION SELECT position FROM openingAllowance
                            JOIN readingOrder USING (reader, caseID, arm, occasion)
                            WHERE reader = ?1 AND closed = 0 AND opensOnDay > ?2)),
                        (SELECT session FROM readingOrder INDEXED BY unsignedRow
                            WHERE reader = ?1 AND closed = 0
                                AND caseID NOT IN (SELECT caseID FROM withdrawal)
                            ORDER BY position LIMIT 1)
                    """), arguments: [reader.rawValue, day.planned])
        order.sessionCount = counts?[0] ?? 0
        order.signed = counts?[1] ?? 0
        order.later = counts?[2] ?? 0
        order.firstSession = counts?[3]
    }
}
