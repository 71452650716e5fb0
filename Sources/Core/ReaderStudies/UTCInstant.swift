/// A moment of world time as a label; order and durations never come from it.
///
/// Source of the calendar arithmetic: the proleptic Gregorian calendar counted from 1 March, as in
/// Hinnant, "chrono-compatible low-level date algorithms".
public struct UTCInstant: Hashable, Sendable, Codable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public let milliseconds: Int

    /// The moment `milliseconds` after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// The start (00:00 UTC) of a day counted from 1970-01-01.
    public init(day: Int) { milliseconds = day * Self.millisecondsPerDay }

    /// The UTC day, counted from 1970-01-01.
    public var day: Int { Self.floorDivide(milliseconds, Self.millisecondsPerDay) }

    /// ISO 8601 with milliseconds, such as `2026-06-01T08:05:09.120Z`.
    public var text: String {
        let date = calendarDate
        let inDay = milliseconds - day * Self.millisecondsPerDay
        let time = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60]
            .map { Self.padded($0, 2) }.joined(separator: ":")
        return "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-"
            + "\(Self.padded(date.day, 2))T\(time).\(Self.padded(inDay % 1000, 3))Z"
    }

    /// The day as a reader sees it, such as `14 December`.
    public var dayText: String {
        let date = calendarDate
        return "\(date.day) \(Self.monthNames[date.month - 1])"
    }

    /// Earlier before later.
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    private static let millisecondsPerDay = 86_400_000
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private var calendarDate: (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = Self.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
