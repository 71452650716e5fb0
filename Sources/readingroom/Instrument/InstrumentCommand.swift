import ArgumentParser

/// `readingroom instrument`: reading forms as files that people write and change.
struct InstrumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument",
        abstract: "Check, show, try and fill a reading form.",
        subcommands: [
            InstrumentCheckCommand.self, InstrumentShowCommand.self, InstrumentPreviewCommand.self,
            InstrumentFillCommand.self,
        ])
}
