/// Where the reader was looking, so that a read resumes as it was left.
public struct ViewState: Hashable, Sendable, Codable {
    /// The series in view.
    public var series: SeriesToken
    /// The slice, from 0.
    public var slice: Int
    /// VOI window centre.
    public var windowCenter: Double
    /// VOI window width.
    public var windowWidth: Double
    /// How the window maps values: `LINEAR`, `LINEAR_EXACT` or `SIGMOID`.
    public var windowFunction: String
    /// Whether greys are inverted.
    public var inverted: Bool
    /// Screen pixels for one image pixel; 0 for "fit".
    public var zoom: Double
    /// Middle of the picture in image columns and rows, when panned.
    public var centerColumn: Double
    /// See `centerColumn`.
    public var centerRow: Double
    /// The question in focus.
    public var focus: ItemKey?
    /// Slices shown in full so far, by series: indexes from 0.
    public var seen: [SeriesToken: [Int]]
    /// Active milliseconds so far (idle over 60 s and pauses excluded).
    public var activeMS: Int
    /// The renderer in use, such as `sixel 101`.
    public var renderer: String
    /// Distinct greys that the renderer can show.
    public var greys: Int
    /// Screen pixels for one image pixel, as shown.
    public var pixelScale: Double
    /// The terminal; `nil` where it is the one of the view before.
    public var display: DisplayFacts?
    /// Slices that the reader marked as key images, by series: indexes from 0; `nil` for none.
    public var keyImages: [SeriesToken: [Int]]?
    /// What was on the screen in full, and how long, since the view before; `nil` for nothing.
    public var looks: [Look]?
    /// Every pane of the stage in view; `nil` while one pane alone shows acquired slices. The rest of the view is that of
    /// the pane with the focus.
    public var hung: HungPanes?

    /// A view of `slice` of `series`.
    public init(
        series: SeriesToken, slice: Int, windowCenter: Double, windowWidth: Double,
        windowFunction: String = "LINEAR", inverted: Bool = false, zoom: Double = 0,
        centerColumn: Double = 0, centerRow: Double = 0,
        focus: ItemKey? = nil, seen: [SeriesToken: [Int]] = [:], activeMS: Int = 0,
        renderer: String = "", greys: Int = 0, pixelScale: Double = 0,
        display: DisplayFacts? = nil, keyImages: [SeriesToken: [Int]]? = nil,
        looks: [Look]? = nil, hung: HungPanes? = nil
    ) {
        self.series = series
        self.slice = slice
        self.windowCenter = windowCenter
        self.windowWidth = windowWidth
        self.windowFunction = windowFunction
        self.inverted = inverted
        self.zoom = zoom
        self.centerColumn = centerColumn
        self.centerRow = centerRow
        self.focus = focus
        self.seen = seen
        self.activeMS = activeMS
        self.renderer = renderer
        self.greys = greys
        self.pixelScale = pixelScale
        self.display = display
        self.keyImages = keyImages
        self.looks = looks
        self.hung = hung
    }
}

/// What the worklist may say: how much is left, never which case.
public struct WorklistStatus: Hashable, Sendable {
    /// The study's name.
    public var study: StudyID
    /// The reader.
    public var reader: ReaderID
    /// The current session, from 1, and the number of sessions.
    public var session: Int
    /// Number of sessions planned.
    public var sessionCount: Int
    /// Cases left in this session.
    public var left: Int
    /// Cases in this session.
    public var caseCount: Int
    /// Reads signed so far.
    public var signed: Int
    /// Reads planned and not yet open to the reader.
    public var waiting: Int
    /// Whether a draft waits to be resumed.
    public var hasDraft: Bool
    /// The day on which the next waiting read opens, as `14 December`, when none is open today.
    public var nextOpens: String?

