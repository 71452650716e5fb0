import ArgumentParser

/// `readingroom study`: the life of a reader study.
struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study",
        abstract: "Make and follow a reader study.",
        subcommands: [
            StudyCheckCommand.self, StudyShowCommand.self, StudySimulateCommand.self,
            StudyCreateCommand.self, StudyStartCommand.self, StudyStatusCommand.self,
            StudyBoardCommand.self,
            StudyAmendCommand.self, StudyOrderCommand.self,
            StudyOverrideCommand.self, StudyLeaveCommand.self, StudyClockCommand.self,
            StudyLockCommand.self, StudyUnblindCommand.self, StudySamplesCommand.self,
        ])
}
