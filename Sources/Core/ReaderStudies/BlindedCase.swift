/// A series as a blinded reader meets it: an opaque token, a neutral title, whether it must be seen.
public struct BlindedSeries: Hashable, Sendable, Codable {
    /// Its name in the frame cache.
    public let token: SeriesToken
    /// The arm's neutral label and number, such as `B 1`.
    public let title: String
    /// Number of slices.
    public let sliceCount: Int
    /// Which of the arm's rules for series it meets, from 0; `nil` where that is not told.
    public let rule: Int?

    /// A series.
    public init(token: SeriesToken, title: String, sliceCount: Int, rule: Int? = nil) {
        self.token = token
        self.title = title
        self.sliceCount = sliceCount
        self.rule = rule
    }
}

/// Everything of a case that a blinded reader may know; what must be hidden is not in it.
public struct BlindedCase: Hashable, Sendable, Codable {
    /// The study's name, as on the first line of the screen.
    public let study: StudyID
    /// The reader's session, from 1.
    public let session: Int
    /// Number of sessions planned for the reader.
    public let sessionCount: Int
    /// The case's place in the session, from 1: all that names it.
    public let position: Int
    /// Number of cases in the session.
    public let caseCount: Int
    /// The arm's neutral label.
    public let armLabel: String
    /// Techniques that the instrument's rules may ask about, such as `t1`; the same for arms that must look equal.
    public let shows: [String]
    /// The reading form.
    public let instrument: InstrumentReference
    /// The series, in hanging order.
    public let series: [BlindedSeries]
    /// The window to open with: `auto`, a preset's name, or `CENTER,WIDTH`.
    public let window: String
    /// The display that signing needs.
    public let display: DisplayFloor
    /// Which windows may be taken; every one when `nil`.
    public let windows: WindowRules?
    /// How the series hang; side by side where there is room when `nil`.
    public let hanging: Hanging?
    /// What the study reveals of the case in this arm; nothing when `nil`.
    public let clinical: [RevealedFact]?
    /// Whether what follows from the answers is shown at once.
    public let isPractice: Bool

    /// A blinded case.
    public init(
        study: StudyID, session: Int, sessionCount: Int, position: Int, caseCount: Int,
        armLabel: String, shows: [String], instrument: InstrumentReference, series: [BlindedSeries],
        window: String, display: DisplayFloor, windows: WindowRules? = nil, hanging: Hanging? = nil,
        clinical: [RevealedFact]? = nil, isPractice: Bool = false
    ) {
        self.study = study
        self.session = session
        self.sessionCount = sessionCount
        self.position = position
        self.caseCount = caseCount
        self.armLabel = armLabel
        self.shows = shows
        self.instrument = instrument
        self.series = series
        self.window = window
        self.display = display
        self.windows = windows
        self.hanging = hanging
        self.clinical = clinical
        self.isPractice = isPractice
    }
}
