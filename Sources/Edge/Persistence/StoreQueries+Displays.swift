import GRDB
import ReaderStudies

extension StoreQueries {
    /// One value for every signed revision, in the readers' orders.
    func displays() throws -> [RecordedDisplay] {
        let reads = ReadProjector(db: db)
        let remains = try LogReader(db: db).remains()
        return try order(of: nil).flatMap { row in
            try reads.find(row.read).map { try displays(of: $0, row, remains) } ?? []
        }
    }

    /// The renderer that each signature names, by read and revision; no other view is read.
    func renderers() throws -> [ReadKey: [Int: String]] {
        let log = LogReader(db: db)
        let remains = try log.remains()
        let kind = EventKind.readSigned.rawValue
        var found: [ReadKey: [Int: String]] = [:]
        for seq in try Int.fetchAll(db, sql: "SELECT event FROM signature ORDER BY event") {
            guard case .readSigned(let body) = try log.event(seq, kind: kind, remains: remains)
            else { continue }
            found[body.signed.read, default: [:]][body.signed.revision] = body.signed.view.renderer
        }
        return found
    }

    /// Everything that was on the screen in full while a read was open, in order, signed or not.
    func looks(of key: ReadKey) throws -> [Look] {
        guard let read = try ReadProjector(db: db).find(key), let row = try row(of: key) else {
            return []
        }
        let remains = try LogReader(db: db).remains()
        let signed = try displays(of: read, row, remains).flatMap(\.looks)
        guard read.isOpen else { return signed }
        let open = try views(of: key, read.firstEvent...read.lastEvent, remains)
        return signed + open.flatMap { $0.looks ?? [] }
    }

    private func displays(
        of read: ReadRow, _ row: ReadingOrderRow, _ remains: [Int: String]
    ) throws -> [RecordedDisplay] {
        let log = LogReader(db: db)
        return try Row.fetchAll(
            db, sql: "SELECT * FROM signature WHERE readID = ? ORDER BY revision",
            arguments: [read.id]
        ).compactMap { signature in
            let seq: Int = signature["event"]
            let kind = EventKind.readSigned.rawValue
            guard case .readSigned(let body) = try log.event(seq, kind: kind, remains: remains)
            else { return nil }
            let views = try views(of: row.read, body.signed.firstEvent...seq, remains)
            return RecordedDisplay(
                row: row, revision: signature["revision"], views: views + [body.signed.view])
        }
    }

    private func views(
        of read: ReadKey, _ events: ClosedRange<Int>, _ remains: [Int: String]
    ) throws -> [ViewState] {
        let log = LogReader(db: db)
        let kind = EventKind.viewRecorded.rawValue
        return try Int.fetchAll(
            db, sql: "SELECT seq FROM event WHERE kind = ? AND seq BETWEEN ? AND ? ORDER BY seq",
            arguments: [kind, events.lowerBound, events.upperBound]
        ).compactMap { seq in
            guard case .viewRecorded(let body) = try log.event(seq, kind: kind, remains: remains),
                body.read == read
            else { return nil }
            return body.view
        }
    }
}
