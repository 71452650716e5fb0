/// A comparison of strings that a series rule applies to one header field.
public struct SeriesRule: Hashable, Sendable, Codable {
    /// The DICOM modality that the series must have: `MR`, `CT`; any when `nil`.
    public var modality: String?
    /// A regular expression for the series description; any when `nil`. Compiled where files are read.
    public var descriptionPattern: String?
    /// The neutral title that the reader sees over the picture, such as `T2`; never the scanner's.
    public var title: String?

    /// A rule that a series meets when it meets every part that is given.
    public init(
        modality: String? = nil, descriptionPattern: String? = nil, title: String? = nil
    ) {
        self.modality = modality
        self.descriptionPattern = descriptionPattern
        self.title = title
    }
}

/// What a reader may see in one read.
public struct Arm: Hashable, Sendable, Codable {
    /// The arm's name, for the coordinator only.
    public let id: ArmID
    /// The neutral label on the reader's screen; arms with the same label must have equal screens.
    public let label: String
    /// The series that the arm shows, one rule a series, in hanging order.
    public let series: [SeriesRule]
    /// The window that the arm opens with: `auto`, a preset's name such as `bone`, or `CENTER,WIDTH`.
    public let window: String
    /// Techniques that the instrument's rules may ask about, such as `t1` or `gre`; equal for arms with
    /// the same label, since a question that appears in one arm only would tell which it is.
    public let shows: [String]
    /// Which windows a reader may take; every one when `nil`.
    public let windows: WindowRules?
    /// How the series hang; side by side where there is room when `nil`.
    public let hanging: Hanging?

    /// An arm; `series` has at least one rule.
    public init(
        id: ArmID, label: String, series: [SeriesRule], window: String = "auto",
        shows: [String] = [], windows: WindowRules? = nil, hanging: Hanging? = nil
    ) {
        self.id = id
        self.label = label
        self.series = series
        self.window = window
        self.shows = shows
        self.windows = windows
        self.hanging = hanging
    }
}

/// How a study has pictures made where image and screen pixels differ.
public enum PictureResampling: String, Hashable, Sendable, Codable, CaseIterable {
    /// The mean of the area when smaller, whole pixels repeated, between the two nearest else.
    case automatic
    /// The pixel under the middle.
    case nearest
    /// Between the two nearest along each side.
    case bilinear
    /// The mean of the area.
    case area
}

/// The display that a read needs before it can be signed.
public struct DisplayFloor: Hashable, Sendable, Codable {
    /// Distinct greys that the terminal must show.
    public var minimumGreys: Int
    /// Screen pixels (or cells) for one image pixel; 0 for any.
    public var minimumScale: Double
    /// Whether every slice of every series must have been shown in full before signing.
    public var everySlice: Bool
    /// How every picture is made for every reader; each reader's choice when `nil`.
    public var resampling: PictureResampling?
    /// How many of a series' slices must have been shown in full, in percent, where not every one must; none when `nil`.
    public var seenPercent: Int?
    /// Ways of showing greys that may sign, such as `sixel` or `kitty`; every one when `nil`.
    public var renderers: [String]?

    /// A floor; by default every terminal passes.
    public init(
        minimumGreys: Int = 0, minimumScale: Double = 0, everySlice: Bool = false,
        resampling: PictureResampling? = nil, seenPercent: Int? = nil, renderers: [String]? = nil
    ) {
        self.minimumGreys = minimumGreys
        self.minimumScale = minimumScale
        self.everySlice = everySlice
        self.resampling = resampling
        self.seenPercent = seenPercent
        self.renderers = renderers
    }

    /// That `left` slices of a series are still to be seen, in a few words.
    public static func unseen(_ left: Int, of count: Int, _ title: String) -> String {
        "\(left) of \(count) slices of \(title) are not yet seen"
    }

    /// How many of `count` slices of a series must have been shown in full before signing.
    public func slicesToSee(of count: Int) -> Int {
        if everySlice { return count }
        return (count * (seenPercent ?? 0) + 99) / 100
    }
}

/// Which revision of a read the analysis takes; both are always exported.
public enum AnalysedRevision: String, Hashable, Sendable, Codable, CaseIterable {
    /// What the reader signed first.
    case firstSigned
    /// The last revision signed before the arms were unblinded.
    case lastBeforeUnblinding
}

/// How the truth is made.
public enum ReferenceRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// The readers agree, and the adjudicator decides where they do not.
    case consensus
    /// A table from outside the study, imported before the analysis.
    case external
}

