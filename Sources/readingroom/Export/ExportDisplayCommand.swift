import ArgumentParser
import Exports
import Persistence
import ReaderStudies

/// `readingroom export display`: how signed reads were looked at.
struct ExportDisplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "display",
        abstract: "Write how signed reads were looked at: one row for each series.",
        discussion: """
            Slices seen, seconds, windows, zoom, renderer, greys and terminal of every signed \
            revision. With --output display.csv every slice with its window, zoom and seconds is \
            written to display-looks.csv beside it; without, the first table goes to standard \
            output. Only what was on the screen in full counts; idle over 60 s and pauses do not.
            """)

    @OptionGroup var place: StoreOption

    @OptionGroup var target: TableFileOptions

    func run() throws {
        let table = try Self.table(try place.open())
        let displays = CSVText.line(DisplayTable.header) + CSVText.text(table.rows)
        guard let file = target.file else { return print(displays, terminator: "") }
        let looks = file.beside("looks")
        try file.demandRoom()
        try looks.demandRoom()
        try file.write(displays)
        try looks.write(CSVText.line(DisplayTable.lookHeader) + CSVText.text(table.lookRows))
        print("\(table.rows.count) rows in \(file.path), every look in \(looks.path).")
    }

    /// The table of everything in `store`.
    static func table(_ store: any Store) throws -> DisplayTable {
        let study = try store.demandStudy()
        return DisplayTable(
            study: study.study.id, displays: try store.displays(),
            series: try store.series().map(\.series))
    }
}
