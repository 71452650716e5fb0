import ArgumentParser
import Persistence

/// The option that names a store.
struct StoreOption: ParsableArguments {
    @Option(help: "The store's folder.")
    var store: String

    /// The store.
    func open() throws -> SQLiteStore { try SQLiteStore.open(at: store) }

    /// The store as it is now, to be read only; readers go on meanwhile.
    func look() throws -> SQLiteStore { try StoreSnapshot(folder: store).open() }
}

/// The option that says why something is done to a study; the log keeps it for ever.
struct ReasonOption: ParsableArguments {
    @Option(help: "Why, in a few words.")
    var reason: String
}

/// The options of a table that goes to a file, or to standard output.
struct TableFileOptions: ParsableArguments {
    @Option(help: "The file to write.")
    var output: String?

    @Flag(help: "Replace files that exist.")
    var force = false

    /// The file; `nil` for standard output.
    var file: OutputFile? { output.map { OutputFile(path: $0, force: force) } }
}
