import TerminalUI

/// How long somebody has worked without a break.
public struct SittingClock: Hashable, Sendable {
    /// Away from the keys for so long is a break, in milliseconds.
    public static let breakMS = 5 * 60_000

    /// Milliseconds of work since the last break; gaps over a minute count as one.
    public private(set) var workedMS = 0
    private var lastMS: Int?

    /// A clock of somebody who has just sat down.
    public init() {}

    /// A key at a monotonic time.
    public mutating func count(at nowMS: Int) {
        let gap = max(0, nowMS - (lastMS ?? nowMS))
        workedMS = gap >= Self.breakMS ? 0 : workedMS + min(gap, ReadingClock.longestGapMS)
        lastMS = max(nowMS, lastMS ?? nowMS)
    }
}

extension WorkstationState {
    /// That a break is due, in a few words; `nil` when none is.
    var breakReminder: String? {
        guard let breakAfterMS, sitting.workedMS >= breakAfterMS else { return nil }
        return "\(Sign.attention.character) \(sitting.workedMS / 60_000) min, pause?"
    }
}
