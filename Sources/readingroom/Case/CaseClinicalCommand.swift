import ArgumentParser
import Foundation
import Persistence
import StudyFiles

/// `readingroom case clinical`: brings in the clinical values that the study reveals.
struct CaseClinicalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinical",
        abstract: "Bring in the clinical values of cases that the study reveals to readers.",
        discussion: """
            Takes a table with the column case or participant and one column for each field that the \
            study file declares under reveal; every other column is refused. Numbers must lie in the \
            field's range and codes must be its own, so that no free text, name or date comes in. An \
            empty cell says that nobody knows. Values of a case stay as they are once a reader \
            has opened it.
            """)

    @OptionGroup var place: StoreOption

    @Argument(help: "The table.")
    var file: String

    func run() throws {
        let opened = try place.open()
        let study = try opened.demandStudy().study
        let table = try ClinicalTable(
            try CSVTable.load(file), fields: study.clinical ?? [], cases: try opened.cases())
        let bytes = FileManager.default.contents(atPath: file) ?? Data()
        let digest = RunningDigest()
        digest.take(bytes)
        try opened.append(
            .clinicalImported(
                ClinicalImported(values: table.values, sourceDigest: digest.hexadecimal)),
            by: .coordinator)
        let cases = Set(table.values.map(\.caseID)).count
        print("\(table.values.count) clinical values of \(cases) cases are in the store.")
    }
}
