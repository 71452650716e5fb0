import ArgumentParser
import Persistence
import ReaderStudies
import StoreService

/// `readingroom study start`: draws the reading order.
struct StudyStartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Draw the reading order; readers can begin.",
        discussion: """
            Refused while a case lacks a series of an arm or a series waits for approval. Called \
            again after more cases came in, it adds them behind the others and moves none.
            """)

    @OptionGroup var place: StoreOption

    func run() throws {
        let opened = try place.open()
        let rows = try StudyStart(store: opened, instruments: try opened.forms()).draw()
        let readers = Set(rows.map(\.read.reader)).sorted()
        for reader in readers {
            let own = rows.filter { $0.read.reader == reader }
            let sessions = Set(own.map(\.session)).count
            print("\(reader)  \(own.count) reads in \(sessions) sessions")
        }
        print("Next: readingroom read --store \(place.store) --reader \(readers[0])")
    }
}