    /// A status.
    public init(
        study: StudyID, reader: ReaderID, session: Int, sessionCount: Int, left: Int,
        caseCount: Int, signed: Int, waiting: Int, hasDraft: Bool, nextOpens: String? = nil
    ) {
        self.study = study
        self.reader = reader
        self.session = session
        self.sessionCount = sessionCount
        self.left = left
        self.caseCount = caseCount
        self.signed = signed
        self.waiting = waiting
        self.hasDraft = hasDraft
        self.nextOpens = nextOpens
    }
}

/// A read as opened or resumed.
public struct OpenedRead: Hashable, Sendable {
    /// What the reader may know.
    public var blindedCase: BlindedCase
    /// The answers so far.
    public var sheet: AnswerSheet
    /// Where the reader left off; `nil` when the read is new.
    public var view: ViewState?
    /// Draft or amending.
    public var state: ReadState
    /// 1 until amended.
    public var revision: Int
    /// The number of the last event saved for this reader.
    public var savedNumber: Int
    /// Number that the next lesion gets: no number is used twice in a read.
    public var nextLesion: Int

    /// An opened read.
    public init(
        blindedCase: BlindedCase, sheet: AnswerSheet = AnswerSheet(), view: ViewState? = nil,
        state: ReadState = .draft, revision: Int = 1, savedNumber: Int = 0, nextLesion: Int = 1
    ) {
        self.blindedCase = blindedCase
        self.sheet = sheet
        self.view = view
        self.state = state
        self.revision = revision
        self.savedNumber = savedNumber
        self.nextLesion = nextLesion
    }
}

/// Why the store's side refused a request, in a sentence for the reader.
public enum AccessRefusal: Error, Hashable, Sendable {
    /// No case is open; `opens` is a day such as `14 December`, when one will be.
    case nothingOpen(opens: String?)
    /// No read is open in this session.
    case noOpenRead
    /// The answer does not fit the instrument.
    case invalidEntry(String)
    /// The read cannot be signed; each entry says what is missing and where.
    case incomplete([String])
    /// The display is below the study's floor.
    case display(String)
    /// The read is signed, or the study locked.
    case closed(String)
    /// The answer could not be written; nothing typed is lost while the screen stays open.
    case notSaved(String)
    /// Another session of the same reader holds the read.
    case elsewhere(String)

    /// The sentence that the reader sees.
    public var sentence: String {
        switch self {
        case .nothingOpen(nil):
            "No case is open for you. All your reads are signed."
        case .nothingOpen(let day?):
            "No case is open for you today. The next opens on \(day)."
        case .noOpenRead:
            "No read is open. Press Enter on the worklist to open the next case."
        case .invalidEntry(let text), .display(let text), .closed(let text), .elsewhere(let text):
            text
        case .incomplete(let missing):
            "Not signed: \(missing.joined(separator: "; "))."
        case .notSaved(let cause):
            "Answer not saved: \(cause). Nothing you typed is lost while this screen stays open. "
                + "Tell the coordinator."
        }
    }
}

/// All that a reading screen may ask of the store: never a path, never a case that it chose.
///
/// Every call that returns has been made durable. The store's side knows who the reader is; no message says it.
public protocol ReaderAccess: Sendable {
    /// How much is left.
    func worklist() throws(AccessRefusal) -> WorklistStatus
    /// Opens the next case, or resumes the draft.
    func open() throws(AccessRefusal) -> OpenedRead
    /// Saves one change of the open read; returns the event's number.
    func record(_ entry: ReadEntry) throws(AccessRefusal) -> Int
    /// Saves where the reader looks; the caller gathers these to one a second at most.
    func record(view: ViewState) throws(AccessRefusal) -> Int
    /// Signs the open read, or says all that is missing.
    func sign(view: ViewState) throws(AccessRefusal) -> Int
    /// Reopens the reader's last signed read, with a reason; the signed revision stays.
    func amend(reason: String) throws(AccessRefusal) -> OpenedRead
    /// Leaves the open read as a draft.
    func leave() throws(AccessRefusal)
}
