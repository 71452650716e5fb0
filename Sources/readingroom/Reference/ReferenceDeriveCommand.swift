import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom reference derive`: makes the reference from the reads of the reference arm.
struct ReferenceDeriveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "derive",
        abstract: "Make the reference from the signed reads of the reference arm.",
        discussion: """
            Where all readers agree, their answer is the label. Where they do not, the question \
            is listed, without anybody's answer: decide together, fill in the values, and give the \
            list to `readingroom reference import --add --provenance consensus`. What cannot be \
            decided gets the status excluded.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The file that receives the questions to decide, as a table to fill in.")
    var disagreements: String?

    @Flag(help: "Replace the file when it exists.")
    var force = false

    func run() throws {
        let (opened, keeper, _) = try ReferenceCommand.keeper(place)
        let file = disagreements.map { OutputFile(path: $0, force: force) }
        try file?.demandRoom()
        let study = try opened.demandStudy()
        let forms = try Refusal.telling { try study.instruments() }
        let found = try ReferenceByRule(store: opened, instruments: forms)
        let standard = try keeper.take(
            found.labels, source: "agreement of the readers", digest: nil, adding: true)
        let open = try keeper.undecided()
        print("Version \(standard.version) of the reference has \(standard.labels.count) labels.")
        print("\(open.count) questions are to be decided.")
        guard let file else { return }
        try file.write(
            CSVText.line(["case", "site", "item", "value", "status"])
                + CSVText.text(
                    open.map {
                        [$0.caseID.rawValue, $0.key.site.rawValue, $0.key.item.rawValue, "", ""]
                    }))
    }
}
