import GRDB
import ReaderStudies

extension StoreQueries {
    /// One value for every signed revision and for every planned read without one.
    func recordedReads() throws -> [RecordedRead] {
        guard let form = try study()?.study.instruments.first else { return [] }
        let reads = ReadProjector(db: db)
        return try order(of: nil).flatMap { row in
            let signed = try reads.find(row.read).map { try revisions(of: $0, row: row) } ?? []
            return signed.isEmpty ? [RecordedRead(unsigned: row, instrument: form)] : signed
        }
    }

    private func revisions(of read: ReadRow, row: ReadingOrderRow) throws -> [RecordedRead] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM signature WHERE readID = ? ORDER BY revision",
            arguments: [read.id]
        ).map { signature in
            let kept = try sheet(read.id, signature["revision"])
            return RecordedRead(
                row: row, instrument: read.instrument, revision: signature["revision"],
                sheet: kept.sheet, events: kept.events,
                signature: RecordedRead.Signature(
                    signedAt: UTCInstant(milliseconds: signature["signedMS"]),
                    activeMS: signature["activeMS"], isolation: read.isolation,
                    event: signature["event"]))
        }
    }
}
