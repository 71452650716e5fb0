import ArgumentParser
import Exports
import Persistence

/// `readingroom export reads`: the long table of reads and its codebook.
struct ExportReadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reads",
        abstract: "Write the long table of reads: one row for each answer.",
        discussion: """
            Value, not assessable, skipped by rule and missing stay four different things. \
            With --output reads.csv the codebook is written to reads-codebook.csv beside it, what was \
            measured for answers to reads-measurements.csv, and the warnings and hints that stood when a \
            read was signed to reads-warnings.csv; without, the table goes to standard output.
            """)

    /// Forms of the table.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
    }

    @OptionGroup var place: StoreOption

    @Option(help: "The form of the table: csv.")
    var format: Format = .csv

    @OptionGroup var target: TableFileOptions

    func run() throws {
        let files = target.file.map { ExportedFiles(table: $0) }
        try files?.demandRoom()
        let opened = try place.open()
        let tables = try Refusal.telling { try ReadTables(store: opened) }
        if let files {
            try files.write(tables)
            print(
                """
                \(tables.rowCount) rows in \(files.table.path), codebook in \(files.codebook.path), \
                measurements in \(files.measurements.path), warnings in \(files.warnings.path).
                """
            )
        } else {
            print(tables.table, terminator: "")
        }
        StandardStreams.say(try Self.standing(of: opened))
    }

    private static func standing(of store: any Store) throws -> String {
        guard let lock = try store.conduct().lock else {
            return "Interim: the study is not locked, so later exports may differ."
        }
        return "The study is locked since \(lock.lockedAt.dateText), digest \(lock.digest)."
    }
}

/// The four files of an export.
struct ExportedFiles {
    let table: OutputFile

    /// `reads.csv` gives `reads-codebook.csv`.
    var codebook: OutputFile { table.beside("codebook") }

    /// `reads.csv` gives `reads-measurements.csv`.
    var measurements: OutputFile { table.beside("measurements") }

    /// `reads.csv` gives `reads-warnings.csv`.
    var warnings: OutputFile { table.beside("warnings") }

    func demandRoom() throws {
        for file in [table, codebook, measurements, warnings] { try file.demandRoom() }
    }

    func write(_ tables: ReadTables) throws {
        try table.write(tables.table)
        try codebook.write(tables.codebook)
        try measurements.write(tables.measurements)
        try warnings.write(tables.warnings)
    }
}
