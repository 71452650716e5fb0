import ReaderStudies

/// Images shown outside of a read.
public struct ImageShown: Hashable, Sendable, Codable {
    /// Who saw them; `nil` for the coordinator.
    public let reader: ReaderID?
    /// The case.
    public let caseID: CaseID
    /// The arm whose images they are.
    public let arm: ArmID
    /// Why they were shown.
    public let kind: ExposureKind
    /// The series.
    public let series: SeriesToken
    /// Slices, from 0.
    public let slices: [Int]
    /// Milliseconds; 0 where a picture was made that nobody timed.
    public let shownMS: Int

    /// `slices` of `series`, shown to `reader`.
    public init(
        reader: ReaderID?, caseID: CaseID, arm: ArmID, kind: ExposureKind, series: SeriesToken,
        slices: [Int], shownMS: Int
    ) {
        self.reader = reader
        self.caseID = caseID
        self.arm = arm
        self.kind = kind
        self.series = series
        self.slices = slices
        self.shownMS = shownMS
    }
}

/// Something that a reader asked for and did not get.
public struct RequestRefused: Hashable, Sendable, Codable {
    /// Who asked.
    public let reader: ReaderID
    /// What was asked: `open`, `sign`, `amend` and so on.
    public let request: String
    /// The sentence that the reader saw.
    public let sentence: String

    /// A refusal of `request`.
    public init(reader: ReaderID, request: String, sentence: String) {
        self.reader = reader
        self.request = request
        self.sentence = sentence
    }
}

/// The coordinator lets a read be opened before the ledger and the plan do.
public struct OpeningAllowed: Hashable, Sendable, Codable {
    /// The read.
    public let read: ReadKey
    /// Why, in the coordinator's words; stamped on the read.
    public let reason: String

    /// Allows `read`.
    public init(read: ReadKey, reason: String) {
        self.read = read
        self.reason = reason
    }
}

/// A reader who reads no more.
public struct ReaderLeft: Hashable, Sendable, Codable {
    /// Who.
    public let reader: ReaderID
    /// Why, in the coordinator's words.
    public let reason: String

    /// `reader` left.
    public init(reader: ReaderID, reason: String) {
        self.reader = reader
        self.reason = reason
    }
}

/// A case that is read no more.
public struct CaseWithdrawn: Hashable, Sendable, Codable {
    /// Which.
    public let caseID: CaseID
    /// Why, in the coordinator's words.
    public let reason: String

    /// `caseID` was withdrawn.
    public init(caseID: CaseID, reason: String) {
        self.caseID = caseID
        self.reason = reason
    }
}

/// World time that does not fit what the log or the machine's own count says.
public struct ClockJumped: Hashable, Sendable, Codable {
    /// What the clock should show at least, or what it should show.
    public let expected: UTCInstant
    /// What it shows.
    public let found: UTCInstant

    /// A clock that shows `found` where it should show `expected`.
    public init(expected: UTCInstant, found: UTCInstant) {
        self.expected = expected
        self.found = found
    }
}

/// The coordinator found the clock right, whatever it showed before.
public struct ClockAccepted: Hashable, Sendable, Codable {
    /// Why, in the coordinator's words.
    public let reason: String

    /// Takes the clock as it is.
    public init(reason: String) { self.reason = reason }
}

/// The reference standard from which version on nothing is changed.
public struct ReferenceFrozen: Hashable, Sendable, Codable {
    /// The version.
    public let version: Int
    /// SHA-256 of the labels' JSON (sorted keys), in hexadecimal.
    public let digest: String

    /// Freezes `standard`.
    ///
    /// - Throws: `StoreError.invalid`, never for labels that were read from a store.
    public init(_ standard: ReferenceStandard) throws(StoreError) {
        version = standard.version
        digest = Digest.hexadecimal(of: try EventCoding.json(standard.labels))
    }
}

/// All reads are frozen.
public struct StudyLocked: Hashable, Sendable, Codable {
    /// Number of signed revisions.
    public let signatures: Int
    /// SHA-256 over the study, every signature in order and the frozen reference, in hexadecimal.
    public let digest: String
}

/// The arms became known.
public struct StudyUnblinded: Hashable, Sendable, Codable {
    /// Why, in the coordinator's words.
    public let reason: String

    /// Unblinds the study.
    public init(reason: String) { self.reason = reason }
}
