import ArgumentParser
import Persistence

/// `readingroom verify`: checks that nothing in a store was changed, removed or put in between.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every event of a store and the chain that ties them.",
        discussion: """
            The first wrong event is named, and the exit status is 1. Nothing is written. Cutting \
            off the newest events cannot be seen from inside: compare the number of events and \
            the head with those that you noted before.
            """)

    @OptionGroup var place: StoreOption

    func run() throws {
        let found = try StoreInspection(folder: place.store).verify()
        guard let problem = found.problem else {
            print(
                "\(place.store) is whole. Events: \(found.events), redacted: \(found.redactions).")
            print("head \(found.head)")
            return
        }
        throw Refusal(
            "\(problem)\nThe events before it are whole: \(found.events), head \(found.head). The "
                + "store opens for reading only. Keep its files as they are.")
    }
}
