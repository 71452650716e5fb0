import ArgumentParser
import Exports
import Persistence
import ReaderStudies

/// `readingroom export exposure`: who was shown which images of whom.
struct ExportExposureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exposure",
        abstract: "Write the exposure ledger: who was shown which slices of whom, and how long.",
        discussion: """
            One row for each series after each opening of a case, with its kind: read, practice, \
            adjudication or render. A case that was opened and of which no slice was shown in \
            full has a row too. The table names arms: no reader may see it. With --output \
            exposure.csv the requests of readers that were refused are written to \
            exposure-refused.csv beside it; without, the ledger goes to standard output.
            """)

    @OptionGroup var place: StoreOption

    @OptionGroup var target: TableFileOptions

    func run() throws {
        let opened = try place.open()
        let study = try opened.demandStudy()
        let table = ExposureTable(study: study.study.id, exposures: try opened.exposureLedger())
        guard let file = target.file else { return print(table.csv, terminator: "") }
        let refused = file.beside("refused")
        try file.demandRoom()
        try refused.demandRoom()
        try file.write(table.csv)
        try refused.write(Self.refusals(try opened.refusedRequests()))
        print("\(table.rows.count) rows in \(file.path), refused requests in \(refused.path).")
    }

    private static func refusals(_ requests: [RefusedRequest]) -> String {
        CSVText.line(["at", "reader", "request", "sentence", "event"])
            + CSVText.text(
                requests.map {
                    [
                        $0.at.text, CSVText.harmless($0.refused.reader.rawValue),
                        $0.refused.request, CSVText.harmless($0.refused.sentence), "\($0.event)",
                    ]
                })
    }
}
