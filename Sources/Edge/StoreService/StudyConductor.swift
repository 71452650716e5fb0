import Instruments
import Persistence
import ReaderStudies

/// What the coordinator may do to a study beside importing and starting it; every act is an event for ever.
public struct StudyConductor: Sendable {
    private let store: any Store

    /// The conductor of the study in `store`.
    public init(store: any Store) { self.store = store }

    /// Lets a read be opened before the ledger and the plan do; the reason is stamped on the read.
    ///
    /// - Throws: `StoreError.refused` for a read that is not planned, or open or signed already.
    public func allow(_ read: ReadKey, reason: String) throws(StoreError) {
        try append(.openingAllowed(OpeningAllowed(read: read, reason: try Self.said(reason))))
    }

    /// Notes that a reader reads no more; what is signed stays and counts.
    public func leave(_ reader: ReaderID, reason: String) throws(StoreError) {
        try append(.readerLeft(ReaderLeft(reader: reader, reason: try Self.said(reason))))
    }

    /// Takes a case out of the worklists; what was read stays, and no other read changes its place.
    public func withdraw(_ caseID: CaseID, reason: String) throws(StoreError) {
        try append(.caseWithdrawn(CaseWithdrawn(caseID: caseID, reason: try Self.said(reason))))
    }

    /// Notes that the clock is right now, after it was wrong.
    public func acceptClock(reason: String) throws(StoreError) {
        try append(.clockAccepted(ClockAccepted(reason: try Self.said(reason))))
    }

    /// Freezes all reads; `instruments` are the study's forms, by which the answers of readers are compared.
    ///
    /// - Throws: `StoreError.refused` with all that is open.
    public func lock(instruments: [Instrument]) throws(StoreError) -> StudyLocked {
        try ClockWatch(store).demandTrue(store)
        let study = try store.demandStudy().study
        let open = try DisputedCases(store: store, study: study, instruments: instruments)
            .undrawn()
        guard open.isEmpty else {
            throw .refused(
                "The study cannot be locked. Readers answered \(open.count) cases differently that the "
                    + "adjudicator has not got. Draw them with `readingroom study order`.")
        }
        return try store.lock()
    }

    /// Notes that the arms became known, and why.
    ///
    /// - Throws: `StoreError.refused` before the lock.
    public func unblind(reason: String) throws(StoreError) {
        try append(.studyUnblinded(StudyUnblinded(reason: try Self.said(reason))))
    }

    private func append(_ event: StoreEvent) throws(StoreError) {
        try store.append(event, by: .coordinator)
    }

    private static func said(_ reason: String) throws(StoreError) -> String {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw .refused("This needs a reason. Say it in a few words.")
        }
        return reason
    }
}
