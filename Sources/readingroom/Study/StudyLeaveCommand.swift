import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom study leave`: notes that a reader reads no more.
struct StudyLeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "Note that a reader left the study, with a reason.",
        discussion: """
            What the reader signed is kept and counts; what is left is exported as missing, with \
            the reason. No other reader's order changes.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The reader.")
    var reader: String

    @OptionGroup var why: ReasonOption

    func run() throws {
        let opened = try place.open()
        try StudyConductor(store: opened).leave(ReaderID(reader), reason: why.reason)
        print("\(reader) reads no more. What \(reader) signed is kept.")
    }
}
