import ArgumentParser

/// `readingroom study create`: makes the store of a study.
struct StudyCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make the store of a study in a new folder.",
        discussion: """
            The store keeps the study file and its reading forms as they are now; later changes \
            of the files change nothing in it. Next: readingroom case import.
            """)

    @Argument(help: "The study file, usually study.yaml.")
    var file: String

    @Option(help: "The store's folder; new or empty.")
    var store: String

    func run() throws {
        let source = try Refusal.telling { try StudySource(path: file) }
        try source.makeStore(at: store).close()
        print("\(store) holds the study \(source.created.study.id).")
        print("Next: readingroom case import --store \(store) --case NAME PATH")
    }
}
