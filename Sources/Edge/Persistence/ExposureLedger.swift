import GRDB
import ReaderStudies

/// Makes the exposure ledger from the log in one pass: who was shown which slices, how long and why.
struct ExposureLedger {
    /// What was shown since one opening.
    private struct Showing {
        let key: ReadKey
        let openedAt: UTCInstant
        let event: Int
        var series: [SeriesToken] = []
        var slices: [SeriesToken: Set<Int>] = [:]
        var shownMS: [SeriesToken: Int] = [:]

        mutating func add(_ view: ViewState) {
            for look in view.looks ?? [] {
                if slices[look.series] == nil { series.append(look.series) }
                slices[look.series, default: []].insert(look.slice)
                shownMS[look.series, default: 0] += look.shownMS
            }
        }
    }

    private let participants: [CaseID: ParticipantID]
    private let study: ReaderStudy?
    private var rows: [ExposureRow] = []
    private var open: [ReaderID: Showing] = [:]

    /// The rows of the log in `db`, by the event that opened them.
    static func rows(_ db: Database) throws -> [ExposureRow] {
        let queries = StoreQueries(db: db)
        var ledger = ExposureLedger(
            participants: Dictionary(
                try queries.cases().map { ($0.id, $0.participant) }, uniquingKeysWith: { $1 }),
            study: try queries.study()?.study)
        try ledger.walk(db)
        return ledger.rows.sorted { $0.event < $1.event }
    }

    private init(participants: [CaseID: ParticipantID], study: ReaderStudy?) {
        self.participants = participants
        self.study = study
    }

    private mutating func walk(_ db: Database) throws {
        let log = LogReader(db: db)
        let remains = try log.remains()
        let kinds: [EventKind] = [
            .readOpened, .amendmentOpened, .viewRecorded, .readSigned, .readLeft, .imageShown,
        ]
        let marks = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let events = try Row.fetchCursor(
            db, sql: "SELECT seq, kind, utc FROM event WHERE kind IN (\(marks)) ORDER BY seq")
        while let row = try events.next() {
            guard let utc = UTCInstant(text: row["utc"]) else { continue }
            take(try log.event(row["seq"], kind: row["kind"], remains: remains), row["seq"], utc)
        }
        for reader in open.keys { end(reader) }
    }

    private mutating func take(_ event: StoreEvent, _ seq: Int, _ utc: UTCInstant) {
        switch event {
        case .readOpened(let body): begin(body.read, seq, utc)
        case .amendmentOpened(let body): begin(body.read, seq, utc)
        case .viewRecorded(let body): open[body.read.reader]?.add(body.view)
        case .readSigned(let body):
            open[body.signed.read.reader]?.add(body.signed.view)
            end(body.signed.read.reader)
        case .readLeft(let body): end(body.read.reader)
        case .imageShown(let body): add(body, seq, utc)
        default: break
        }
    }

    private mutating func begin(_ key: ReadKey, _ seq: Int, _ utc: UTCInstant) {
        end(key.reader)
        open[key.reader] = Showing(key: key, openedAt: utc, event: seq)
    }

    private mutating func end(_ reader: ReaderID) {
        guard let showing = open.removeValue(forKey: reader) else { return }
        let kind = kind(of: reader)
        let tokens: [SeriesToken?] = showing.series.isEmpty ? [nil] : showing.series
        for token in tokens {
            rows.append(
                ExposureRow(
                    reader: reader, participant: participant(of: showing.key.caseID),
                    caseID: showing.key.caseID, arm: showing.key.arm, kind: kind, series: token,
                    openedAt: showing.openedAt,
                    slices: token.map { showing.slices[$0, default: []].sorted() } ?? [],
                    shownMS: token.map { showing.shownMS[$0, default: 0] } ?? 0,
                    event: showing.event))
        }
    }

    /// Why a reading screen shows images to `reader`.
    private func kind(of reader: ReaderID) -> ExposureKind {
        if study?.isPractice == true { return .practice }
        return study?.isAdjudicator(reader) == true ? .adjudication : .read
    }

    private mutating func add(_ body: ImageShown, _ seq: Int, _ utc: UTCInstant) {
        rows.append(
            ExposureRow(
                reader: body.reader, participant: participant(of: body.caseID),
                caseID: body.caseID, arm: body.arm, kind: body.kind, series: body.series,
                openedAt: utc, slices: Set(body.slices).sorted(), shownMS: body.shownMS,
                event: seq))
    }

    private func participant(of id: CaseID) -> ParticipantID {
        participants[id] ?? ParticipantID(id.rawValue)
    }
}
