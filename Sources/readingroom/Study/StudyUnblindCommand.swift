import ArgumentParser
import Persistence
import StoreService

/// `readingroom study unblind`: notes that the arms became known.
struct StudyUnblindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblind",
        abstract: "Note that the arms became known, with a reason; only after the lock.",
        discussion:
            "Kept in the log for ever. Nothing is shown by it, and nothing can take it back.")

    @OptionGroup var place: StoreOption

    @OptionGroup var why: ReasonOption

    func run() throws {
        let opened = try place.open()
        try StudyConductor(store: opened).unblind(reason: why.reason)
        print("The study is unblinded since \(opened.now().utc.text).")
    }
}
