import ArgumentParser
import Persistence
import ReaderStudies
import StudyDesigns

/// `readingroom study simulate`: when which reader would read, before the study starts.
struct StudySimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Show how long reading would take, before the study starts.",
        discussion: """
            Draws the order as study start would and lays every session on the first day on which it \
            can be held, with the washout and the lags kept from the day of the sessions before. The \
            cases come from a store, or are as many as --cases says. Sessions a week and minutes a case \
            come from the calendar of the study file unless given here. An adjudicator reads what two \
            readers answered differently, --disputed percent of the cases, after the last read. Exit status 1 when reading \
            takes more days than the calendar has.
            """)

    @Argument(help: "The study file; not with --store.")
    var file: String?

    @Option(help: "A store, for its study and its cases.")
    var store: String?

    @Option(help: "Number of participants, without a store.")
    var cases: Int?

    @Option(help: "Examinations of each participant, without a store.")
    var examinations: Int = 1

    @Option(help: "Sessions that a reader holds in a week.")
    var sessionsPerWeek: Int?

    @Option(help: "Minutes that a reader needs for one read.")
    var minutesPerCase: Double?

    @Option(
        help: "The first day of reading, such as 2026-06-01; else that of the calendar, or today.")
    var begins: String?

    @Option(help: "Percent of the cases that two readers answer differently, for an adjudicator.")
    var disputed: Int = 25

    @Option(help: "The form of the table: text or csv.")
    var format: TableFormat = .text

    func validate() throws {
        guard (file == nil) != (store == nil) else {
            throw ValidationError("Name a study file, or a store with --store, and not both.")
        }
        guard (file == nil) == (cases == nil) else {
            throw ValidationError("With a study file say --cases, without one do not.")
        }
        guard (cases ?? 1) >= 1, examinations >= 1, (sessionsPerWeek ?? 1) >= 1,
            (minutesPerCase ?? 1) > 0, (0...100).contains(disputed),
            (cases ?? 1) * examinations <= 100_000
        else { throw ValidationError("Numbers are 1 or more, and at most 100000 cases.") }
    }

    func run() throws {
        let (study, cases) = try Refusal.telling { try subject() }
        let calendar = try calendar(of: study)
        let report = SimulationReport(
            study: study, cases: cases, calendar: calendar,
            simulation: try simulation(study, cases, calendar.sessionsPerWeek ?? 1))
        StandardStreams.output(format == .csv ? format.text(report.table) : report.text)
        if let problem = report.problem { throw Refusal(problem) }
    }

    /// The readers; then, in an adjudicated study, the adjudicator from the day after the last of their reads.
    private func simulation(
        _ study: ReaderStudy, _ cases: [StudyCase], _ perWeek: Int
    ) throws -> Simulation {
        do throws(DesignError) {
            let drawing = try OrderDrawing(study: study, cases: cases)
            let rows = try drawing.rows()
            let readers = Simulation(rows: rows, design: study.design, sessionsPerWeek: perWeek)
            let last = try drawing.expectedAdjudication(
                percent: disputed, opensOnDay: readers.days)
            return Simulation(rows: rows + last, design: study.design, sessionsPerWeek: perWeek)
        } catch { throw Refusal(error.sentence) }
    }

    private func subject() throws -> (ReaderStudy, [StudyCase]) {
        if let file, let cases {
            let made = (1...cases).flatMap { number in
                (1...examinations).map { examination in
                    StudyCase(
                        id: CaseID("C\(number)-\(examination)"),
                        participant: ParticipantID("C\(number)"))
                }
            }
            return (try StudySource(path: file).created.study, made)
        }
        let opened = try SQLiteStore.open(at: store ?? "")
        return (try opened.demandStudy().study, try opened.cases())
    }

    /// What the file's calendar says, with the options in its place; the first day is always there.
    private func calendar(of study: ReaderStudy) throws -> StudyCalendar {
        var calendar = study.calendar ?? StudyCalendar()
        calendar.sessionsPerWeek = sessionsPerWeek ?? calendar.sessionsPerWeek
        calendar.minutesPerCase = minutesPerCase ?? calendar.minutesPerCase
        guard calendar.sessionsPerWeek != nil else {
            throw Refusal(
                "The study file does not say how many sessions a reader holds in a week. Add "
                    + "sessionsPerWeek to its calendar, or give --sessions-per-week.")
        }
        if let begins {
            guard let first = UTCInstant(text: "\(begins)T00:00:00.000Z")?.day else {
                throw Refusal(
                    "\(begins) is no day. Write it as year-month-day, such as 2026-06-01.")
            }
            calendar.firstDay = first
        }
        calendar.firstDay = calendar.firstDay ?? SystemClock().now().utc.day
        return calendar
    }
}
