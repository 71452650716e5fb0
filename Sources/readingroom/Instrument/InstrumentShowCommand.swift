import ArgumentParser
import Instruments

/// `readingroom instrument show`: a reading form as text.
struct InstrumentShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a reading form as text.",
        discussion: """
            All questions with their answers, rules and definitions, the derived values, the \
            sources, and what a radiologist still has to review.
            """)

    @Argument(help: "A name such as covid-ct04, or a YAML file.")
    var nameOrFile: String

    @Option(help: "Only what this arm of the form asks.")
    var arm: String?

    func run() throws {
        let source = try Refusal.telling { try InstrumentSource(nameOrFile) }
        let shows = try arm.map { try source.shows(arm: $0) }
        let page = InstrumentPage(source.instrument, shows: shows)
        print(page.lines.joined(separator: "\n"))
    }
}
