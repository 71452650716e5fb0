import Foundation
import GRDB
import ReaderStudies

/// A store in one folder: `store.sqlite` and `frames/`, held by one connection of one program.
public final class SQLiteStore: Store {
    /// The folder of the store.
    public let folder: String
    /// Why nothing may be added, when the log was found changed; the store can still be read.
    public let problem: Verification.Problem?

    private let queue: DatabaseQueue
    private let clock: any StoreClock

    /// The folder of the frame cache of the store in `folder`.
    public static func framesFolder(of folder: String) -> String { "\(folder)/frames" }

    init(
        folder: String, queue: DatabaseQueue, clock: any StoreClock,
        problem: Verification.Problem?
    ) {
        self.folder = folder
        self.queue = queue
        self.clock = clock
        self.problem = problem
    }

    /// Adds events, all or none, and everything that follows from them.
    @discardableResult
    public func append(
        _ events: [StoreEvent], by actor: EventActor
    ) throws(StoreError) -> EventReceipt {
        try write { try LogWriter(db: $0, clock: clock).add(events, by: actor) }
    }

    /// Signs a draft: freezes its events and adds the signature over what they say.
    @discardableResult
    public func sign(_ request: SignRequest) throws(StoreError) -> EventReceipt {
        try write { db in
            let event = try Signing(db: db).signature(for: request)
            return try LogWriter(db: db, clock: clock)
                .add(event, by: .reader(request.read.reader))
        }
    }

    /// Freezes all reads and says with which digest.
    public func lock() throws(StoreError) -> StudyLocked {
        try write { db in
            let locked = try Locking(db: db).locked()
            _ = try LogWriter(db: db, clock: clock).add(.studyLocked(locked), by: .coordinator)
            return locked
        }
    }

