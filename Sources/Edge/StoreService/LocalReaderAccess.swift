import FrameCache
import Instruments
import Persistence
import ReaderStudies
import Synchronization

/// A reader's access to a store in the same process: it knows who reads and decides what is next.
///
/// Calls may come from any thread and run one after the other.
public final class LocalReaderAccess: ReaderAccess {
    private let store: any Store
    private let frames: FrameFolder
    private let reader: ReaderID
    private let instruments: [Instrument]
    private let isolation: IsolationLevel
    private let program: String
    private let clock: ClockWatch
    private let refusals: RefusalLog
    private let session: Mutex<OpenCase?> = Mutex(nil)

    /// A session of `reader` with the store and its frames; it is noted in the log.
    ///
    /// - Parameters:
    ///   - store: the study's events.
    ///   - frames: the images beside the store.
    ///   - reader: whose session it is.
    ///   - instruments: the study's reading forms, made from the texts in the store.
    ///   - isolation: `none` for one person on one machine, `app` where the program keeps readers apart.
    ///   - program: the program's name and version, stamped on every signature.
    public init(
        store: any Store, frames: FrameFolder, reader: ReaderID, instruments: [Instrument],
        isolation: IsolationLevel, program: String
    ) throws(AccessRefusal) {
        self.store = store
        self.frames = frames
        self.reader = reader
        self.instruments = instruments
        self.isolation = isolation
        self.program = program
        let watch = ClockWatch(store)
        clock = watch
        refusals = RefusalLog(store: store, reader: reader)
        try refusals.answering("session") { () throws(AccessRefusal) in
            do throws(StoreError) {
                try watch.demandTrue(store)
                _ = try ReaderPlan(store: store, reader: reader)
                try store.append(
                    .sessionStarted(
                        SessionStarted(
                            reader: reader, isolation: isolation, program: program,
                            boot: store.boot())),
                    by: .reader(reader))
            } catch {
                throw AccessRefusal(error)
            }
        }
    }

    /// How much is left.
    public func worklist() throws(AccessRefusal) -> WorklistStatus {
        try refusals.answering("worklist") { () throws(AccessRefusal) in try plan().status }
    }

    /// Opens the next case, or resumes the draft.
    public func open() throws(AccessRefusal) -> OpenedRead {
        try request("open") { (current) throws(AccessRefusal) -> OpenedRead in
            try demandTrueClock()
            let plan = try plan()
            guard plan.conduct.lock == nil else {
                throw .closed("The study is locked. Nothing more is read.")
            }
            guard let row = plan.current else { throw .nothingOpen(opens: plan.nextOpens) }
            let draft = plan.draft == nil ? nil : try kept(row.read)
            if draft == nil, row.step == 1 { try demandBreak(plan) }
            var opened = try openCase(row, plan, before: draft)
            let carried = draft == nil ? try carriedOver(to: &opened, plan) : []
            let receipt = try append(
                [
                    .readOpened(
                        ReadOpened(
                            read: row.read, instrument: opened.blinded.instrument,
                            isolation: isolation,
                            revealed: opened.blinded.clinical?.map(\.field)))
                ] + carried.map { .entryRecorded(EntryRecorded(read: row.read, entry: $0)) })
            current = opened
            return openedRead(opened, try kept(row.read), savedNumber: receipt.actorSeq)
        }
    }

    /// Saves one change of the open read; returns the reader's own event number.
    public func record(_ entry: ReadEntry) throws(AccessRefusal) -> Int {
        try request("record") { (current) throws(AccessRefusal) -> Int in
            guard let opened = current else { throw .noOpenRead }
            try EntryCheck(open: opened).check(entry)
            let entry = try DrawnTexture(open: opened, frames: frames).completed(entry)
            let receipt = try append(
                .entryRecorded(EntryRecorded(read: opened.row.read, entry: entry)))
            current?.sheet.apply(entry)
            return receipt.actorSeq
        }
    }

    /// Saves where the reader looks; the caller gathers these to one a second at most.
    public func record(view: ViewState) throws(AccessRefusal) -> Int {
        try request("view") { (current) throws(AccessRefusal) -> Int in
            guard let opened = current else { throw .noOpenRead }
            try check(view, of: opened)
            let receipt = try append(
                .viewRecorded(ViewRecorded(read: opened.row.read, view: view)))
            current?.looked.add(view)
            return receipt.actorSeq
        }
    }

    /// Signs the open read, or says all that is missing.
    public func sign(view: ViewState) throws(AccessRefusal) -> Int {
        try request("sign") { (current) throws(AccessRefusal) -> Int in
            guard let opened = current else { throw .noOpenRead }
            try check(view, of: opened)
            try SigningGate(open: opened, view: view).check()
            let request = SignRequest(
                read: opened.row.read, view: view, series: opened.series, program: program)
            let receipt = try sign(request)
            current = nil
            return receipt.actorSeq
        }
    }

    /// Reopens the reader's last signed read, with a reason; the signed revision stays.
    public func amend(reason: String) throws(AccessRefusal) -> OpenedRead {
        try request("amend") { (current) throws(AccessRefusal) -> OpenedRead in
            let plan = try plan()
            guard reason.contains(where: { !$0.isWhitespace }) else {
                throw .invalidEntry("An amendment needs a reason. Say it in a few words.")
            }
            guard plan.draft == nil, let (last, row, isSealed) = try lastSigned(plan) else {
                throw .closed(Self.nothingToAmend(plan))
            }
            guard !isSealed else { throw .closed(Self.sealed) }
            let opened = try openCase(row, plan, before: last)
            let revision = last.revision + 1
            let receipt = try append(
                .amendmentOpened(
                    AmendmentOpened(read: last.key, revision: revision, reason: reason)))
            current = opened
            var read = openedRead(opened, last, savedNumber: receipt.actorSeq)
            read.state = .amending
            read.revision = revision
            return read
        }
    }

