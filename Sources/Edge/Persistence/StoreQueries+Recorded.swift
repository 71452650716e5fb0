import GRDB
import ReaderStudies

extension StoreQueries {
    /// One value for every signed revision and for every planned read without one.
    func recordedReads() throws -> [RecordedRead] {
        guard let form = try study()?.study.instruments.first else { return [] }
        let reads = ReadProjector(db: db)
        let conduct = try conduct()
        return try order(of: nil).flatMap { row in
            let signed = try reads.find(row.read).map { try revisions(of: $0, row: row) } ?? []
            let recorded =
                signed.isEmpty ? [RecordedRead(unsigned: row, instrument: form)] : signed
            return recorded.map { stamped($0, conduct) }
        }
    }

    /// What the coordinator recorded of the read; whoever left has signed reads that count.
    private func stamped(_ read: RecordedRead, _ conduct: StudyConduct) -> RecordedRead {
        var read = read
        let key = read.row.read
        read.override = conduct.allowances[key]
        let isGone = read.signature == nil || conduct.withdrawals[key.caseID] != nil
        read.withdrawn = isGone ? conduct.withdrawn(key) : nil
        return read
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
