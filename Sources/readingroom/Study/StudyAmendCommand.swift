import ArgumentParser
import Persistence
import StoreService
import StudyFiles

/// `readingroom study amend`: changes the protocol of a study, with a reason.
struct StudyAmendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Change the protocol of a study by a recorded amendment.",
        discussion: """
            Makes the study file the protocol from now on, as a new version: title, calendar, \
            statements, display floor, session size and adjudicator may change, and readers may be \
            added at the end of the list, also after the first read. The plan never changes after the \
            order was drawn; arms, reading form, prefill and analysed revision never after the first \
            read. Each line that may not change is named, and then nothing is changed. The store keeps who, \
            why, what, and which reads were signed under which version; --check only says what would \
            change.
            """)

    @Argument(help: "The changed study file.")
    var file: String

    @OptionGroup var place: StoreOption

    @Option(help: "Who decided the change.")
    var person: String?

    @Option(help: "Why, in a few words.")
    var reason: String?

    @Flag(help: "Only say what would change, and what may not.")
    var check = false

    func validate() throws {
        guard check || person != nil && reason != nil else {
            throw ValidationError("An amendment needs --person and --reason; or add --check.")
        }
    }

    func run() throws {
        let source = try Refusal.telling { try StudySource(path: file) }
        let opened = try place.open()
        let amendment = try StudyAmendment(store: opened, files: source.created)
        guard amendment.refused.isEmpty else {
            for change in amendment.refused {
                StandardStreams.say(
                    source.places.place(of: change.path)
                        + " \(change.text). \(change.refusal ?? "")")
            }
            throw ExitCode.failure
        }
        for change in amendment.changes {
            print("\(source.places.place(of: change.path)) \(change.text)")
        }
        guard !check else { return }
        let version = try amendment.record(person: person ?? "", reason: reason ?? "")
        print("Version \(version) of the protocol is in force.")
    }
}
