import Foundation
import GRDB
import ReaderStudies

extension StoreQueries {
    /// One value for every signed revision and for every planned read without one.
    func recordedReads() throws -> [RecordedRead] {
        var recorded: [RecordedRead] = []
        try visitRecordedReads { recorded.append($0) }
        return recorded
    }

    /// The same values, one after the other.
    func visitRecordedReads(_ body: (RecordedRead) -> Void) throws {
        guard let form = try study()?.study.instruments.first else { return }
        let (reads, texts) = (ReadProjector(db: db), AnswerTexts())
        let conduct = try conduct()
        let versions = try protocolStarts()
        for row in try order(of: nil) {
            let signed =
                try reads.find(row.read).map { try revisions(of: $0, row, texts, versions) } ?? []
            let recorded =
                signed.isEmpty ? [RecordedRead(unsigned: row, instrument: form)] : signed
            for read in recorded { body(stamped(read, conduct)) }
        }
    }

    /// The hash of the last event; 64 zeros in an empty log.
    func head() throws -> String {
        let hash = try Data.fetchOne(db, sql: "SELECT hash FROM event ORDER BY seq DESC LIMIT 1")
        return Digest.hexadecimal(hash ?? Data(repeating: 0, count: 32))
    }

    /// What the coordinator recorded of the read; whoever left has signed reads that count.
    private func stamped(_ read: RecordedRead, _ conduct: StudyConduct) -> RecordedRead {
        var read = read
        let key = read.row.read
        read.override = conduct.allowances[key]?.reason
        let isGone = read.signature == nil || conduct.withdrawals[key.caseID] != nil
        read.withdrawn = isGone ? conduct.withdrawn(key) : nil
        return read
    }

    private func revisions(
        of read: ReadRow, _ row: ReadingOrderRow, _ texts: AnswerTexts,
        _ versions: [ProtocolStart]
    ) throws -> [RecordedRead] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM signature WHERE readID = ? ORDER BY revision"),
            arguments: [read.id]
        ).map { signature in
            let event: Int = signature["event"]
            let kept = try sheet(read.id, signature["revision"], decoding: texts)
            return RecordedRead(
                row: row, instrument: read.instrument, revision: signature["revision"],
                sheet: kept.sheet, events: kept.events,
                signature: RecordedRead.Signature(
                    signedAt: UTCInstant(milliseconds: signature["signedMS"]),
                    activeMS: signature["activeMS"], isolation: read.isolation,
                    event: event,
                    protocolVersion: versions.last { $0.event < event }?.version ?? 1))
        }
    }
}
