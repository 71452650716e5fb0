import Persistence
import ReaderStudies
import StudyDesigns

/// What one reader has before them, as the store tells it at one moment.
struct ReaderPlan {
    let study: StoredStudy
    let reader: ReaderID
    /// The rows that have to be looked at one by one, and the whole session of the row to read now.
    let schedule: Schedule
    let sessionCount: Int
    let conduct: StudyConduct
    let now: ClockReading
    /// The read that was begun and not signed.
    let draft: ReadKey?
    /// The row to read now: the draft's, or the next that is open.
    let current: ReadingOrderRow?
    /// The day of the next opening as the reader sees it, when nothing is open today.
    let nextOpens: String?
    private let session: Int
    private let signed: Int
    /// Unsigned rows that are planned for a later day.
    private let later: Int

    /// - Throws: `StoreError`, also when the study was not started.
    init(store: any Store, reader: ReaderID) throws(StoreError) {
        study = try store.demandStarted(for: reader)
        conduct = try store.conduct()
        guard conduct.departures[reader] == nil else {
            throw .refused("You read no more in this study. What you signed is kept.")
        }
        self.reader = reader
        now = store.now()
        let order = try store.openOrder(of: reader, on: study.day(of: now))
        let withdrawals = conduct.withdrawals
        draft = order.drafts.first { withdrawals[$0.caseID] == nil }
        let open = Schedule(
            rows: order.rows, in: study, exposures: order.exposures, signed: order.closed, conduct)
        current =
            if let draft { open.rows.first { $0.read == draft } } else {
                open.next(on: now.utc.day)
            }
        nextOpens =
            if current == nil {
                try store.schedule(
                    of: reader, after: try store.readSummaries(of: reader), in: study, conduct
                ).nextOpeningDay.map { UTCInstant(day: $0).dayText }
            } else { nil }
        session = current?.session ?? order.firstSession ?? max(1, order.sessionCount)
        (sessionCount, signed, later) = (order.sessionCount, order.signed, order.later)
        let whole = try store.session(session, of: reader)
        let known = Set(whole.rows.map(\.position))
        schedule = Schedule(
            rows: whole.rows + order.rows.filter { !known.contains($0.position) }, in: study,
            exposures: order.exposures, signed: order.closed.union(whole.closed), conduct)
    }

    var status: WorklistStatus {
        let today = now.utc.day
        let waiting = schedule.waiting(on: today).count { schedule.plannedDay(of: $0) <= today }
        return WorklistStatus(
            study: study.study.id, reader: reader, session: session,
            sessionCount: max(1, sessionCount),
            left: schedule.left.count { $0.session == session },
            caseCount: schedule.rows.count { $0.session == session }, signed: signed,
            waiting: later + waiting, hasDraft: draft != nil, nextOpens: nextOpens)
    }
}

extension StoredStudy {
    /// A moment as the order and the ledger count days.
    fileprivate func day(of now: ClockReading) -> OpenOrder.Day {
        let lag = OpeningRules(design: study.design).longestLag
        return OpenOrder.Day(
            planned: now.utc.day - (startDay ?? 0), settled: now.utc.day - lag)
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
