import ArgumentParser
import Foundation
import Persistence
import ReaderStudies
import StudyFiles

/// `readingroom reference import`: takes labels from a table.
struct ReferenceImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take labels from a CSV file as a new version of the reference.",
        discussion: """
            The columns are case,site,item,value and, where rows differ, status (value, \
            notAssessable, excluded), provenance and level; unit may stand beside the value. \
            Every row is checked against the reading form. The file's SHA-256 is kept.
            """)

    @Argument(help: "The table.")
    var file: String

    @OptionGroup var place: StoreOption

    @Option(help: "How the labels came about: external, agreement, consensus, adjudicator.")
    var provenance: ReferenceProvenance = .external

    @Option(help: "How far they were verified: low, medium or high.")
    var level: VerificationLevel = .medium

    @Flag(help: "Keep the labels of the version before that the table does not name.")
    var add = false

    func run() throws {
        let (opened, keeper, form) = try ReferenceCommand.keeper(place)
        let table = try ReferenceTable(
            try CSVTable.load(file), instrument: form, cases: Set(try opened.cases().map(\.id)),
            defaults: ReferenceTable.Defaults(provenance: provenance, level: level))
        guard let text = FileManager.default.contents(atPath: file) else {
            throw Refusal("\(file) cannot be opened. Check its name and permissions.")
        }
        let standard = try keeper.take(
            table.labels, source: URL(filePath: file).lastPathComponent,
            digest: Digest.hexadecimal(of: String(decoding: text, as: UTF8.self)), adding: add)
        print("Version \(standard.version) of the reference has \(standard.labels.count) labels.")
        print("Next: readingroom reference freeze --store \(place.store)")
    }
}

extension ReferenceProvenance: ExpressibleByArgument {}
extension VerificationLevel: ExpressibleByArgument {}
