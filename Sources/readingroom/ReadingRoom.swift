import ArgumentParser

/// The command line; subcommands are nouns, their verbs one file each.
@main
struct ReadingRoom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readingroom",
        abstract: "A reading workstation for blinded reader studies, in a terminal.",
        subcommands: [
            DemoCommand.self, ReadCommand.self, StudyCommand.self, CaseCommand.self,
            ImageCommand.self, RenderCommand.self,
            ExportCommand.self, VerifyCommand.self, DecodeChild.self,
        ])
}
