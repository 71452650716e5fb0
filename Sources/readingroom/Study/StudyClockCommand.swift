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

    @OptionGroup var place: StoreOption

    @OptionGroup var why: ReasonOption

    func run() throws {
        let opened = try place.open()
        try StudyConductor(store: opened).acceptClock(reason: why.reason)
        print("The log counts from \(opened.now().utc.text).")
    }
}
