import ArgumentParser
import Persistence
import StoreService

/// `readingroom study clock`: notes that the machine's clock is right, after it was wrong.
struct StudyClockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Note that the clock is right now, with a reason.",
        discussion: """
            A clock that was set back stops every reader, since days of washout are counted by \
            it. Put the clock right; where the log had counted ahead, say so with this command. \
            Days already noted in the ledger stay as they are.
            """)

    @Option(help: "The store's folder.")
    var store: String

    @Option(help: "Why, in a few words.")
    var reason: String

    func run() throws {
        let opened = try SQLiteStore.open(at: store)
        try StudyConductor(store: opened).acceptClock(reason: reason)
        print("The log counts from \(opened.now().utc.text).")
    }
}
