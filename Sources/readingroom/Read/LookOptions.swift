import ArgumentParser
import BundledResources
import Foundation
import StudyFiles
import TerminalCurses
import TerminalUI

/// How a screen looks: options that several commands share.
struct LookOptions: ParsableArguments {
    @Option(
        help: """
            How pictures are shown. Chosen by the terminal, or as by hand the last time in this \
            terminal, when not told; auto forgets that choice.
            """)
    var graphics: GraphicsWish?

    @Option(help: "The theme: dark-room, high-contrast, amber-night, monochrome, or your own.")
    var theme = ThemeLibrary.standard

    @Option(
        help: """
            The keys: readingroom, ohif, weasis, slicer, vim, or your own by its name or file.
            """)
    var keymap = KeymapChoice.standard

    @Flag(
        help:
            "The wheel scrolls, buttons drag window, place and zoom, clicks go to answers; Shift selects text then."
    )
    var mouse = false

    /// Opens the terminal in the theme.
    ///
    /// - Throws: a sentence when there is no terminal that can show a screen, no such theme or keymap, or no such graphics.
    func openTerminal() throws -> OpenTerminal {
        let keymap = try KeymapChoice.keymap(keymap)
        let folders = ThemeLibrary.standardFolders(
            environment: ProcessInfo.processInfo.environment, bundled: BundledResources.themes)
        let chosen = try Refusal.telling { try ThemeLibrary(folders: folders).theme(theme) }
        var memory = TerminalMemory.standard
        if let warning = memory.warning { StandardStreams.say(warning) }
        let limit = memory.probeLimit(
            term: TerminalInspection.term, overSSH: TerminalInspection.isRemote)
        let screen = try CursesScreen(
            theme: chosen, options: ScreenOptions(mouse: mouse, probeLimit: limit))
        do {
            try settle(&memory, screen)
        } catch {
            screen.close()
            throw error
        }
        return OpenTerminal(screen: screen, asked: graphics?.mode, keymap: keymap)
    }

    /// Notes the terminal, forgets its choice when asked to, and refuses what it cannot show.
    private func settle(_ memory: inout TerminalMemory, _ screen: CursesScreen) throws {
        // Where nothing can be written the next start asks as patiently as the first.
        try? memory.note(screen.finding)
        if graphics == .automatic { forget(&memory, screen) }
        guard let mode = graphics?.mode,
            let reason = GraphicsChoice(for: screen.capabilities, wanted: mode).refusal(of: mode)
        else { return }
        throw Refusal("\(reason) Leave --graphics away, or choose another.")
    }

    private func forget(_ memory: inout TerminalMemory, _ screen: CursesScreen) {
        do throws(Refusal) {
            try memory.remember(nil, in: screen.capabilities.key)
        } catch {
            StandardStreams.say(
                "The choice for this terminal was not forgotten: \(error.description)")
        }
    }
}

/// What `--graphics` can ask for.
enum GraphicsWish: ExpressibleByArgument, Equatable {
    /// What the terminal shows best; a choice by hand is forgotten.
    case automatic
    /// One way, for this time.
    case by(GraphicsMode)

    /// The way that is asked for.
    var mode: GraphicsMode? {
        if case .by(let mode) = self { mode } else { nil }
    }

    init?(argument: String) {
        if argument == "auto" {
            self = .automatic
        } else if let mode = GraphicsMode(rawValue: argument) {
            self = .by(mode)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { ["auto"] + GraphicsMode.allCases.map(\.rawValue) }
}
