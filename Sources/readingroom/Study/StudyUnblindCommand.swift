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

    @Option(help: "The store's folder.")
    var store: String

    @Option(help: "Why, in a few words.")
    var reason: String

    func run() throws {
        let opened = try SQLiteStore.open(at: store)
        try StudyConductor(store: opened).unblind(reason: reason)
        print("The study is unblinded since \(opened.now().utc.text).")
    }
}
