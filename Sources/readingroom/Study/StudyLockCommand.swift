import ArgumentParser
import Persistence
import StoreService

/// `readingroom study lock`: freezes all reads.
struct StudyLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Freeze all reads for ever, and print their digest.",
        discussion: """
            Refused while a read is not signed or the reference that the study asks for is not \
            frozen. The digest is SHA-256 of lines: the study file's digest, the digest of each \
            signature in the order of signing, and that of the frozen reference. Note it with the \
            head of the log: who has both can show that nothing was changed.
            """)

    @OptionGroup var place: StoreOption

    func run() throws {
        let opened = try place.open()
        let locked = try StudyConductor(store: opened).lock(instruments: try opened.forms())
        print("The study is locked with \(locked.signatures) signed reads.")
        print("digest \(locked.digest)")
        print("head \(try opened.verify().head)")
        print("Next: readingroom study unblind --store \(place.store) --reason TEXT")
    }
}
