import ArgumentParser
import ReaderStudies
import TerminalUI

/// `readingroom study board`: how far a study has come, on a screen that stays.
struct StudyBoardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board",
        abstract: "Watch how far each reader has come in each arm; never an answer.",
        discussion: """
            Shows what `study status` prints, looks at the store again every few seconds, and does not hold it: \
            readers go on reading. It names arms: no reader may see it. ? shows the keys.
            """)

    @OptionGroup var place: StoreOption

    @OptionGroup var look: LookOptions

    func run() throws {
        let watch = BoardWatch(folder: place.store)
        try watch.demandStore()
        defer { watch.finish() }
        let terminal = try look.openTerminal()
        defer { terminal.screen.close() }
        try BoardLoop(screen: terminal.screen, seconds: BoardWatch.seconds, source: watch).run()
    }
}
