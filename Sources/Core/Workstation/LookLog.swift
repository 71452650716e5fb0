import Imaging
import ReaderStudies

/// What was on the screen in full, and for how long, since the store was last told.
struct LookLog: Hashable, Sendable {
    /// Looks shorter than this are added to the longest look at the same slice, in milliseconds.
    static let shortestMS = 100

    private var looks: [Look: Int] = [:]
    private var lastMS: Int?
    private var keyMS: Int?

    /// Counts the time since the last call for what was shown; idle over a minute is left out.
    mutating func count(_ shown: [Look], at nowMS: Int) {
        defer { lastMS = nowMS }
        guard let lastMS, let keyMS else { return }
        let end = min(nowMS, keyMS + ReadingClock.longestGapMS)
        guard end > lastMS else { return }
        for look in shown { looks[look, default: 0] += end - lastMS }
    }

    /// A key or the mouse: somebody is there.
    mutating func touch(at nowMS: Int) { keyMS = nowMS }

    /// The reader went away: nothing counts until the next key.
    mutating func pause() {
        lastMS = nil
        keyMS = nil
    }

    /// The looks so far, for the store; they begin anew.
    mutating func take() -> [Look]? {
        let taken = merged()
        looks = [:]
        return taken.isEmpty ? nil : taken
    }

    /// The store did not take these.
    mutating func putBack(_ taken: [Look]?) {
        for look in taken ?? [] { looks[look.lasting(0), default: 0] += look.shownMS }
    }

    private func merged() -> [Look] {
        let bySlice = Dictionary(grouping: looks) {
            Slice(series: $0.key.series, slice: $0.key.slice)
        }
        return bySlice.values.flatMap(Self.merged).sorted {
            ($0.series, $0.slice, -$0.shownMS) < ($1.series, $1.slice, -$1.shownMS)
        }
    }

    /// The looks at one slice, the short ones counted with the longest.
    private static func merged(_ looks: [(key: Look, value: Int)]) -> [Look] {
        let sorted = looks.sorted { $0.value > $1.value }
        let kept = sorted.enumerated().filter { $0.offset == 0 || $0.element.value >= shortestMS }
        let rest = sorted.map(\.value).reduce(0, +) - kept.map(\.element.value).reduce(0, +)
        return kept.map { place, look in
            look.key.lasting(look.value + (place == 0 ? rest : 0))
        }
    }

    private struct Slice: Hashable {
        let series: SeriesToken
        let slice: Int
    }
}

extension WorkstationState {
    /// Somebody is there: counts reading time, work without a break, and what was on the screen. In a pause nothing
    /// counts.
    mutating func count(at nowMS: Int) {
        guard popup != .paused else { return }
        countLooks(at: nowMS)
        reading?.looked.touch(at: nowMS)
        reading?.clock.count(at: nowMS)
        sitting.count(at: nowMS)
    }

    /// Counts what was on the screen, whether or not somebody is there.
    mutating func countLooks(at nowMS: Int) {
        let shown = looks
        reading?.looked.count(shown, at: nowMS)
    }

    /// The reader looks away: nothing counts until the next key.
    mutating func rest(at nowMS: Int) {
        countLooks(at: nowMS)
        reading?.looked.pause()
        reading?.clock.pause(at: nowMS)
    }

    /// What is on the screen in full, without times.
    var looks: [Look] {
        guard fits, !isLinear, picture == .full, let reading, popup != .paused else { return [] }
        return ReadingLayout(self, reading).panes.map { pane in
            let viewer = reading.panes[pane.pane]
            let window = viewer.voi.window
            let geometry = PictureGeometry(self, viewer, body: pane.body)
            return Look(
                series: viewer.series, slice: viewer.acquiredSlice,
                windowCenter: window?.center ?? 0,
                windowWidth: window?.width ?? 0,
                windowFunction: (window?.function ?? .linear).rawValue,
                inverted: viewer.isInverted, pixelScale: geometry.mapping.scale, shownMS: 0,
                plane: viewer.planeRecord, picture: LookedPicture(viewer, geometry))
        }
    }
}
