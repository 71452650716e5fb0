import BundledResources
import Foundation
import FrameCache
import ImageFiles
import Persistence
import ReaderStudies
import StoreService
import StudyFiles

/// One sample study in a store of its own.
struct DemoStudy {
    /// The study's name, which is its folder's.
    let name: String
    /// What it is about.
    let title: String
    /// The store's folder.
    let folder: String
    /// The reader whose worklist is shown.
    let reader: ReaderID
}

/// Makes the stores of the sample studies where they are not made yet.
struct DemoStores {
    /// The folder that holds one store a study.
    let folder: String
    /// The folder that holds one folder for each study, those of the program unless given.
    var studies = BundledResources.sampleStudies
    /// The program that decodes the images, this one unless given.
    var decoder = DecoderProgram.current

    /// The sample studies by name.
    private var samples: [URL] {
        get throws {
            let files = FileManager.default
            let all = try files.contentsOfDirectory(
                at: studies, includingPropertiesForKeys: nil)
            return all.filter { files.fileExists(atPath: $0.appending(path: "study.yaml").path) }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
        }
    }

    /// Every sample study, ready to be read.
    func make() throws -> [DemoStudy] { try samples.map(make) }

    /// A store that an earlier run began is finished, one that is ready is left as it is.
    private func make(_ sample: URL) throws -> DemoStudy {
        let name = sample.lastPathComponent
        let path = "\(folder)/\(name)"
        let store = try openOrCreate(sample, at: path)
        defer { try? store.close() }
        guard let study = try store.study()?.study, let reader = study.readers.first else {
            throw Refusal("\(path) is not a store of the demo. Remove it, or name another folder.")
        }
        if try store.order(of: nil).isEmpty { try fill(store, from: sample, at: path) }
        if study.reference != nil { try freezeTruth(store, from: sample) }
        return DemoStudy(name: name, title: study.title, folder: path, reader: reader)
    }

    private func openOrCreate(_ sample: URL, at path: String) throws -> SQLiteStore {
        if FileManager.default.fileExists(atPath: "\(path)/store.sqlite") {
            return try SQLiteStore.open(at: path)
        }
        let source = try Refusal.telling {
            try StudySource(path: sample.appending(path: "study.yaml").path)
        }
        return try source.makeStore(at: path)
    }

    /// Imports the cases that are missing and draws the reading order.
    private func fill(_ store: SQLiteStore, from sample: URL, at path: String) throws {
        StandardStreams.say("Preparing \(sample.lastPathComponent)")
        let importer = try CaseImporter(
            store: store, frames: FrameFolder(store: path),
            // The files are our own: where the kernel cannot confine the decoder they may be read all the same.
            decoder: try ImageDecoder(
                program: decoder, policy: DecoderPolicy(children: 2, allowsUnfiltered: true)),
            report: ImportReport(storeName: path, isQuiet: true))
        try importer.sweep()
        let present = Set(try store.cases().map(\.id))
        for folder in try cases(of: sample)
        where !present.contains(CaseID(folder.lastPathComponent)) {
            let id = CaseID(folder.lastPathComponent)
            guard try importer.add(StudyCase(id: id), from: [folder.path]) else {
                throw Refusal(
                    "The sample case \(id) of \(sample.lastPathComponent) is damaged. Install the program again."
                )
            }
        }
        try approve(store)
        _ = try StudyStart(store: store, instruments: try store.forms()).draw()
    }

    /// What is true of the phantoms is the reference, and no reader can change it.
    private func freezeTruth(_ store: SQLiteStore, from sample: URL) throws {
        guard try store.conduct().frozen == nil else { return }
        let forms = try store.forms()
        guard let form = forms.first else { return }
        let table = try ReferenceTable(
            try CSVTable.load(sample.appending(path: "truth.csv").path), instrument: form,
            cases: Set(try store.cases().map(\.id)),
            defaults: ReferenceTable.Defaults(provenance: .external, level: .high))
        let keeper = ReferenceKeeper(store: store, instruments: forms)
        _ = try keeper.take(table.labels, source: "truth.csv", digest: nil, adding: false)
        _ = try keeper.freeze()
    }

    private func cases(of sample: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: sample.appending(path: "cases"), includingPropertiesForKeys: nil
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The pictures are drawn by this program: no text of a real patient can be burned into them.
    private func approve(_ store: SQLiteStore) throws {
        for series in try store.series() where series.state == .waiting {
            try store.append(
                .seriesApproved(SeriesApproved(token: series.series.token)), by: .coordinator)
        }
    }
}
