import Persistence
import ReaderStudies
import StudyDesigns

/// What one reader has before them, as the store tells it at one moment.
struct ReaderPlan {
    let study: StoredStudy
    let reader: ReaderID
    let reads: [ReadSummary]
    let schedule: Schedule
    let conduct: StudyConduct
    let now: ClockReading

    var today: Int { now.utc.day }

    /// - Throws: `StoreError`, also when the study was not started.
    init(store: any Store, reader: ReaderID) throws(StoreError) {
        let study = try store.demandStudy()
        guard study.study.readers.contains(reader) else {
            let readers = study.study.readers.map(\.rawValue).joined(separator: ", ")
            throw .refused("\(reader) is not a reader of this study. The readers are \(readers).")
        }
        guard let startDay = study.startDay else {
            throw .refused(
                "The study has not started. The coordinator starts it with `readingroom study "
                    + "start`.")
        }
        let conduct = try store.conduct()
        guard conduct.departures[reader] == nil else {
            throw .refused("You read no more in this study. What you signed is kept.")
        }
        self.study = study
        self.reader = reader
        self.conduct = conduct
        reads = try store.readSummaries(of: reader).filter {
            !$0.isOpen || conduct.withdrawals[$0.key.caseID] == nil
        }
        let order = try store.order(of: reader)
        let withdrawn = order.map(\.read).filter { conduct.withdrawals[$0.caseID] != nil }
        schedule = Schedule(
            rows: order, startDay: startDay, rules: OpeningRules(design: study.study.design),
            exposures: try store.exposures(of: reader),
            closed: Set(reads.filter { !$0.isOpen }.map(\.key) + withdrawn),
            allowed: Set(conduct.allowances.keys))
        now = store.now()
    }

    /// The read that was begun and not signed.
    var draft: ReadSummary? { reads.first(where: \.isOpen) }

    /// The signed read whose signature or last event is newest.
    var lastSigned: ReadSummary? {
        reads.filter { !$0.isOpen }.max { $0.lastEvent < $1.lastEvent }
    }

    /// The row to read now: the draft's, or the next that is open.
    var current: ReadingOrderRow? {
        guard let draft else { return schedule.next(on: today) }
        return schedule.rows.first { $0.read == draft.key }
    }

    /// The day of the next opening as the reader sees it, when nothing is open today.
    var nextOpens: String? {
        guard current == nil else { return nil }
        return schedule.nextOpeningDay.map { UTCInstant(day: $0).dayText }
    }

    var status: WorklistStatus {
        let session = (current ?? schedule.left.first ?? schedule.rows.last)?.session ?? 1
        let rows = schedule.rows.filter { $0.session == session }
        return WorklistStatus(
            study: study.study.id, reader: reader, session: session,
            sessionCount: schedule.rows.map(\.session).max() ?? 1,
            left: schedule.left.count { $0.session == session }, caseCount: rows.count,
            signed: reads.count { !$0.isOpen }, waiting: schedule.waiting(on: today).count,
            hasDraft: draft != nil, nextOpens: nextOpens)
    }
}

extension ReadSummary {
    var isOpen: Bool { state == .draft || state == .amending }
}
