/// Counts the milliseconds in which somebody works; pauses longer than a minute are idle.
public struct ReadingClock: Hashable, Sendable {
    /// A gap between two keys counts this much at most, in milliseconds.
    public static let longestGapMS = 60_000

    /// Active milliseconds so far.
    public private(set) var activeMS: Int
    private var lastMS: Int?

    /// A clock that has already counted `activeMS`.
    public init(activeMS: Int = 0) { self.activeMS = activeMS }

    /// Counts the time since the last call; `nowMS` is monotonic.
    public mutating func count(at nowMS: Int) {
        if let lastMS { activeMS += min(max(0, nowMS - lastMS), Self.longestGapMS) }
        lastMS = nowMS
    }

    /// The reader went away: nothing counts until the next call of `count`.
    public mutating func pause(at nowMS: Int) {
        count(at: nowMS)
        lastMS = nil
    }

    /// `12:41`; minutes go on beyond 59.
    public var text: String {
        let seconds = activeMS / 1000
        let (minutes, rest) = (seconds / 60, seconds % 60)
        return "\(minutes < 10 ? "0" : "")\(minutes):\(rest < 10 ? "0" : "")\(rest)"
    }
}
