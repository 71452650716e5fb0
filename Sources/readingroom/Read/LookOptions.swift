import ArgumentParser
import BundledResources
import Foundation
import StudyFiles
import TerminalCurses
import TerminalUI

/// How a screen looks: options that several commands share.
struct LookOptions: ParsableArguments {
    @Option(
        help: "How pictures are shown; chosen by the terminal when not told.")
    var graphics: GraphicsMode?

    @Option(help: "The theme: dark-room, high-contrast, amber-night, monochrome, or your own.")
    var theme = ThemeLibrary.standard

    @Flag(help: "The wheel scrolls and the left button drags the window; Shift selects text then.")
    var mouse = false

    /// Opens the terminal in the theme.
    ///
    /// - Throws: a sentence when there is no terminal that can show a screen, no such theme, or no such graphics.
    func openScreen() throws -> CursesScreen {
        let folders = ThemeLibrary.standardFolders(
            environment: ProcessInfo.processInfo.environment, bundled: BundledResources.themes)
        let chosen = try Refusal.telling { try ThemeLibrary(folders: folders).theme(theme) }
        let screen = try CursesScreen(theme: chosen, options: ScreenOptions(mouse: mouse))
        guard let graphics,
            let reason = GraphicsChoice(for: screen.capabilities, wanted: graphics)
                .refusal(of: graphics)
        else { return screen }
        screen.close()
        throw Refusal("\(reason) Leave --graphics away, or choose another.")
    }
}

extension GraphicsMode: ExpressibleByArgument {}
