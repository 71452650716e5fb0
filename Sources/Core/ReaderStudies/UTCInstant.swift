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

    /// Reads exactly the form that `text` writes, in the years 0 to 9999; `nil` for anything else.
    public init?(text: String) {
        let bytes = Array(text.utf8)
        let digits = bytes.map { Int($0) - 48 }
        let separators: [(Int, Character)] = [
            (4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z"),
        ]
        guard bytes.count == 24,
            separators.allSatisfy({ bytes[$0.0] == $0.1.asciiValue })
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            guard digits[range].allSatisfy({ (0...9).contains($0) }) else { return nil }
            return digits[range].reduce(0) { $0 * 10 + $1 }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            let fraction = number(20..<23), (1...12).contains(month)
        else { return nil }
        let ofDay = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
        self.init(
            milliseconds: Self.day(year, month, day) * Self.millisecondsPerDay + ofDay)
        guard self.text == text else { return nil }
    }

    /// The UTC day, counted from 1970-01-01.
    public var day: Int { Self.floorDivide(milliseconds, Self.millisecondsPerDay) }

    /// ISO 8601 with milliseconds, such as `2026-06-01T08:05:09.120Z`.
    public var text: String {
        let inDay = milliseconds - day * Self.millisecondsPerDay
        let time = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60]
            .map { Self.padded($0, 2) }.joined(separator: ":")
        return "\(dateText)T\(time).\(Self.padded(inDay % 1000, 3))Z"
    }

    /// The day in ISO 8601, such as `2026-12-14`.
    public var dateText: String {
        let date = calendarDate
        return [Self.padded(date.year, 4), Self.padded(date.month, 2), Self.padded(date.day, 2)]
            .joined(separator: "-")
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

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
