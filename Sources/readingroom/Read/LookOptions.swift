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

    @Option(
        help: """
            The theme: dark-room, dimmed, high-contrast, amber-night, monochrome, or your own. \
            Without it that of settings.yaml, or dark-room.
            """)
    var theme: String?

    @Option(
        help: """
            The keys: readingroom, ohif, weasis, slicer, vim, or your own by its name or file. \
            Without it that of settings.yaml, or readingroom.
            """)
    var keymap: String?

    @Flag(
        inversion: .prefixedNo,
        help: """
            The wheel scrolls, buttons drag window, place and zoom, clicks go to answers; Shift \
            selects text then. Without it as settings.yaml says, or not.
            """)
    var mouse: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: """
            One text in one column for a screen reader, what changed first, no lines and no \
            pictures: a read cannot be signed so. Without it as settings.yaml says, or not.
            """)
    var screenReader: Bool?

    /// Opens the terminal in the theme.
    ///
    /// - Throws: a sentence when there is no terminal that can show a screen, no such theme or keymap, or no such graphics.
    func openTerminal() throws -> OpenTerminal {
        let comfort = try comfort()
        let chosen = try Refusal.telling {
            try comfort.themes?.theme(comfort.theme) ?? Self.themes.theme()
        }
        var memory = TerminalMemory.standard
        if let warning = memory.warning { StandardStreams.say(warning) }
        let limit = memory.probeLimit(
            term: TerminalInspection.term, overSSH: TerminalInspection.isRemote)
        let screen = try CursesScreen(
            theme: chosen, options: ScreenOptions(mouse: comfort.usesMouse, probeLimit: limit))
        do {
            try settle(&memory, screen)
        } catch {
            screen.close()
            throw error
        }
        return OpenTerminal(screen: screen, asked: graphics?.mode, comfort: comfort)
    }

    /// Options outrank the person's settings, and those what is usual.
    func comfort() throws -> Comfort {
        let environment = ProcessInfo.processInfo.environment
        return try comfort(
            Refusal.telling {
                try SettingsFile.standardURL(environment: environment).map { url in
                    try SettingsFile.load(url)
                } ?? Settings()
            })
    }

    /// Options outrank these settings. A bad keymap of an option is refused; one of the settings, which a reader may not be
    /// able to change from where they read, leaves the usual keys.
    func comfort(_ settings: Settings) throws -> Comfort {
        let settled = KeymapChoice.settled(settings.keymap ?? KeymapChoice.standard)
        return Comfort(
            keymap: try keymap.map(KeymapChoice.keymap) ?? settled.keymap,
            themes: Self.themes, theme: theme ?? settings.theme ?? ThemeLibrary.standard,
            usesMouse: mouse ?? settings.mouse ?? false,
            breakMinutes: settings.breakMinutes ?? Comfort.standardBreak,
            isLinear: screenReader ?? settings.screenReader ?? false,
            remark: keymap == nil ? settled.remark : nil)
    }

    private static var themes: ThemeLibrary {
        ThemeLibrary(
            folders: ThemeLibrary.standardFolders(
                environment: ProcessInfo.processInfo.environment, bundled: BundledResources.themes))
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
