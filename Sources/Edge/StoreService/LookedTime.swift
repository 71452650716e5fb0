import Persistence
import ReaderStudies

/// The time that passed since a read was opened, and how much of it the screen says was spent looking.
///
/// A screen measures looking and reading time itself: the store's side takes no more of it than has passed.
struct LookedTime {
    /// Milliseconds by which two clocks of one machine may differ.
    static let toleranceMS = 10_000
    /// Panes that a reader may choose where the study hangs fewer, and fewer series are shown.
    private static let leastPanes = 4

    private let openedMS: Int
    private let activeBeforeMS: Int
    private let panes: Int
    private var lookedMS = 0

    /// Time from `opened` on.
    ///
    /// - Parameters:
    ///   - opened: when the read was opened or resumed.
    ///   - before: the view with which the reader left it; `nil` for a new read.
    ///   - arm: how its series hang.
    ///   - series: how many series are shown.
    init(from opened: ClockReading, before: ViewState?, arm: Arm, series: Int) {
        openedMS = opened.boottimeMS
        activeBeforeMS = before?.activeMS ?? 0
        let hung = arm.hanging?.stages.map(\.panes.count).max() ?? series
        panes = max(Self.leastPanes, hung)
    }

    /// - Throws: `AccessRefusal.invalidEntry` when `view` claims more time than has passed until `now`.
    func check(_ view: ViewState, at now: ClockReading) throws(AccessRefusal) {
        let passed = now.boottimeMS - openedMS + Self.toleranceMS
        let active = view.activeMS.subtractingReportingOverflow(activeBeforeMS)
        try demand(active.overflow ? .max : active.partialValue, atMost: passed)
        var looked = lookedMS
        for look in view.looks ?? [] {
            try demand(look.shownMS, atMost: passed)
            looked += look.shownMS
        }
        try demand(looked, atMost: passed * panes)
    }

    /// Counts what `view` says was looked at.
    mutating func add(_ view: ViewState) {
        lookedMS += (view.looks ?? []).reduce(0) { $0 + $1.shownMS }
    }

    private func demand(_ claimedMS: Int, atMost passedMS: Int) throws(AccessRefusal) {
        guard claimedMS > passedMS else { return }
        throw .invalidEntry(
            "The view claims \(claimedMS / 1000) s of looking, which is more than has passed since "
                + "the case was opened. It was not saved.")
    }
}
