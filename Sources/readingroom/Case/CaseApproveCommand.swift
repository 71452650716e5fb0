import ArgumentParser
import FrameCache
import Persistence
import ReaderStudies

/// `readingroom case approve`: says that a person looked at a waiting series and found nothing that identifies.
struct CaseApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Let readers see a series that you looked at.",
        discussion: """
            Series that may show burned-in names or dates wait after import. Look at every slice \
            first; the approval is kept in the study's log.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The series' token, as the import printed it; may be repeated.")
    var series: [String]

    func validate() throws {
        guard !series.isEmpty else { throw ValidationError("Give --series TOKEN.") }
    }

    func run() throws {
        let tokens = try series.map { try FrameToken($0) }
        let opened = try place.open()
        for token in tokens {
            let name = SeriesToken(token.description)
            try opened.append(.seriesApproved(SeriesApproved(token: name)), by: .coordinator)
            let owner = try opened.series().first { $0.series.token == name }
            print("Series \(token) of case \(owner?.series.caseID.rawValue ?? "") may be shown.")
        }
    }
}
