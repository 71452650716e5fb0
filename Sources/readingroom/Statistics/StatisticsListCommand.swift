import ArgumentParser

/// `readingroom statistics list`: what each method is for.
struct StatisticsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tell each method's question, columns, parameters, assumptions and source.")

    func run() throws { print(StatisticsMethod.all.map(\.text).joined(separator: "\n\n")) }
}
