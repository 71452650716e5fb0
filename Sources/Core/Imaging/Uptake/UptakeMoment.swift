/// A moment as DICOM writes it, in seconds since the first day of its calendar; used for differences only.
struct UptakeMoment: Comparable {
    let seconds: Double

    /// From `YYYYMMDD` and `HHMMSS.FFFFFF`; `nil` where either is absent or wrong.
    init?(date: String, time: String) {
        guard let day = Self.day(date), let second = Self.second(time) else { return nil }
        seconds = Double(day) * 86_400 + second
    }

    /// From `YYYYMMDDHHMMSS.FFFFFF&ZZXX`; the offset from universal time is left out, as in the times beside it.
    init?(_ dateTime: String) {
        let local = dateTime.prefix { $0 != "+" && $0 != "-" }
        self.init(date: String(local.prefix(8)), time: String(local.dropFirst(8)))
    }

    static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

    /// Seconds since midnight of `HHMMSS.FFFFFF`.
    static func second(_ time: String) -> Double? {
        guard let digits = digits(time.prefix(6), count: 6) else { return nil }
        let fraction = time.count > 6 ? Double("0" + time.dropFirst(6)) : 0
        let (hour, minute) = (digits / 10_000, digits / 100 % 100)
        let second = digits % 100
        guard hour < 24, minute < 60, second < 61, let fraction, (0..<1).contains(fraction)
        else { return nil }
        return Double(hour * 3600 + minute * 60 + second) + fraction
    }

    /// Days since 1 March of the year 0 of the Gregorian calendar.
    private static func day(_ date: String) -> Int? {
        guard let digits = digits(date[...], count: 8) else { return nil }
        let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
        guard year > 0, (1...12).contains(month), (1...31).contains(day) else { return nil }
        // A year that begins in March has its leap day at the end.
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400
            + (marchMonth * 153 + 2) / 5 + day - 1
    }

    private static func digits(_ text: Substring, count: Int) -> Int? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
