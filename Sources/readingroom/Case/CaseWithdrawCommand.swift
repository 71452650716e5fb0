import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom case withdraw`: takes a case out of the worklists.
struct CaseWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a case out of the worklists, with a reason.",
        discussion: """
            Reads that were made of it are kept and exported with the reason in the column \
            withdrawn. No other read changes its place.
            """)

    @Option(help: "The store's folder.")
    var store: String

    @Option(name: .customLong("case"), help: "The case.")
    var caseName: String

    @Option(help: "Why, in a few words.")
    var reason: String

    func run() throws {
        let opened = try SQLiteStore.open(at: store)
        try StudyConductor(store: opened).withdraw(CaseID(caseName), reason: reason)
        print("Case \(caseName) is read no more. What was read of it is kept.")
    }
}
