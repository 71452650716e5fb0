import ArgumentParser
import Persistence
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

            With --images each rule of each arm is compared with the images of a case: it has to be \
            met by exactly one series. With --store the same is asked of the cases of a store, and \
            each line that says something else than the store's protocol is named.
            """)

    @Argument(help: "The study file, usually study.yaml.")
    var file: String

    @Option(
        parsing: .upToNextOption,
        help: "Folders, archives or files with the images of one case each.")
    var images: [String] = []

    @Option(help: "A store that was made from the file.")
    var store: String?

    func run() throws {
        let source: StudySource
        do throws(StudyFileError) {
            source = try StudySource(path: file)
        } catch {
            // Plain `FILE:LINE:COLUMN: sentence`, a line each, so that an editor jumps there.
            StandardStreams.say(error.sentence)
            throw ExitCode.failure
        }
        let rules = RuleCheck(source: source)
        var problems: [String] = []
        for path in images { problems += try rules.problems(ofImagesAt: path) }
        if let store {
            let opened = try SQLiteStore.open(at: store)
            problems += try rules.problems(in: opened)
            problems += try ChangedByHand(source: source, store: opened).sentences
        }
        guard problems.isEmpty else {
            problems.forEach(StandardStreams.say)
            throw ExitCode.failure
        }
        print("\(file) is a study that can be created.")
        print(StudySummary(study: source.created.study).text)
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
            + "seed \(plan.seed)" + options.map { ", \($0)" }.joined()
    }

    /// What the plan says beyond its kind.
    private var options: [String] {
        let plan = study.design
        return [
            plan.square.map { "square \($0.rawValue)" },
            plan.nesting.map { "nest \($0.rawValue)" },
            plan.prefill == true ? "steps prefilled" : nil,
            plan.armBlocks == true ? "sessions of one arm" : nil,
            plan.serialLagDays.map { "\($0) days between examinations" },
            plan.repeats.map { repeats in
                "\(repeats.percent)% read again after \(repeats.lagDays) days"
                    + (repeats.areHidden ? ", hidden" : "")
            },
        ].compactMap(\.self)
    }
}
