import ReaderStudies

/// What the coordinator and the clock did to a study so far.
public struct StudyConduct: Hashable, Sendable {
    /// Reads that may be opened before the ledger and the plan do.
    public var allowances: [ReadKey: Act] = [:]
    /// Readers who left.
    public var departures: [ReaderID: Act] = [:]
    /// Cases that were withdrawn.
    public var withdrawals: [CaseID: Act] = [:]
    /// The frozen reference.
    public var frozen: FrozenReference?
    /// The lock.
    public var lock: StudyLock?
    /// Each time that the study was unblinded.
    public var unblindings: [Act] = []
    /// The latest time that any event was labelled with, since the clock was last found right; `nil` in an empty log.
    public var latest: UTCInstant?

    /// Something that the coordinator did.
    public struct Act: Hashable, Sendable {
        /// Why.
        public let reason: String
        /// The event that says so.
        public let event: Int
    }

    /// The frozen reference.
    public struct FrozenReference: Hashable, Sendable {
        /// Its version.
        public let version: Int
        /// SHA-256 of its labels, in hexadecimal.
        public let digest: String
    }

    /// The lock of a study.
    public struct StudyLock: Hashable, Sendable {
        /// When, as a label.
        public let lockedAt: UTCInstant
        /// Number of signed revisions.
        public let signatures: Int
        /// SHA-256 over all that is locked, in hexadecimal.
        public let digest: String
    }

    /// Why `key` is read no more; `nil` when it is.
    public func withdrawn(_ key: ReadKey) -> String? {
        if let act = withdrawals[key.caseID] { return "case withdrawn: \(act.reason)" }
        return departures[key.reader].map { "reader left: \($0.reason)" }
    }
}

/// A request of a reader that was refused.
public struct RefusedRequest: Hashable, Sendable {
    /// When, as a label.
    public let at: UTCInstant
    /// Who asked, for what, and what the answer was.
    public let refused: RequestRefused
    /// The event.
    public let event: Int
}
