/// How long a reader may read without a break.
public struct SittingRules: Hashable, Sendable, Codable {
    /// Minutes after which no new case opens, 5 or more; a case that is open can be finished.
    public var minutes: Int
    /// Minutes without an answer or a picture that are a break, 1 or more.
    public var breakMinutes: Int

    /// At most `minutes` before a break of `breakMinutes`.
    public init(minutes: Int, breakMinutes: Int) {
        self.minutes = minutes
        self.breakMinutes = breakMinutes
    }

    /// The moment at which the next case opens after a sitting; `nil` when one may open at `now`.
    public func reopens(after sitting: Sitting, at now: UTCInstant) -> UTCInstant? {
        let pause = UTCInstant(milliseconds: sitting.last.milliseconds + breakMinutes * 60_000)
        let length = sitting.last.milliseconds - sitting.first.milliseconds
        return now < pause && length >= minutes * 60_000 ? pause : nil
    }
}

/// When a reader began to read without a break, and the last sign of it.
public struct Sitting: Hashable, Sendable {
    /// The first sign.
    public let first: UTCInstant
    /// The last sign.
    public let last: UTCInstant

    /// A sitting from `first` to `last`.
    public init(first: UTCInstant, last: UTCInstant) {
        self.first = first
        self.last = last
    }
}
