import ArgumentParser

/// `readingroom statistics`: the methods of the library on a table or on counts.
struct StatisticsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Compute accuracy, agreement, ROC, GEE and multi-reader statistics.",
        discussion: """
            The methods are told by `readingroom statistics list`: what each answers, the columns \
            that it reads, its parameters, its assumptions and its source.
            """,
        subcommands: [StatisticsComputeCommand.self, StatisticsListCommand.self],
        defaultSubcommand: StatisticsComputeCommand.self)
}
