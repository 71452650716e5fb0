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
    /// One viewer a series, in hanging order.
    public var viewers: [Viewer]
    /// Viewers that stand beside each other when there is room: one, or two.
    public var slots: [Int]
    /// Which of `slots` takes the keys.
    public var slot = 0
    /// Whether two series stand beside each other; `nil` lets the room decide.
    public var beside: Bool?
    /// Whether series beside each other scroll together by position.
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
        viewers = opened.blindedCase.series.compactMap { series in
            volumes[series.token].map {
                Viewer(
                    series: series.token, volume: $0, windowName: opened.blindedCase.window,
                    rules: opened.blindedCase.windows, keys: instrument.windows,
                    resampling: opened.blindedCase.display.resampling)
            }
        }
        slots = Array(viewers.indices.prefix(2))
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

    /// The viewer that takes the keys.
    public var active: Int { slots.indices.contains(slot) ? slots[slot] : 0 }

    /// The active viewer; a read always has at least one series.
    public var viewer: Viewer? {
        get { viewers.indices.contains(active) ? viewers[active] : nil }
        set { if let newValue, viewers.indices.contains(active) { viewers[active] = newValue } }
    }

    /// Share of all slices that were seen, 0...1, counting those in view now.
    public var seenShare: Double {
        let all = viewers.reduce(0) { $0 + $1.sliceCount }
        let seen = viewers.reduce(0) { $0 + $1.seen.count }
        return all == 0 ? 1 : Double(seen) / Double(all)
    }

    /// Percent of slices not yet seen, rounded up, so that 0 means none.
    public var unseenPercent: Int { Int(((1 - seenShare) * 100).rounded(.up)) }
}
