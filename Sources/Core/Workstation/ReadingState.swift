import Imaging
import Instruments
import ReaderStudies

/// Which part of the reading screen takes the keys.
public enum ReadingFocus: Hashable, Sendable {
    /// The active picture.
    case image
    /// The form.
    case form
}

/// Which parts are shown.
public enum ReadingLayoutChoice: Hashable, Sendable, CaseIterable {
    /// Pictures and form.
    case both
    /// Pictures alone.
    case image
    /// The form alone.
    case form
}

/// What the arrows do while the picture has the focus.
public enum ImageMode: Hashable, Sendable {
    /// They scroll.
    case scroll
    /// They change the window.
    case window
    /// They move the picture.
    case pan
    /// They move the voxel cursor; the mark goes to this site and item, or to a new lesion when `nil`.
    case mark(ItemKey?)
}

/// A voxel that the reader points at.
public struct VoxelCursor: Hashable, Sendable {
    /// Column, from 0.
    public var column: Int
    /// Row, from 0.
    public var row: Int
}

/// The open read.
public struct ReadingState: Sendable {
    /// What the reader may know of the case.
    public let blindedCase: BlindedCase
    /// The form.
    public let instrument: Instrument
    /// Draft or amending.
    public let readState: ReadState
    /// 1 until amended.
    public let revision: Int
    /// The series with pixels, in hanging order.
    public let series: [LoadedSeries]
    /// What each pane shows, in the order of Tab.
    public var panes: [Viewer]
    /// Which pane takes the keys.
    public var pane = 0
    /// How the panes divide the screen; a box for each pane.
    public var grid: PaneGrid
    /// Whether reader or study chose the grid: it is then shown wherever it fits.
    public var isGridChosen = false
    /// Whether all panes are shown (`true`), or one alone (`false`); `nil` lets the room decide.
    public var isTogether: Bool?
    /// How series were looked at that are in no pane now.
    var rested: [SeriesToken: Viewer] = [:]
    /// Acquired slices that were on screen in full.
    public var seen: [SeriesToken: SliceSet]
    /// Series of which a slice was on screen as a preview.
    var previewed: Set<SeriesToken> = []
    /// The place at which the panes look, in patient millimetres of the pane that scrolled last.
    public var focalPoint: Vector3
    /// Whether panes scroll together by position.
    public var isLinked = true
    /// Which part takes the keys.
    public var focus: ReadingFocus
    /// Which parts are shown.
    public var layout = ReadingLayoutChoice.both
    /// What the arrows do.
    public var mode = ImageMode.scroll
    /// Where the voxel cursor is, while one is shown.
    public var cursor: VoxelCursor?
    /// The question in focus.
    public var question: ItemKey?
    /// A number being typed for the question in focus.
    public var entry: LineEditor?
    /// The answers.
    public var answers: AnswerLedger {
        didSet { form = Self.form(instrument, blindedCase, answers) }
    }
    /// What is asked, missing and remarked, for the answers.
    public private(set) var form: Form
    /// Active time.
    public var clock: ReadingClock
    /// Slices that the reader marked as key images, by series.
    public var keyImages: [SeriesToken: Set<Int>] = [:]
    /// Whether slices run by themselves, and how fast.
    public var cine: Cine?
    /// Where the reader jumped from.
    var jumps = JumpHistory()
    /// What the mouse began with a button that is still down.
    var drag: MouseDrag?
    /// When and where the mouse last clicked.
    var lastClick: MouseClick?
    /// What was on the screen, and how long.
    var looked = LookLog()
    /// When the view is written next.
    public var log = ViewLog()
    /// The terminal as the store was told last.
    var toldDisplay: DisplayFacts?

    /// The read as opened; series without pixels are left out.
    public init(
        _ opened: OpenedRead, instrument: Instrument, volumes: [SeriesToken: ImageVolume]
    ) {
        blindedCase = opened.blindedCase
        self.instrument = instrument
        readState = opened.state
        revision = opened.revision
        series = opened.blindedCase.series.compactMap { series in
            volumes[series.token].map {
                LoadedSeries(
                    series, volume: $0, of: opened.blindedCase, keys: instrument.windows)
            }
        }
        panes = series.prefix(2).map { Viewer($0) }
        grid = PaneGrid(columns: max(1, panes.count), rows: 1)
        seen = Dictionary(
            uniqueKeysWithValues: series.map {
                ($0.token, SliceSet(sliceCount: $0.volume.geometry.slices))
            })
        focalPoint = panes.first.map { $0.position(of: $0.center) } ?? Vector3(0, 0, 0)
        focus = .image
        answers = AnswerLedger(opened)
        form = Self.form(instrument, opened.blindedCase, answers)
        clock = ReadingClock(activeMS: opened.view?.activeMS ?? 0)
        if let view = opened.view { resume(view) }
    }

    private static func form(
        _ instrument: Instrument, _ blindedCase: BlindedCase, _ answers: AnswerLedger
    ) -> Form {
        Form(instrument, shows: Set(blindedCase.shows), sheet: answers.sheet)
    }

    /// The viewer of the pane that takes the keys; a read always has at least one series.
    public var viewer: Viewer? {
        get { panes.indices.contains(pane) ? panes[pane] : nil }
        set { if let newValue, panes.indices.contains(pane) { panes[pane] = newValue } }
    }

    /// Acquired slices of a series that were on screen in full.
    public func seen(_ series: SeriesToken) -> SliceSet {
        seen[series] ?? SliceSet(sliceCount: 0)
    }

    /// Share of all slices that were seen, 0...1.
    public var seenShare: Double {
        let all = seen.values.reduce(0) { $0 + $1.sliceCount }
        let count = seen.values.reduce(0) { $0 + $1.count }
        return all == 0 ? 1 : Double(count) / Double(all)
    }

    /// Percent of slices not yet seen, rounded up, so that 0 means none.
    public var unseenPercent: Int { Int(((1 - seenShare) * 100).rounded(.up)) }
}
