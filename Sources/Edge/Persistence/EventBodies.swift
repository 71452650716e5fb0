import ReaderStudies

/// A reading form as the study was made with it, so that the store reads the same for ever.
public struct InstrumentText: Hashable, Sendable, Codable {
    /// The instrument.
    public let instrument: InstrumentReference
    /// The whole file.
    public let text: String
    /// SHA-256 of the text, in hexadecimal.
    public let digest: String

    /// The file of `instrument`.
    public init(instrument: InstrumentReference, text: String) {
        self.instrument = instrument
        self.text = text
        self.digest = Digest.hexadecimal(of: text)
    }
}

/// The study that a store holds.
public struct StudyCreated: Hashable, Sendable, Codable {
    /// The study as understood.
    public let study: ReaderStudy
    /// The whole study file.
    public let text: String
    /// SHA-256 of the text, in hexadecimal.
    public let digest: String
    /// The reading forms.
    public let instruments: [InstrumentText]

    /// `study` as read from `text`, with the files of its instruments.
    public init(study: ReaderStudy, text: String, instruments: [InstrumentText]) {
        self.study = study
        self.text = text
        self.digest = Digest.hexadecimal(of: text)
        self.instruments = instruments
    }
}

/// Rows of the reading order, in the order of drawing.
public struct OrderDrawn: Hashable, Sendable, Codable {
    /// The seed, as written in the study file.
    public let seed: UInt64
    /// The rows that were added.
    public let rows: [ReadingOrderRow]

    /// Rows drawn with `seed`.
    public init(seed: UInt64, rows: [ReadingOrderRow]) {
        self.seed = seed
        self.rows = rows
    }
}

/// An approval of a waiting series.
public struct SeriesApproved: Hashable, Sendable, Codable {
    /// The series.
    public let token: SeriesToken

    /// Approves `token`.
    public init(token: SeriesToken) { self.token = token }
}

/// The start of a reader's program.
public struct SessionStarted: Hashable, Sendable, Codable {
    /// Who reads.
    public let reader: ReaderID
    /// How readers are kept apart.
    public let isolation: IsolationLevel
    /// The program's version.
    public let program: String
    /// The start of the machine since which the event's boot time counts; `nil` where it is not known.
    public let boot: String?

    /// A start by `reader`.
    public init(
        reader: ReaderID, isolation: IsolationLevel, program: String, boot: String? = nil
    ) {
        self.reader = reader
        self.isolation = isolation
        self.program = program
        self.boot = boot
    }
}

/// An opening or a resumption of a read.
public struct ReadOpened: Hashable, Sendable, Codable {
    /// The read.
    public let read: ReadKey
    /// The reading form in force.
    public let instrument: InstrumentReference
    /// How readers are kept apart.
    public let isolation: IsolationLevel
    /// The clinical fields that were shown, by name; none when `nil`.
    public let revealed: [String]?

    /// Opens `read` with `instrument`, showing the clinical fields `revealed`.
    public init(
        read: ReadKey, instrument: InstrumentReference, isolation: IsolationLevel,
        revealed: [String]? = nil
    ) {
        self.read = read
        self.instrument = instrument
        self.isolation = isolation
        self.revealed = revealed
    }
}

/// One change of a draft.
public struct EntryRecorded: Hashable, Sendable {
    /// The read.
    public let read: ReadKey
    /// The change.
    public let entry: ReadEntry

    /// `entry` in the draft of `read`.
    public init(read: ReadKey, entry: ReadEntry) {
        self.read = read
        self.entry = entry
    }
}

/// Where a reader looks.
public struct ViewRecorded: Hashable, Sendable, Codable {
    /// The read.
    public let read: ReadKey
    /// The view.
    public let view: ViewState

    /// `view` in `read`.
    public init(read: ReadKey, view: ViewState) {
        self.read = read
        self.view = view
    }
}

/// Leaving a draft.
public struct ReadLeft: Hashable, Sendable, Codable {
    /// The read.
    public let read: ReadKey

    /// Leaves the draft of `read`.
    public init(read: ReadKey) { self.read = read }
}

/// Reopening a signed read.
public struct AmendmentOpened: Hashable, Sendable, Codable {
    /// The read.
    public let read: ReadKey
    /// The new revision, from 2.
    public let revision: Int
    /// Why, in the reader's words.
    public let reason: String

    /// Reopens `read` as `revision`.
    public init(read: ReadKey, revision: Int, reason: String) {
        self.read = read
        self.revision = revision
        self.reason = reason
    }
}

/// Removal of the body of an event.
public struct BodyRedacted: Hashable, Sendable, Codable {
    /// The event whose body is removed.
    public let event: Int
    /// Why.
    public let reason: String
    /// What stays of the body: the same JSON with every free text replaced by `[removed]`.
    public let remains: String
}
