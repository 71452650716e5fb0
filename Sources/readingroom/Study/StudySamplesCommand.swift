import ArgumentParser
import Foundation
import Phantoms

/// `readingroom study samples`: draws the sample studies again, for whoever changes the phantoms.
struct StudySamplesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samples",
        abstract: "Draw the sample studies: DICOM images, truth.csv and study.yaml.",
        discussion: """
            The pictures are made from seeds, so every run gives the same anatomy and truth. \
            Needs about a minute.
            """,
        shouldDisplay: false)

    @Option(help: "The folder that receives one folder for each study.")
    var output: String

    @Option(help: "Draw only this study.")
    var study: String?

    @Flag(help: "Write into a folder that already holds files.")
    var force = false

    func validate() throws {
        let names = SampleStudies.all.map(\.name)
        if let study, !names.contains(study) {
            throw ValidationError(
                "There is no sample study \(study). Known are \(names.joined(separator: ", ")).")
        }
    }

    func run() throws {
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        try demandRoom(folder)
        let writer = SampleWriter(folder: folder)
        for sample in SampleStudies.all where study == nil || sample.name == study {
            try writer.write(sample) { print($0) }
        }
    }

    private func demandRoom(_ folder: URL) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard force || names.isEmpty else {
            throw ValidationError(
                "The folder \(output) already holds files. Add --force to replace those of the "
                    + "same names.")
        }
    }
}