    /// Leaves the open read as a draft.
    public func leave() throws(AccessRefusal) {
        try request("leave") { (current) throws(AccessRefusal) -> Void in
            guard let opened = current else { throw .noOpenRead }
            // A case that was withdrawn meanwhile takes no event more.
            if try plan().conduct.withdrawals[opened.row.read.caseID] == nil {
                _ = try append(.readLeft(ReadLeft(read: opened.row.read)))
            }
            current = nil
        }
    }

    /// The frames of a series of the open read, checked against what was imported.
    public func frames(of token: SeriesToken) throws(AccessRefusal) -> FrameSeries {
        try request("frames") { (current) throws(AccessRefusal) -> FrameSeries in
            guard let opened = current else { throw .noOpenRead }
            guard let series = opened.series.first(where: { $0.token == token }) else {
                throw .closed("This series does not belong to the open read.")
            }
            return try FrameDoor(folder: frames).open(series)
        }
    }

    /// One request with the read that is open; a refusal is kept in the log.
    private func request<Value: Sendable>(
        _ name: String, _ body: (inout sending OpenCase?) throws(AccessRefusal) -> sending Value
    ) throws(AccessRefusal) -> Value {
        try refusals.answering(name) { () throws(AccessRefusal) in try session.withLock(body) }
    }

    /// The signed read whose signature or last event is newest, its row, and whether more was shown after it.
    private func lastSigned(
        _ plan: ReaderPlan
    ) throws(AccessRefusal) -> (read: StoredRead, row: ReadingOrderRow, isSealed: Bool)? {
        do throws(StoreError) {
            let reads = try store.readSummaries(of: reader)
            let whole = try store.schedule(of: reader, after: reads, in: plan.study, plan.conduct)
            guard
                let newest = reads.filter({ !$0.isOpen }).max(by: { $0.lastEvent < $1.lastEvent }),
                let read = try store.read(of: newest.key),
                let row = whole.rows.first(where: { $0.read == newest.key })
            else { return nil }
            return (read, row, whole.stepAfter(row) != nil)
        } catch { throw AccessRefusal(error) }
    }

    private func plan() throws(AccessRefusal) -> ReaderPlan {
        do { return try ReaderPlan(store: store, reader: reader) } catch {
            throw AccessRefusal(error)
        }
    }

    private func check(_ view: ViewState, of opened: OpenCase) throws(AccessRefusal) {
        try EntryCheck(open: opened).check(view)
        try opened.looked.check(view, at: store.now())
    }

    /// A new case opens only where the sitting is not too long yet.
    private func demandBreak(_ plan: ReaderPlan) throws(AccessRefusal) {
        guard let rules = plan.study.study.sitting else { return }
        let sitting: Sitting?
        do {
            sitting = try store.sitting(of: reader, breakMinutes: rules.breakMinutes)
        } catch { throw AccessRefusal(error) }
        guard let sitting, let opens = rules.reopens(after: sitting, at: plan.now.utc) else {
            return
        }
        let minutes = (sitting.last.milliseconds - sitting.first.milliseconds) / 60_000
        throw .closed(
            "You have read for \(minutes) minutes. Take a break: the next case opens at "
                + "\(opens.text.dropFirst(11).prefix(5)) UTC.")
    }

    private func demandTrueClock() throws(AccessRefusal) {
        do { try clock.demandTrue(store) } catch { throw AccessRefusal(error) }
    }

    /// A read of the reader with its answers.
    private func kept(_ key: ReadKey) throws(AccessRefusal) -> StoredRead? {
        do { return try store.read(of: key) } catch { throw AccessRefusal(error) }
    }

    private func openCase(
        _ row: ReadingOrderRow, _ plan: ReaderPlan, before: StoredRead?
    ) throws(AccessRefusal) -> OpenCase {
        do {
            return try OpenCase(
                row: row, plan: plan, store: store, instruments: instruments, before: before)
        } catch { throw AccessRefusal(error) }
    }

    /// The reader's own answers of the step before, where the study has a later step begin with them.
    private func carriedOver(
        to opened: inout OpenCase, _ plan: ReaderPlan
    ) throws(AccessRefusal) -> [ReadEntry] {
        guard plan.study.study.design.prefills(step: opened.row.step),
            let before = plan.schedule.stepBefore(opened.row),
            let answers = try kept(before.read)
        else { return [] }
        return CarriedAnswers(answers).enter(&opened)
    }

    private func append(_ event: StoreEvent) throws(AccessRefusal) -> EventReceipt {
        try append([event])
    }

    private func append(_ events: [StoreEvent]) throws(AccessRefusal) -> EventReceipt {
        do { return try store.append(events, by: .reader(reader)) } catch {
            throw AccessRefusal(error)
        }
    }

    private func sign(_ request: SignRequest) throws(AccessRefusal) -> EventReceipt {
        do { return try store.sign(request) } catch { throw AccessRefusal(error) }
    }

    private func openedRead(
        _ opened: OpenCase, _ kept: StoredRead?, savedNumber: Int
    ) -> OpenedRead {
        OpenedRead(
            blindedCase: opened.blinded, sheet: opened.sheet.withoutComputed, view: kept?.view,
            state: kept?.state ?? .draft, revision: kept?.revision ?? 1, savedNumber: savedNumber,
            nextLesion: kept?.nextLesion ?? 1)
    }

    private static let sealed =
        "This step was sealed when you signed it, since more was shown after it. It stays as it is."

    private static func nothingToAmend(_ plan: ReaderPlan) -> String {
        plan.draft == nil
            ? "You have no signed read to amend."
            : "A read is open. Sign it before you amend an earlier one."
    }
}
