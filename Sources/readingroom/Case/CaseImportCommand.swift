import ArgumentParser
import FrameCache
import Glibc
import ImageFiles
import Persistence
import ReaderStudies
import StudyFiles

/// `readingroom case import`: decodes images, drops who they are of, and adds them to a study as cases.
struct CaseImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Decode images, drop who they are of, and add them to a study.",
        discussion: """
            Takes files, folders, ZIP archives and DICOMDIR media with DICOM or NIfTI images. \
            Names, dates and descriptions are dropped; series that may show burned-in text wait \
            for `readingroom case approve`. A file that cannot be used is named with the reason, \
            the others go on, and the exit status is 1.

            The description of a series, or the name of a NIfTI file without its ending, is \
            compared with the arms of the study once, now.
            """)

    @OptionGroup var place: StoreOption

    @Option(name: .customLong("case"), help: "The case's name, such as C01.")
    var caseName: String?

    @Option(help: "Whose images they are; the case's name unless given.")
    var participant: String?

    @Option(help: "A table of cases with the columns case,path[,participant].")
    var manifest: String?

    @Option(help: "Decoding processes that work side by side.")
    var decoders: Int = 2

    @Flag(help: "Go on where the kernel cannot confine the decoder; the study's log says so.")
    var unsafeImport = false

    @Flag(help: "Decode and report everything, with the time it took, and keep nothing.")
    var dryRun = false

    @Argument(help: "Files, folders, ZIP archives or media of one case.")
    var paths: [String] = []

    func validate() throws {
        guard (1...16).contains(decoders) else {
            throw ValidationError("--decoders takes a number from 1 to 16.")
        }
        if manifest != nil {
            guard caseName == nil, participant == nil, paths.isEmpty else {
                throw ValidationError("Give either --manifest, or --case and paths.")
            }
            return
        }
        guard let caseName, !paths.isEmpty else {
            throw ValidationError(
                "Give --case NAME and the paths of its images, or --manifest FILE.")
        }
        for (name, column) in [(caseName, "case"), (participant ?? caseName, "participant")] {
            if let mistake = CaseName.mistake(in: name, column: column) {
                throw ValidationError(mistake)
            }
        }
    }

    func run() throws {
        // A limit on file sizes shall be an error that is told, not a signal that ends the import.
        signal(SIGXFSZ, SIG_IGN)
        let cases = try entries()
        let opened = try place.open()
        let frames = FrameFolder(store: place.store)
        let decoder = try ImageDecoder(
            policy: DecoderPolicy(children: decoders, allowsUnfiltered: unsafeImport))
        let report = ImportReport(storeName: place.store)
        let importer = try CaseImporter(
            store: opened, frames: frames, decoder: decoder,
            report: report, isTrial: dryRun)
        try importer.sweep()
        var isClean = true
        for entry in cases where try !importer.add(entry.studyCase, from: entry.paths) {
            isClean = false
        }
        if dryRun { report.result(report.times) }
        if !isClean { throw ExitCode.failure }
    }

    private func entries() throws -> [CaseManifest.Entry] {
        if let manifest { return try CaseManifest.load(manifest).entries }
        let participant = participant.map { ParticipantID($0) }
        let studyCase = StudyCase(id: CaseID(caseName ?? ""), participant: participant)
        return [CaseManifest.Entry(studyCase: studyCase, paths: paths, line: 1)]
    }
}
