import ArgumentParser
import BundledResources
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

    @Flag(help: "Show the sample case of the form, not a blank picture.")
    var sample = false

    @Flag(help: "Show at once what a study shows after signing or not at all, as in practice.")
    var practice = false

    @Option(help: "The arm; the first of the form unless given.")
    var arm: String?

    @OptionGroup var look: LookOptions

    func run() throws {
        let source = try Refusal.telling { try InstrumentSource(nameOrFile) }
        let preview = InstrumentPreview(
            source: source, shows: try source.shows(arm: arm), usesSample: sample,
            isPractice: practice)
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
    private let usesSample: Bool
    private let isPractice: Bool
    private let folder: URL

    /// A preview in a folder that names this process, so that a later one can remove it.
    init(
        source: InstrumentSource, shows: Set<String>, usesSample: Bool = false,
        isPractice: Bool = false,
        in parent: URL = FileManager.default.temporaryDirectory
    ) {
        self.source = source
        self.shows = shows
        self.usesSample = usesSample
        self.isPractice = isPractice
        folder = parent.appending(
            path: "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)")
    }

    private static let prefix = "readingroom-preview-"

    /// Removes what previews left behind that were killed.
    static func sweep(_ parent: URL = FileManager.default.temporaryDirectory) {
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: parent.path)) ?? []
        where name.hasPrefix(prefix) {
            let process = name.dropFirst(prefix.count).prefix(while: \.isNumber)
            guard !process.isEmpty, !files.fileExists(atPath: "/proc/\(process)") else { continue }
            // What another user left is theirs to remove.
            try? files.removeItem(at: parent.appending(path: name))
        }
    }

    /// Makes the store; its images are decoded by `decoder`, this program unless given.
    func make(decoder: DecoderProgram = .current) throws -> DemoStudy {
        Self.sweep(folder.deletingLastPathComponent())
        let studies = folder.appending(path: "studies")
        if usesSample {
            try copySample(into: studies.appending(path: "preview"))
        } else {
            let sample = BlankSample(
                name: "preview", studyFile: studyFile(series: "{modality: MR}"))
            try SampleWriter(folder: studies).write(sample)
        }
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

    /// The first case of the form's sample study, with all of its series.
    private func copySample(into home: URL) throws {
        let name = source.instrument.sample
        let cases = BundledResources.sampleStudies.appending(path: "\(name)/cases")
        guard !name.isEmpty, FileManager.default.fileExists(atPath: cases.path) else {
            throw Refusal("\(source.instrument.id) has no sample case. Leave out --sample.")
        }
        try FileManager.default.createDirectory(
            at: home.appending(path: "cases"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: cases.appending(path: "C01"), to: home.appending(path: "cases/C01"))
        try Data(studyFile(series: try Self.rules(of: cases.appending(path: "C01"))).utf8)
            .write(to: home.appending(path: "study.yaml"))
    }

    /// A rule for each series of a case; its folder is called as the series is, with hyphens for spaces.
    private static func rules(of home: URL) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: home.path).sorted()
        let rules = names.map { "{description: \"^\($0.replacing("-", with: "."))$\"}" }
        return "[\(rules.joined(separator: ", "))]"
    }

    /// Removes all of it.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    private func studyFile(series: String) -> String {
        """
        study: preview
        title: \(Self.quoted(source.instrument.title))
        instruments: [\(source.instrument.reference.text)]
        arms:
          - {id: preview, label: A, shows: [\(shows.sorted().joined(separator: ", "))], series: \(series), window: auto}
        design: {kind: single, seed: 1, casesPerSession: 1}
        readers: [preview]
        display: {minimumGreys: 2, minimumScale: 0}
        reveal: []
        practice: \(isPractice ? "yes" : "no")

        """
    }

    /// A text that YAML takes as it is.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
