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

    @OptionGroup var place: StoreOption

    @Option(name: .customLong("case"), help: "The case.")
    var caseName: String

    @OptionGroup var why: ReasonOption

    func run() throws {
        let opened = try place.open()
        try StudyConductor(store: opened).withdraw(CaseID(caseName), reason: why.reason)
        print("Case \(caseName) is read no more. What was read of it is kept.")
    }
}
