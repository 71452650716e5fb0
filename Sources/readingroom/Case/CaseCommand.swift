import ArgumentParser

/// `readingroom case`: the cases of a study.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Bring cases into a study.",
        subcommands: [
            CaseImportCommand.self, CaseApproveCommand.self, CaseWithdrawCommand.self,
            CaseClinicalCommand.self,
        ])
}
