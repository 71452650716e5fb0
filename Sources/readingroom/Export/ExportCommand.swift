import ArgumentParser

/// `readingroom export`: numbers out.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand out what was read.",
        subcommands: [
            ExportReadsCommand.self, ExportDisplayCommand.self, ExportExposureCommand.self,
            ExportClinicalCommand.self,
        ])
}
