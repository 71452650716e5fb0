import Persistence
import ReaderStudies

/// Notices world time that was set back or forward, since days of washout are counted by it.
///
/// Time before the latest label of the log was set back. The machine's own count, which never jumps, must have
/// moved as far as world time did since the program started, or since an earlier session of the same start of the machine.
struct ClockWatch {
    /// Milliseconds by which world time may be off: time servers move clocks by less.
    static let toleranceMS = 120_000

    private let started: ClockReading

    /// A watch from now, or from an earlier session while the machine was on.
    init(_ store: any Store) {
        let earlier = store.boot().flatMap { try? store.sessionStart(since: $0) }
        started = earlier ?? store.now()
    }

    /// What is wrong at `now`; `nil` when the clock fits.
    func problem(at now: ClockReading, latest: UTCInstant?) -> ClockJumped? {
        if let latest, now.utc.milliseconds < latest.milliseconds - Self.toleranceMS {
            return ClockJumped(expected: latest, found: now.utc)
        }
        let passed = now.boottimeMS - started.boottimeMS
        let wanted = started.utc.milliseconds + passed
        guard passed >= 0, abs(now.utc.milliseconds - wanted) > Self.toleranceMS else { return nil }
        return ClockJumped(expected: UTCInstant(milliseconds: wanted), found: now.utc)
    }

    /// Refuses, and keeps in the log, a clock that does not fit.
    func demandTrue(_ store: any Store) throws(StoreError) {
        let latest = try store.conduct().latest
        guard let jump = problem(at: store.now(), latest: latest) else { return }
        try store.append(.clockJumped(jump), by: .coordinator)
        throw .refused(Self.sentence(jump))
    }

    /// What readers and coordinators are told.
    static func sentence(_ jump: ClockJumped) -> String {
        let way = jump.found < jump.expected ? "back" : "forward"
        return "The clock of this machine was set \(way): it shows \(jump.found.minuteText), and "
            + "\(jump.expected.minuteText) was expected. Nothing is opened until the coordinator "
            + "has put it right."
    }
}

extension UTCInstant {
    /// The moment to the minute, such as `2026-06-01 08:05 UTC`.
    fileprivate var minuteText: String {
        let text = self.text
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