/// Where the reference standard comes from.
public struct ReferencePlan: Hashable, Sendable, Codable {
    /// The arm that the reference is read in; `nil` when it comes from outside.
    public var arm: ArmID?
    /// How it is made.
    public var rule: ReferenceRule

    /// A reference by `rule`, read in `arm`.
    public init(arm: ArmID? = nil, rule: ReferenceRule) {
        self.arm = arm
        self.rule = rule
    }
}

/// An instrument as a study names it: `sij-structural@1.0.0`.
public struct InstrumentReference: Hashable, Sendable, Codable {
    /// The instrument's id.
    public let id: InstrumentID
    /// Its semantic version, `major.minor.patch`.
    public let version: String

    /// The instrument `id` in exactly this version.
    public init(id: InstrumentID, version: String) {
        self.id = id
        self.version = version
    }

    /// `id@version`, as a study file writes it.
    public var text: String { "\(id)@\(version)" }
}

/// An experiment in which readers read cases in arms.
public struct ReaderStudy: Hashable, Sendable, Codable {
    /// The study's name.
    public var id: StudyID
    /// Its title, for the coordinator and the paper.
    public var title: String
    /// The reading forms.
    public var instruments: [InstrumentReference]
    /// The arms, in the file's order.
    public var arms: [Arm]
    /// The plan.
    public var design: Design
    /// The readers.
    public var readers: [ReaderID]
    /// Who decides where readers differ.
    public var adjudicator: ReaderID?
    /// The display that signing needs.
    public var display: DisplayFloor
    /// Names of the clinical fields that a reader may see; empty means fully blinded.
    public var reveal: [String]
    /// The same fields, with what they may hold and where they are shown; none when `nil`.
    public var clinical: [ClinicalField]?
    /// Where the reference standard comes from, when the file says so.
    public var reference: ReferencePlan?
    /// Which revision of a read the analysis takes.
    public var analysedRevision: AnalysedRevision
    /// When and how fast reading is planned, when the file says so.
    public var calendar: StudyCalendar?
    /// What the file states of the protocol beside the plan; none when `nil`.
    public var statements: [ProtocolStatement]?
    /// How long a reader may read without a break; for ever when `nil`.
    public var sitting: SittingRules?
    /// Parameters of the reading form that the study fixes; those of the form when `nil`.
    public var settings: [InstrumentSetting]?
    /// Whether answers are only for practice; they are reads of a study when `nil`.
    public var practice: Bool?

    /// A study.
    public init(
        id: StudyID, title: String, instruments: [InstrumentReference], arms: [Arm],
        design: Design, readers: [ReaderID], adjudicator: ReaderID? = nil,
        display: DisplayFloor = DisplayFloor(), clinical: [ClinicalField]? = nil,
        reference: ReferencePlan? = nil, analysedRevision: AnalysedRevision = .firstSigned,
        calendar: StudyCalendar? = nil, statements: [ProtocolStatement]? = nil,
        sitting: SittingRules? = nil, settings: [InstrumentSetting]? = nil,
        practice: Bool? = nil
    ) {
        self.id = id
        self.title = title
        self.instruments = instruments
        self.arms = arms
        self.design = design
        self.readers = readers
        self.adjudicator = adjudicator
        self.display = display
        self.clinical = clinical
        reveal = (clinical ?? []).map(\.id)
        self.reference = reference
        self.analysedRevision = analysedRevision
        self.calendar = calendar
        self.statements = statements
        self.sitting = sitting
        self.settings = settings
        self.practice = practice
    }
}

extension ReaderStudy {
    /// Whether derived values are shown at once and answers are never exported as reads.
    public var isPractice: Bool { practice == true }

    /// Everybody who may open a case: the readers, and in an adjudicated study who decides between them.
    public var people: [ReaderID] {
        readers + (design.kind == .adjudicated ? [adjudicator].compactMap(\.self) : [])
    }

    /// Whether `reader` decides between readers, and does not read by themself.
    public func isAdjudicator(_ reader: ReaderID) -> Bool {
        people.contains(reader) && !readers.contains(reader)
    }
}

/// One examination of a participant as read; it never reaches a reader's screen.
public struct StudyCase: Hashable, Sendable, Codable {
    /// The case.
    public let id: CaseID
    /// Whose examination it is.
    public let participant: ParticipantID

    /// A case of `participant`; without one the participant has the case's name.
    public init(id: CaseID, participant: ParticipantID? = nil) {
        self.id = id
        self.participant = participant ?? ParticipantID(id.rawValue)
    }
}
