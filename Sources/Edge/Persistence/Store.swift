import ReaderStudies

/// A reader study's memory: an append-only log of events, and what follows from it.
///
/// Every call that returns has been made durable. One program at a time holds a store; its calls may come from any
/// thread and run one after the other.
public protocol Store: Sendable {
    /// Adds events, all or none, and everything that follows from them.
    ///
    /// - Throws: `StoreError.refused` when an event contradicts the store.
    @discardableResult
    func append(_ events: [StoreEvent], by actor: EventActor) throws(StoreError) -> EventReceipt

    /// Signs a draft: freezes its events and adds the signature over what they say.
    @discardableResult
    func sign(_ request: SignRequest) throws(StoreError) -> EventReceipt

    /// Freezes all reads and says with which digest.
    ///
    /// - Throws: `StoreError.refused` with all that is open.
    func lock() throws(StoreError) -> StudyLocked

    /// Removes the body of an event that must not be kept, and says so in an event; the chain stays whole.
    @discardableResult
    func redact(
        event: Int, reason: String, by actor: EventActor
    ) throws(StoreError) -> EventReceipt

    /// The study; `nil` in a store that is being made.
    func study() throws(StoreError) -> StoredStudy?
    /// All cases, in the order of import.
    func cases() throws(StoreError) -> [StudyCase]
    /// All series, in the order of import.
    func series() throws(StoreError) -> [StoredSeries]
    /// The series of one case, in the order of import.
    func series(of caseID: CaseID) throws(StoreError) -> [StoredSeries]
    /// The clinical values of one case, or of all when `nil`, by case and field.
    func clinicalValues(of caseID: CaseID?) throws(StoreError) -> [StoredClinicalValue]
    /// The reading order of one reader, or of all by reader; by position.
    func order(of reader: ReaderID?) throws(StoreError) -> [ReadingOrderRow]
    /// What a reader has before them on a day.
    func openOrder(of reader: ReaderID, on day: OpenOrder.Day) throws(StoreError) -> OpenOrder
    /// One session of a reader's order.
    func session(_ session: Int, of reader: ReaderID) throws(StoreError) -> SessionOrder
    /// Reads that a reader has opened, in the order of opening.
    func reads(of reader: ReaderID) throws(StoreError) -> [StoredRead]
    /// How the reads that a reader has opened stand, in the order of opening; without their answers.
    func readSummaries(of reader: ReaderID) throws(StoreError) -> [ReadSummary]
    /// One read; `nil` if it was never opened.
    func read(of key: ReadKey) throws(StoreError) -> StoredRead?
    /// The last UTC day on which a reader saw images of a participant, by arm.
    func exposures(of reader: ReaderID) throws(StoreError) -> [Exposure]
    /// One value for every signed revision and for every planned read without one, in the readers' orders.
    func recordedReads() throws(StoreError) -> [RecordedRead]
    /// Gives the same values as `recordedReads` to `body`, one after the other, so that a store of any size
    /// takes the memory of one read.
    func visitRecordedReads(_ body: (RecordedRead) -> Void) throws(StoreError)
    /// The hash of the last event, in hexadecimal; 64 zeros in an empty log. Nothing is checked.
    func head() throws(StoreError) -> String
    /// How every signed revision was looked at, in the readers' orders.
    func displays() throws(StoreError) -> [RecordedDisplay]
    /// How pictures were drawn when each revision was signed, such as `kitty 256`, by read and revision.
    func renderers() throws(StoreError) -> [ReadKey: [Int: String]]
    /// Who was shown which slices of which case, how long and why; by the event that opened the case.
    func exposureLedger() throws(StoreError) -> [ExposureRow]
    /// What the coordinator and the clock did so far.
    func conduct() throws(StoreError) -> StudyConduct
    /// Active times of first signatures in milliseconds, by reader and arm.
    func activeTimes() throws(StoreError) -> [ReaderID: [ArmID: [Int]]]
    /// When an event was recorded, as a label; `nil` when there is none of that number.
    func time(of event: Int) throws(StoreError) -> UTCInstant?
    /// All versions of the reference standard, in order; never for a reader.
    func references() throws(StoreError) -> [ReferenceStandard]
    /// The reader's last sitting: back from the last sign of reading to the first gap of `breakMinutes`.
    func sitting(of reader: ReaderID, breakMinutes: Int) throws(StoreError) -> Sitting?
    /// Requests of readers that were refused, in order.
    func refusedRequests() throws(StoreError) -> [RefusedRequest]
    /// Everything that was on the screen in full while a read was open, in order, signed or not.
    func looks(of key: ReadKey) throws(StoreError) -> [Look]
    /// All versions of the protocol, in order; one when it was never amended.
    func protocolVersions() throws(StoreError) -> [ProtocolVersion]
    /// Number of events of `actor` so far.
    func count(of actor: EventActor) throws(StoreError) -> Int
    /// The clock by which events are labelled.
    func now() -> ClockReading
    /// Names the time since the machine started; `nil` where unknown.
    func boot() -> String?
    /// Both clocks when a reader's program started last since the machine did, or since the clock was found right.
    func sessionStart(since boot: String) throws(StoreError) -> ClockReading?
    /// Checks every event, the chain, and that the tables follow from the log.
    func verify() throws(StoreError) -> Verification
}

extension Store {
    /// Adds one event.
    @discardableResult
    public func append(_ event: StoreEvent, by actor: EventActor) throws(StoreError) -> EventReceipt
    {
        try append([event], by: actor)
    }
}

/// The numbers of the last event that was added.
public struct EventReceipt: Hashable, Sendable {
    /// In the store, from 1.
    public let seq: Int
    /// Among the actor's own events, from 1.
    public let actorSeq: Int
}

/// The study of a store.
public struct StoredStudy: Hashable, Sendable {
    /// The study and the files that it was made from.
    public let created: StudyCreated
    /// The UTC day of the first drawing, counted from 1970-01-01; `nil` before `study start`.
    public let startDay: Int?

    /// The study as understood.
    public var study: ReaderStudy { created.study }
}

/// A series and whether it may be shown.
public struct StoredSeries: Hashable, Sendable {
    /// The series.
    public let series: ImportedSeries
    /// Whether it may be shown.
    public let state: SeriesState
}

/// How a read that was opened stands, without its answers.
public struct ReadSummary: Hashable, Sendable {
    /// Which.
    public let key: ReadKey
    /// Draft, signed, amending or amended.
    public let state: ReadState
    /// The last event of the read.
    public let lastEvent: Int
}

/// A read that was opened, as it stands now.
public struct StoredRead: Hashable, Sendable {
    /// Which.
    public let key: ReadKey
    /// The reading form.
    public let instrument: InstrumentReference
    /// Draft, signed, amending or amended.
    public let state: ReadState
    /// The revision that the answers belong to.
    public let revision: Int
    /// The answers of that revision.
    public let sheet: AnswerSheet
    /// Where the reader was last.
    public let view: ViewState?
    /// The number that the next lesion gets.
    public let nextLesion: Int
    /// The last event of the read.
    public let lastEvent: Int
}

extension Store {
    /// The study of the store.
    ///
    /// - Throws: `StoreError.noStudy` when the store holds none, and every other error of reading it.
    public func demandStudy() throws(StoreError) -> StoredStudy {
        guard let study = try study() else { throw .noStudy }
        return study
    }
}
