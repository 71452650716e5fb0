import ArgumentParser
import Foundation
import Glibc
import ImageFiles
import Instruments
import Phantoms
import ReaderStudies

/// `readingroom instrument preview`: the live form on a blank picture.
struct InstrumentPreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Try a reading form at the screen, on a blank picture.",
        discussion: """
            Makes a study of one case in a folder that is removed at the end, and opens its \
            worklist. Nothing that you answer is kept.
            """)

    @Argument(help: "A name such as covid-ct04, or a YAML file.")
    var nameOrFile: String

    @Option(help: "The arm; the first of the form unless given.")
    var arm: String?

    @OptionGroup var look: LookOptions

    func run() throws {
        let source = try Refusal.telling { try InstrumentSource(nameOrFile) }
        let preview = InstrumentPreview(source: source, shows: try source.shows(arm: arm))
        guard isatty(STDOUT_FILENO) == 1 else {
            throw Refusal(
                "A preview needs a terminal. Without one, see readingroom instrument show.")
        }
        defer { preview.remove() }
        let study = try preview.make()
        let terminal = try look.openTerminal()
        defer { terminal.screen.close() }
        let session = try ReadSession(
            folder: study.folder, reader: study.reader, isolation: .none)
        try terminal.loop(session.runner).run()
        try session.close()
    }
}

/// A store with one blank case to be read with a form.
struct InstrumentPreview {
    private let source: InstrumentSource
    private let shows: Set<String>
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "readingroom-preview-\(UUID().uuidString)")

    init(source: InstrumentSource, shows: Set<String>) {
        self.source = source
        self.shows = shows
    }

    /// Makes the store; its images are decoded by `decoder`, this program unless given.
    func make(decoder: DecoderProgram = .current) throws -> DemoStudy {
        let studies = folder.appending(path: "studies")
        let sample = BlankSample(name: "preview", studyFile: studyFile)
        try SampleWriter(folder: studies).write(sample)
        let forms = studies.appending(path: "preview/instruments")
        try FileManager.default.createDirectory(at: forms, withIntermediateDirectories: true)
        try Data(source.text.utf8).write(
            to: forms.appending(path: "\(source.instrument.id).yaml"))
        let stores = DemoStores(
            folder: folder.appending(path: "stores").path, studies: studies, decoder: decoder)
        guard let made = try stores.make().first else {
            throw Refusal("The preview could not be made in \(folder.path).")
        }
        return made
    }

    /// Removes all of it.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    private var studyFile: String {
        """
        study: preview
        title: \(Self.quoted(source.instrument.title))
        instruments: [\(source.instrument.reference.text)]
        arms:
          - {id: preview, label: A, shows: [\(shows.sorted().joined(separator: ", "))], series: {modality: MR}, window: auto}
        design: {kind: single, seed: 1, casesPerSession: 1}
        readers: [preview]
        display: {minimumGreys: 2, minimumScale: 0}
        reveal: []

        """
    }

    /// A text that YAML takes as it is.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
