import ArgumentParser
import ReaderStudies

/// `readingroom terminal test`: the test pattern, and what the reader sees of it.
struct TerminalTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Show the test pattern, and keep what you see of it.",
        discussion: """
            Shows grey steps with patches of 1 %, patches of 5 % in black and 95 % in white, a \
            ramp, lines of 1, 2 and 4 pixels, a circle and letters, and asks for each whether it \
            is seen: y yes, n no, s skips. Nothing is preselected. v changes how greys are shown, \
            which is remembered for this terminal; p asks the terminal again.

            The answers are kept as the display record of this terminal, which every read \
            carries. A terminal sends levels and knows no luminance: a pattern that is seen whole \
            tells that greys are kept apart, and is no calibration.
            """)

    @OptionGroup var look: LookOptions

    func run() throws {
        let terminal = try look.openTerminal()
        defer { terminal.screen.close() }
        let memory = terminal.memory
        let loop = PatternLoop(
            screen: terminal.screen, terminals: memory, graphics: terminal.graphics(memory))
        try loop.run()
        terminal.screen.close()
        print(Self.farewell(loop.kept, path: memory.path))
    }

    private static func farewell(_ kept: PatternTest?, path: String?) -> String {
        guard let kept else { return "Nothing was kept." }
        let seen = kept.answers.values.count { $0 == .seen }
        let asked = kept.answers.values.count { $0 != .notAsked }
        return "Seen: \(seen) of \(asked) parts, with \(kept.graphics). Kept in \(path ?? "")."
    }
}
