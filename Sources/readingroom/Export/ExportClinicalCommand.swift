import ArgumentParser
import Exports
import Persistence

/// `readingroom export clinical`: the clinical values that readers could see.
struct ExportClinicalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinical",
        abstract: "Write the clinical values that the study reveals, and in which arms.",
        discussion: """
            One row for each case and field. An empty value says that nobody knew it, and the reader \
            saw so. The table names arms: no reader may see it.
            """)

    @OptionGroup var place: StoreOption

    @OptionGroup var target: TableFileOptions

    func run() throws {
        let opened = try place.open()
        let table = ClinicalExport(
            study: try opened.demandStudy().study, cases: try opened.cases(),
            values: try opened.clinicalValues(of: nil).map { ($0.clinical, $0.event) })
        guard let file = target.file else { return print(table.csv, terminator: "") }
        try file.demandRoom()
        try file.write(table.csv)
        print("\(table.rows.count) rows in \(file.path).")
    }
}
