import ReaderStudies
import StudyDesigns

/// A simulated study as text and as a table of sessions.
struct SimulationReport {
    let study: ReaderStudy
    let cases: [StudyCase]
    /// With sessions a week and the first day.
    let calendar: StudyCalendar
    let simulation: Simulation

    /// A row for each session: reader, number, day, reads, minutes.
    var table: [[String]] {
        [["reader", "session", "day", "reads", "minutes"]]
            + simulation.sessions.map { session in
                [
                    session.reader.rawValue, String(session.number), date(session.day),
                    String(session.rows.count), minutes(session.rows.count),
                ]
            }
    }

    /// Readers, weeks and the expected finish, for people.
    var text: String {
        ([summary, ""] + TableFormat.columns(readers) + [""] + TableFormat.columns(weeks)
            + ["", finish]).map { "\($0)\n" }.joined()
    }

    /// What is wrong with the expected finish; `nil` when the calendar has days enough.
    var problem: String? {
        guard let days = calendar.days ?? study.calendar?.days, simulation.days > days else {
            return nil
        }
        return
            "Reading takes \(simulation.days) days, and the calendar has \(days). Hold more sessions a "
            + "week, make them larger or the washout shorter, or give more days."
    }

    private var summary: String {
        let participants = Set(cases.map(\.participant)).count
        let perWeek = calendar.sessionsPerWeek ?? 1
        return "\(study.id): \(study.design.kind.rawValue), \(study.arms.count) arms, "
            + "\(study.readers.count) readers, \(participants) participants with \(cases.count) cases; "
            + "\(perWeek) sessions a week and reader"
    }

    private var finish: String {
        "Reading takes \(simulation.days) days, from \(date(0)) to \(date(simulation.days - 1))."
    }

    private var readers: [[String]] {
        [["reader", "reads", "sessions", "hours", "first", "last"]]
            + study.people.map { reader in
                let own = simulation.sessions.filter { $0.reader == reader }
                let reads = own.reduce(0) { $0 + $1.rows.count }
                return [
                    reader.rawValue, String(reads), String(own.count), hours(reads),
                    own.first.map { date($0.day) } ?? "-", own.last.map { date($0.day) } ?? "-",
                ]
            }
    }

    /// Sessions of each reader, week by week from the first day; weeks without any are left out.
    private var weeks: [[String]] {
        let weeks = Dictionary(grouping: simulation.sessions) { $0.day / 7 }
        return [["week of"] + study.people.map(\.rawValue)]
            + weeks.sorted { $0.key < $1.key }.map { week, sessions in
                [date(week * 7)]
                    + study.people.map { reader in
                        let count = sessions.count { $0.reader == reader }
                        return count == 0 ? "" : String(count)
                    }
            }
    }

    private func date(_ day: Int) -> String {
        UTCInstant(day: (calendar.firstDay ?? 0) + day).dateText
    }

    private func minutes(_ reads: Int) -> String {
        calendar.minutesPerCase.map { NumberText.shortest(Double(reads) * $0) } ?? ""
    }

    /// One decimal, or a hyphen when nobody said how long a read takes.
    private func hours(_ reads: Int) -> String {
        guard let each = calendar.minutesPerCase else { return "-" }
        return NumberText.shortest((Double(reads) * each / 6).rounded() / 10)
    }
}
