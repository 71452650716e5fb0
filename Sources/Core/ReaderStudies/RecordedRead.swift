/// A read as kept, one value a signed revision; a read that is not signed has revision 0 and no answers.
public struct RecordedRead: Hashable, Sendable {
    /// Who, what, which arm and occasion, in which session and position.
    public let row: ReadingOrderRow
    /// The reading form.
    public let instrument: InstrumentReference
    /// 1 for the first signature, then one more for each amendment; 0 when nothing is signed.
    public let revision: Int
    /// The answers as signed.
    public let sheet: AnswerSheet
    /// The event that holds each answer.
    public let events: [ItemKey: Int]
    /// The signature; `nil` when nothing is signed.
    public let signature: Signature?
    /// Why the coordinator let it be opened before the ledger and the plan did; `nil` when it was not.
    public var override: String?
    /// Why it is read no more, or counts no more; `nil` when it does.
    public var withdrawn: String?

    /// What a signature says beside the answers.
    public struct Signature: Hashable, Sendable {
        /// When, as a label.
        public let signedAt: UTCInstant
        /// Active reading time in milliseconds.
        public let activeMS: Int
        /// How readers were kept apart.
        public let isolation: IsolationLevel
        /// The event of the signature.
        public let event: Int
        /// The version of the protocol in force, from 1.
        public let protocolVersion: Int

        /// A signature; under the first protocol unless said otherwise.
        public init(
            signedAt: UTCInstant, activeMS: Int, isolation: IsolationLevel, event: Int,
            protocolVersion: Int = 1
        ) {
            self.signedAt = signedAt
            self.activeMS = activeMS
            self.isolation = isolation
            self.event = event
            self.protocolVersion = protocolVersion
        }
    }

    /// A signed revision of a read.
    public init(
        row: ReadingOrderRow, instrument: InstrumentReference, revision: Int, sheet: AnswerSheet,
        events: [ItemKey: Int], signature: Signature
    ) {
        precondition(revision >= 1, "signed revisions count from 1, got \(revision)")
        self.row = row
        self.instrument = instrument
        self.revision = revision
        self.sheet = sheet
        self.events = events
        self.signature = signature
    }

    /// A read of the plan that is not signed.
    public init(unsigned row: ReadingOrderRow, instrument: InstrumentReference) {
        self.row = row
        self.instrument = instrument
        revision = 0
        sheet = AnswerSheet()
        events = [:]
        signature = nil
    }
}
