/// When and how fast reading is planned; what is not stated is `nil`.
public struct StudyCalendar: Hashable, Sendable, Codable {
    /// Sessions that a reader holds in a week of seven days, 1 to 21.
    public var sessionsPerWeek: Int?
    /// Minutes that a reader needs for one row of the order, more than 0.
    public var minutesPerCase: Double?
    /// The planned first day of reading, counted from 1970-01-01.
    public var firstDay: Int?
    /// The last day on which reads may be signed, counted from 1970-01-01.
    public var lastDay: Int?
    /// The most days that reading may take, the first and the last included.
    public var mostDays: Int?

    /// A calendar.
    public init(
        sessionsPerWeek: Int? = nil, minutesPerCase: Double? = nil, firstDay: Int? = nil,
        lastDay: Int? = nil, mostDays: Int? = nil
    ) {
        self.sessionsPerWeek = sessionsPerWeek
        self.minutesPerCase = minutesPerCase
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.mostDays = mostDays
    }

    /// The days that there are: the least of what is stated; `nil` when nothing bounds them.
    public var days: Int? {
        let between = lastDay.flatMap { last in firstDay.map { last - $0 + 1 } }
        return [between, mostDays].compactMap(\.self).min()
    }
}
