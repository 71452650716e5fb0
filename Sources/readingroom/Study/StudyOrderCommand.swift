import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom study order`: the reading order of one reader, for the coordinator.
struct StudyOrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "Print the reading order of a reader; for the coordinator alone.",
        discussion: """
            Cases that came in since the order was drawn are drawn now and stand behind the others, \
            which keep their places. In an adjudicated study so are, for the adjudicator, the cases that \
            both readers signed and answered differently. The table names arms: no reader may see it. How the order is \
            drawn is written in the documentation, so that another program can check it.
            """)

    @OptionGroup var place: StoreOption

    @Option(help: "The reader whose order is printed.")
    var reader: String

    @Option(help: "The form of the table: text or csv.")
    var format: TableFormat = .text

    func run() throws {
        let opened = try place.open()
        let added = try StudyStart(store: opened, instruments: try opened.forms()).extend()
        if !added.isEmpty {
            let cases = Set(added.map(\.read.caseID)).count
            StandardStreams.say(
                "\(added.count) reads of \(cases) new cases were added to the order.")
        }
        let order = try ReaderOrder(store: opened, reader: ReaderID(reader))
        print(format.text([Self.columns] + order.reads.map(Self.fields)), terminator: "")
    }

    private static let columns = [
        "position", "session", "participant", "case", "arm", "opens", "occasion", "step",
    ]

    private static func fields(_ read: ReaderOrder.PlannedRead) -> [String] {
        let row = read.row
        return [
            String(row.position), String(row.session), row.participant.rawValue,
            row.read.caseID.rawValue, row.read.arm.rawValue, read.opens.dateText,
            String(row.read.occasion), String(row.step),
        ]
    }
}
