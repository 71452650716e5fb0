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
    /// They tilt the plane.
    case tilt
    /// They move the crosshair.
    case crosshair
    /// They move the voxel cursor; the mark goes to this site and item, or to a new lesion when `nil`.
    case mark(ItemKey?)
    /// They move the caliper of a tool.
    case measure(MeasuringTool)
}

/// A voxel that the reader points at.
public struct VoxelCursor: Hashable, Sendable {
    /// Column, from 0.
    public var column: Int
    /// Row, from 0.
    public var row: Int

    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// The voxel nearest to a point.
    init(_ point: ImagePoint) {
        self.init(column: Int(point.column.rounded()), row: Int(point.row.rounded()))
    }
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
    /// The stages in which the case hangs, one unless the study asks for more.
    public var stages: [PaneStage]
    /// Which stage is in view.
    public var stage = 0
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
    /// How far series are shifted against the focal point, millimetres; none for those of one frame of reference.
    var offsets: [SeriesToken: Vector3] = [:]
    /// Whether the focal point is drawn in all panes, which then follow it.
    public var showsCrosshair = false
    /// Which part takes the keys.
    public var focus: ReadingFocus
    /// Which parts are shown.
    public var layout = ReadingLayoutChoice.both
    /// What the arrows do.
    public var mode = ImageMode.scroll
    /// Where the voxel cursor is, while one is shown.
    public var cursor: VoxelCursor?
    /// What was drawn to measure.
    public var board = MeasuringBoard()
    /// The question in focus.
    public var question: ItemKey?
    /// Why the question in focus is not the one that the last key answered; `nil` when another key chose it.
    var movedOn: MovedOn?
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

    /// The read as opened; series without pixels are left out, and `beside` of them hang beside each other where the
    /// study says nothing.
    public init(
        _ opened: OpenedRead, instrument: Instrument, volumes: [SeriesToken: ImageVolume],
        beside: Int = 2
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
        stages = Self.stages(opened.blindedCase, series, beside: beside)
        seen = Dictionary(
            uniqueKeysWithValues: series.map {
                ($0.token, SliceSet(sliceCount: $0.volume.geometry.slices))
            })
        focalPoint = stages[0].panes.first.map { $0.position(of: $0.center) } ?? Vector3(0, 0, 0)
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

    /// Who looks at what follows from the answers while the read is open.
    var audience: DerivedAudience { blindedCase.isPractice ? .practice : .draft }

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
