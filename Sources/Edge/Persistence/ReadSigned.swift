import ReaderStudies

/// What a signature covers: everything that the read is, and the events that made it.
///
/// The log keeps the digest of its JSON (sorted keys); the payload itself follows from the events.
struct SignedPayload: Codable {
    let study: StudyID
    let answers: [AnswerRecord]
    let lesions: [SiteID]
    let signed: SignedFacts
}

/// The facts of a signature beside the answers.
public struct SignedFacts: Hashable, Sendable, Codable {
    /// The read.
    public let read: ReadKey
    /// 1, or more after amendments.
    public let revision: Int
    /// SHA-256 of the study file, in hexadecimal.
    public let studyDigest: String
    /// The reading form.
    public let instrument: InstrumentReference
    /// SHA-256 of the frames of each series shown, by token.
    public let frames: [SeriesToken: String]
    /// Where the reader was when signing: slices seen, renderer, greys, active time.
    public let view: ViewState
    /// The program's version.
    public let program: String
    /// How readers are kept apart.
    public let isolation: IsolationLevel
    /// First event of this revision.
    public let firstEvent: Int
    /// Last event before the signature.
    public let lastEvent: Int
    /// Head of the chain before the signature, in hexadecimal.
    public let head: String

    /// Facts as they are given; those of a real signature come from the store alone.
    package init(
        read: ReadKey, revision: Int, studyDigest: String, instrument: InstrumentReference,
        frames: [SeriesToken: String], view: ViewState, program: String,
        isolation: IsolationLevel, firstEvent: Int, lastEvent: Int, head: String
    ) {
        self.read = read
        self.revision = revision
        self.studyDigest = studyDigest
        self.instrument = instrument
        self.frames = frames
        self.view = view
        self.program = program
        self.isolation = isolation
        self.firstEvent = firstEvent
        self.lastEvent = lastEvent
        self.head = head
    }
}

/// A signature under a read.
public struct ReadSigned: Hashable, Sendable, Codable {
    /// What is signed, without the answers: those are the events.
    public let signed: SignedFacts
    /// SHA-256 of the payload's JSON, answers included, in hexadecimal.
    public let payloadDigest: String

    /// A signature as it is given; a real one comes from the store alone.
    package init(signed: SignedFacts, payloadDigest: String) {
        self.signed = signed
        self.payloadDigest = payloadDigest
    }
}

/// What the store needs to know to sign a read.
public struct SignRequest: Hashable, Sendable {
    /// The read.
    public let read: ReadKey
    /// Where the reader is.
    public let view: ViewState
    /// The series that were shown.
    public let series: [ImportedSeries]
    /// The program's version.
    public let program: String

    /// A request to sign `read`.
    public init(read: ReadKey, view: ViewState, series: [ImportedSeries], program: String) {
        self.read = read
        self.view = view
        self.series = series
        self.program = program
    }
}
