import ArgumentParser

/// `readingroom terminal`: what the terminal can show, and what its reader sees.
struct TerminalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal",
        abstract: "Find out what this terminal can show.",
        subcommands: [TerminalProbeCommand.self, TerminalTestCommand.self])
}
