import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom study status`: how far a study has come.
struct StudyStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how far each reader has come in each arm; never an answer.",
        discussion: """
            Also shows when waiting reads open, what went other than planned, and under which version of \
            the protocol reads were signed. With --file it names each line of a study file that says \
            something else than the store, whose protocol is in force. As CSV only the table of readers and \
            arms is printed. It names arms: no reader may see it.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The study file that the store was made from, to see whether it was changed.")
    var file: String?

    @Option(help: "The form of the table: text or csv.")
    var format: TableFormat = .text

    func run() throws {
        let opened = try place.look()
        let report = StatusReport(status: try StudyStatus(store: opened))
        StandardStreams.output(format == .csv ? format.text(report.table) : report.text)
        if let file {
            let source = try Refusal.telling { try StudySource(path: file) }
            let problems = try ChangedByHand(source: source, store: opened).sentences
            problems.forEach(StandardStreams.say)
            if !problems.isEmpty { throw ExitCode.failure }
        }
    }
}

/// The status as text and as a table.
struct StatusReport {
    let status: StudyStatus

    private var overview: StudyOverview { status.overview }

    /// A row for each reader and arm.
    var table: [[String]] {
        [
            [
                "reader", "arm", "planned", "waiting", "open", "draft", "signed", "withdrawn",
                "overdue", "median_active_s", "next_opening",
            ]
        ]
            + overview.lines.map { line in
                let counts = [
                    line.planned, line.waiting, line.open, line.drafts, line.signed,
                    line.withdrawn, line.overdue,
                ]
                return [line.reader.rawValue, line.arm.rawValue] + counts.map(String.init) + [
                    line.medianActiveMS.map { NumberText.shortest(Double($0) / 1000) } ?? "",
                    line.nextDay.map { UTCInstant(day: $0).dateText } ?? "",
                ]
            }
    }

    /// Everything, for people.
    var text: String {
        var lines = ["\(overview.study): \(overview.title)"]
        if overview.isLocked { lines.append("The study is locked.") }
        lines += [""] + TableFormat.columns(table)
        if !overview.openings.isEmpty { lines += [""] + TableFormat.columns(openings) }
        lines += [""] + TableFormat.columns(versions)
        lines += ["", overview.deviations.isEmpty ? "No deviations." : "Deviations"]
        return (lines + overview.deviations).map { "\($0)\n" }.joined()
    }

    private var openings: [[String]] {
        let readers = overview.readers
        return [["opens on"] + readers.map(\.rawValue)]
            + overview.openings.sorted { $0.key < $1.key }.map { day, counts in
                [UTCInstant(day: day).dateText] + readers.map { counts[$0].map(String.init) ?? "" }
            }
    }

    private var versions: [[String]] {
        [["protocol", "since", "event", "signed", "changes"]]
            + status.versions.map { version in
                [
                    String(version.version), version.since.dateText, String(version.event),
                    String(version.signatures),
                    version.changes.joined(separator: "; "),
                ]
            }
    }
}
