import ArgumentParser
import ReaderStudies
import TerminalUI

/// `readingroom read`: a reader's worklist and the blinded cases behind it.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read the cases of a study, blinded.",
        discussion: """
            The program chooses the case. Every answer is saved as it is typed; a read that was \
            left, or a link that dropped, goes on where it was. ? shows the keys.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The reader, as the study file names them.")
    var reader: String

    @OptionGroup var look: LookOptions

    func run() throws {
        let session = try ReadSession(
            folder: place.store, reader: ReaderID(reader), isolation: .app)
        let terminal = try look.openTerminal()
        defer { terminal.screen.close() }
        try terminal.loop(session.runner).run()
        try session.close()
    }
}
