import Persistence
import ReaderStudies
import StudyDesigns

/// What one reader has before them, as the store tells it at one moment.
struct ReaderPlan {
    let study: StoredStudy
    let reader: ReaderID
    /// The sessions in which something is left, and the last.
    let schedule: Schedule
    let sessionCount: Int
    let conduct: StudyConduct
    let now: ClockReading
    /// The read that was begun and not signed.
    let draft: ReadKey?
    /// The row to read now: the draft's, or the next that is open.
    let current: ReadingOrderRow?
    private let signed: Int

    private var today: Int { now.utc.day }

    /// - Throws: `StoreError`, also when the study was not started.
    init(store: any Store, reader: ReaderID) throws(StoreError) {
        study = try store.demandStarted(for: reader)
        conduct = try store.conduct()
        guard conduct.departures[reader] == nil else {
            throw .refused("You read no more in this study. What you signed is kept.")
        }
        self.reader = reader
        let order = try store.openOrder(of: reader)
        let withdrawals = conduct.withdrawals
        now = store.now()
        sessionCount = order.sessionCount
        signed = order.signed
        draft = order.drafts.first { withdrawals[$0.caseID] == nil }
        schedule = Schedule(
            rows: order.rows, in: study, exposures: order.exposures, signed: order.closed, conduct)
        current =
            if let draft { schedule.rows.first { $0.read == draft } } else {
                schedule.next(on: now.utc.day)
            }
    }

    /// The day of the next opening as the reader sees it, when nothing is open today.
    var nextOpens: String? {
        guard current == nil else { return nil }
        return schedule.nextOpeningDay.map { UTCInstant(day: $0).dayText }
    }

    var status: WorklistStatus {
        let left = schedule.left
        let session = (current ?? left.first)?.session ?? max(1, sessionCount)
        return WorklistStatus(
            study: study.study.id, reader: reader, session: session,
            sessionCount: max(1, sessionCount), left: left.count { $0.session == session },
            caseCount: schedule.rows.count { $0.session == session }, signed: signed,
            waiting: schedule.waiting(on: today).count, hasDraft: draft != nil,
            nextOpens: nextOpens)
    }
}

extension Store {
    /// The study, once it has started.
    ///
    /// - Throws: `StoreError.refused` before that, and for somebody who does not read in it.
    func demandStarted(for reader: ReaderID) throws(StoreError) -> StoredStudy {
        let study = try demandStudy()
        guard study.study.people.contains(reader) else {
            let readers = study.study.people.map(\.rawValue).joined(separator: ", ")
            throw .refused("\(reader) is not a reader of this study. The readers are \(readers).")
        }
        guard study.startDay != nil else {
            throw .refused(
                "The study has not started. The coordinator starts it with `readingroom study "
                    + "start`.")
        }
        return study
    }

    /// The whole schedule of one reader of a started study, who has opened `reads`.
    func schedule(
        of reader: ReaderID, after reads: [ReadSummary], in study: StoredStudy,
        _ conduct: StudyConduct
    ) throws(StoreError) -> Schedule {
        Schedule(
            rows: try order(of: reader), in: study, exposures: try exposures(of: reader),
            signed: Set(reads.filter { !$0.isOpen }.map(\.key)), conduct)
    }
}

extension Schedule {
    /// `rows` of one reader of a started study; those of withdrawn cases are closed like signed ones.
    fileprivate init(
        rows: [ReadingOrderRow], in study: StoredStudy, exposures: [Exposure],
        signed: Set<ReadKey>, _ conduct: StudyConduct
    ) {
        var closed = signed
        if !conduct.withdrawals.isEmpty {
            closed.formUnion(
                rows.map(\.read).filter { conduct.withdrawals[$0.caseID] != nil })
        }
        self.init(
            rows: rows, startDay: study.startDay ?? 0,
            rules: OpeningRules(design: study.study.design),
            exposures: exposures, closed: closed, allowed: Set(conduct.allowances.keys))
    }
}

extension ReadSummary {
    var isOpen: Bool { state == .draft || state == .amending }
}