    /// Removes the body of an event that must not be kept, and says so in an event.
    @discardableResult
    public func redact(
        event seq: Int, reason: String, by actor: EventActor
    ) throws(StoreError) -> EventReceipt {
        let receipt = try write { db in
            try RedactionWriter(db: db, clock: clock).redact(seq, reason: reason, by: actor)
        }
        // The old pages stay in the write-ahead log until it is emptied.
        try run { queue in _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
        return receipt
    }

    /// The study; `nil` in a store that is being made.
    public func study() throws(StoreError) -> StoredStudy? { try read { try $0.study() } }

    /// All cases, in the order of import.
    public func cases() throws(StoreError) -> [StudyCase] { try read { try $0.cases() } }

    /// All series, in the order of import.
    public func series() throws(StoreError) -> [StoredSeries] { try read { try $0.series() } }

    /// The series of one case, in the order of import.
    public func series(of caseID: CaseID) throws(StoreError) -> [StoredSeries] {
        try read { try $0.series(of: caseID) }
    }

    /// See `Store.clinicalValues`.
    public func clinicalValues(
        of caseID: CaseID?
    ) throws(StoreError) -> [StoredClinicalValue] {
        try read { try $0.clinicalValues(of: caseID) }
    }

    /// The reading order of one reader, or of all by reader; by position.
    public func order(of reader: ReaderID?) throws(StoreError) -> [ReadingOrderRow] {
        try read { try $0.order(of: reader) }
    }

    /// See `Store.openOrder`.
    public func openOrder(
        of reader: ReaderID, on day: OpenOrder.Day
    ) throws(StoreError) -> OpenOrder {
        try read { try $0.openOrder(of: reader, on: day) }
    }

    /// See `Store.session`.
    public func session(_ session: Int, of reader: ReaderID) throws(StoreError) -> SessionOrder {
        try read { try $0.session(session, of: reader) }
    }

    /// Reads that a reader has opened, in the order of opening.
    public func reads(of reader: ReaderID) throws(StoreError) -> [StoredRead] {
        try read { try $0.reads(of: reader) }
    }

    /// How the reads that a reader has opened stand, in the order of opening.
    public func readSummaries(of reader: ReaderID) throws(StoreError) -> [ReadSummary] {
        try read { try $0.readSummaries(of: reader) }
    }

    /// One read; `nil` if it was never opened.
    public func read(of key: ReadKey) throws(StoreError) -> StoredRead? {
        try read { try $0.read(of: key) }
    }

    /// The last UTC day on which a reader saw images of a participant, by arm.
    public func exposures(of reader: ReaderID) throws(StoreError) -> [Exposure] {
        try read { try $0.exposures(of: reader) }
    }

    /// One value for every signed revision and for every planned read without one.
    public func recordedReads() throws(StoreError) -> [RecordedRead] {
        try read { try $0.recordedReads() }
    }
    /// See `Store.visitRecordedReads`.
    public func visitRecordedReads(_ body: (RecordedRead) -> Void) throws(StoreError) {
        try read { try $0.visitRecordedReads(body) }
    }
    /// See `Store.head`.
    public func head() throws(StoreError) -> String {
        try read { try $0.head() }
    }
    /// See `Store.displays`.
    public func displays() throws(StoreError) -> [RecordedDisplay] {
        try read { try $0.displays() }
    }

    /// See `Store.renderers`.
    public func renderers() throws(StoreError) -> [ReadKey: [Int: String]] {
        try read { try $0.renderers() }
    }

    /// Who was shown which slices of which case, how long and why.
    public func exposureLedger() throws(StoreError) -> [ExposureRow] {
        try read { try ExposureLedger.rows($0.db) }
    }

    /// What the coordinator and the clock did so far.
    public func conduct() throws(StoreError) -> StudyConduct { try read { try $0.conduct() } }

    /// All versions of the protocol, in order.
    public func protocolVersions() throws(StoreError) -> [ProtocolVersion] {
        try read { try $0.protocolVersions() }
    }

    /// All versions of the reference standard, in order.
    public func references() throws(StoreError) -> [ReferenceStandard] {
        try read { try $0.references() }
    }

    /// The reader's last sitting: back from the last sign of reading to the first gap of `breakMinutes`.
    public func sitting(
        of reader: ReaderID, breakMinutes: Int
    ) throws(StoreError) -> Sitting? {
        try read { try $0.sitting(of: reader, breakMinutes: breakMinutes) }
    }

    /// See `Store.activeTimes`.
    public func activeTimes() throws(StoreError) -> [ReaderID: [ArmID: [Int]]] {
        try read { try $0.activeTimes() }
    }

    /// See `Store.time`.
    public func time(of event: Int) throws(StoreError) -> UTCInstant? {
        try read { try $0.time(of: event) }
    }

    /// Requests of readers that were refused, in order.
    public func refusedRequests() throws(StoreError) -> [RefusedRequest] {
        try read { try $0.refusedRequests() }
    }

    /// See `Store.looks`.
    public func looks(of key: ReadKey) throws(StoreError) -> [Look] {
        try read { try $0.looks(of: key) }
    }

    /// Number of events of `actor` so far.
    public func count(of actor: EventActor) throws(StoreError) -> Int {
        try read { try LogReader(db: $0.db).lastActorSeq(actor.text) }
    }

    /// The clock by which events are labelled.
    public func now() -> ClockReading { clock.now() }

    /// Names the time since the machine started; `nil` where unknown.
    public func boot() -> String? { clock.boot() }

    /// Both clocks when a reader's program started last since the machine did.
    public func sessionStart(since boot: String) throws(StoreError) -> ClockReading? {
        try read { try $0.sessionStart(since: boot) }
    }

    /// Checks every event, the chain, and that the tables follow from the log.
    public func verify() throws(StoreError) -> Verification {
        try run { try $0.read { try Verifier(db: $0).everything() } }
    }

    /// Gives the file up; every later call is refused.
    public func close() throws(StoreError) { try run { try $0.close() } }

    private func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        if let problem { throw .chainBroken(folder, because: problem.description) }
        return try run { try $0.write(body) }
    }

    private func read<Value>(
        _ body: (StoreQueries) throws -> Value
    ) throws(StoreError) -> Value {
        try run { try $0.read { try body(StoreQueries(db: $0)) } }
    }

    func run<Value>(_ body: (DatabaseQueue) throws -> Value) throws(StoreError) -> Value {
        do { return try body(queue) } catch { throw StoreError(error, folder: folder) }
    }
}
