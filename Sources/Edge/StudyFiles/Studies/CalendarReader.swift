import ReaderStudies

/// Reads when and how fast reading is planned.
enum CalendarReader {
    /// The calendar of a study file.
    static func calendar(_ value: YAMLValue) throws(StudyFileError) -> StudyCalendar {
        let table = try value.table(["begins", "ends", "days", "sessionsPerWeek", "minutesPerCase"])
        var calendar = StudyCalendar()
        calendar.sessionsPerWeek = try table["sessionsPerWeek"]?.integer(in: 1...21)
        calendar.mostDays = try table["days"]?.integer(in: 1...36_500)
        calendar.minutesPerCase = try table["minutesPerCase"].map(minutes)
        calendar.firstDay = try table["begins"].map(day)
        calendar.lastDay = try table["ends"].map(day)
        if let first = calendar.firstDay, let last = calendar.lastDay, last < first {
            throw value.mistake("Reading ends before it begins. Look at begins and ends.")
        }
        if calendar.lastDay != nil, calendar.firstDay == nil {
            throw value.mistake("With ends also begins is needed, such as begins: 2026-06-01.")
        }
        return calendar
    }

    private static func minutes(_ value: YAMLValue) throws(StudyFileError) -> Double {
        let minutes = try value.number()
        guard minutes > 0, minutes <= 600 else {
            throw value.mistake("A case takes more than 0 and at most 600 minutes.")
        }
        return minutes
    }

    private static func day(_ value: YAMLValue) throws(StudyFileError) -> Int {
        let text = try value.text()
        guard let instant = UTCInstant(text: "\(text)T00:00:00.000Z") else {
            throw value.mistake("A day is written year-month-day, such as 2026-06-01, not \(text).")
        }
        return instant.day
    }
}
