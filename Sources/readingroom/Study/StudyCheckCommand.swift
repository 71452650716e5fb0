import ArgumentParser
import ReaderStudies
import StudyFiles

/// `readingroom study check`: says whether a study file can be used, or all that is wrong with it.
struct StudyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a study file.",
        discussion: """
            Every mistake is told with file, line and column and with what to do. The reading \
            forms are looked for beside the file, in readingroom/instruments of the user's and \
            the system's data folders, and among those that come with the program.
            """)

    @Argument(help: "The study file, usually study.yaml.")
    var file: String

    func run() throws {
        let study: ReaderStudy
        do throws(StudyFileError) {
            study = try StudySource(path: file).created.study
        } catch {
            // Plain `FILE:LINE:COLUMN: sentence`, a line each, so that an editor jumps there.
            StandardStreams.say(error.sentence)
            throw ExitCode.failure
        }
        print("\(file) is a study that can be created.")
        print(StudySummary(study: study).text)
    }
}

/// A study in a few lines.
struct StudySummary {
    let study: ReaderStudy

    var text: String {
        let arms = study.arms.map { "\($0.id) (shown as \($0.label))" }.joined(separator: ", ")
        let readers = study.readers.map(\.rawValue).joined(separator: ", ")
        return """
            study    \(study.id)  \(study.title)
            form     \(study.instruments.map(\.text).joined(separator: ", "))
            arms     \(arms)
            readers  \(readers)
            design   \(design)
            """
    }

    private var design: String {
        let plan = study.design
        let washout = plan.washoutDays > 0 ? ", \(plan.washoutDays) days between arms" : ""
        return "\(plan.kind.rawValue)\(washout), at most \(plan.casesPerSession) cases a session, "
            + "seed \(plan.seed)"
    }
}
