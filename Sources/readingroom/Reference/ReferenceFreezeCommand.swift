import ArgumentParser
import Persistence
import StoreService

/// `readingroom reference freeze`: makes the newest version the last.
struct ReferenceFreezeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Freeze the newest version of the reference for ever.",
        discussion:
            "Refused while a question on which the readers of the reference arm differ is open.")

    @OptionGroup var place: StoreOption

    func run() throws {
        let frozen = try ReferenceCommand.keeper(place).keeper.freeze()
        print("Version \(frozen.version) of the reference is frozen.")
        print("digest \(frozen.digest)")
    }
}
