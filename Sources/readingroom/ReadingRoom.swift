import ArgumentParser

/// Where the program starts.
@main
enum EntryPoint {
    static func main() {
        guard let request = RenderRequest(plain: CommandLine.arguments.dropFirst()) else {
            return ReadingRoom.main()
        }
        do { try request.run() } catch { ReadingRoom.exit(withError: error) }
    }
}

/// The command line; subcommands are nouns, their verbs one file each.
struct ReadingRoom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readingroom",
        abstract: "A reading workstation for blinded reader studies, in a terminal.",
        subcommands: [
            DemoCommand.self, ReadCommand.self, StudyCommand.self, CaseCommand.self,
            ImageCommand.self, RenderCommand.self, TerminalCommand.self,
            ReferenceCommand.self, InstrumentCommand.self, ExportCommand.self,
            StatisticsCommand.self, AnalyseCommand.self, VerifyCommand.self,
            ManualCommand.self,
            DecodeChild.self,
        ])
}
