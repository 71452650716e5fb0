/// Gathers changes of the view into at most one event a second.
public struct ViewLog: Hashable, Sendable {
    /// Least time between two events, milliseconds.
    public static let intervalMS = 1000

    /// Whether something changed since the last event.
    public private(set) var isDue = false
    private var lastMS: Int?

    /// Nothing is due.
    public init() {}

    /// Something changed.
    public mutating func change() { isDue = true }

    /// Whether an event is to be written now; if so it counts as written.
    public mutating func take(at nowMS: Int) -> Bool {
        guard isDue, nowMS - (lastMS ?? -Self.intervalMS) >= Self.intervalMS else { return false }
        lastMS = nowMS
        isDue = false
        return true
    }

    /// The event was refused, so the change is due again.
    public mutating func putBack() { isDue = true }

    /// The change is written with something else.
    public mutating func flush() { isDue = false }
}
