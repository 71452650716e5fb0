import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom study override`: lets one read be opened before the ledger and the plan do.
struct StudyOverrideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: "Let a reader open one read before its day, with a reason.",
        discussion: """
            The reader's worklist offers the read at once, whatever the washout says. The reason \
            stays in the log and stands in the column override of every export of the read.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The reader.")
    var reader: String

    @Option(name: .customLong("case"), help: "The case.")
    var caseName: String

    @Option(help: "The arm.")
    var arm: String

    @Option(help: "1 for the first read of the case in the arm, 2 for its repeat.")
    var occasion: Int = 1

    @OptionGroup var why: ReasonOption

    func validate() throws {
        guard occasion >= 1 else { throw ValidationError("Occasions count from 1.") }
    }

    func run() throws {
        let key = ReadKey(
            reader: ReaderID(reader), caseID: CaseID(caseName), arm: ArmID(arm),
            occasion: occasion)
        let opened = try place.open()
        try StudyConductor(store: opened).allow(key, reason: why.reason)
        print("\(reader) may open case \(caseName) in arm \(arm) now.")
    }
}
