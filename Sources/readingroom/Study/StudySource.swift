import BundledResources
import Foundation
import Imaging
import Instruments
import Persistence
import ReaderStudies
import StudyFiles

/// A study file with everything that it refers to, as a store is made from it.
struct StudySource {
    /// The study, its text and the texts of its reading forms.
    let created: StudyCreated
    /// Where the parts of the file stand.
    let places: StudyPlaces

    /// Reads and checks the study file at `path`.
    ///
    /// - Throws: `StudyFileError` with all mistakes.
    init(path: String) throws(StudyFileError) {
        let url = URL(filePath: path)
        let library = Self.library(beside: url.deletingLastPathComponent())
        let text = try YAMLValue.text(of: url)
        places = try StudyPlaces(text: text, file: url.lastPathComponent)
        let study = try StudyFile.parse(
            text, file: url.lastPathComponent, context: Self.context(library))
        var files: [InstrumentText] = []
        for reference in study.instruments {
            files.append(
                InstrumentText(instrument: reference, text: try library.find(reference).text))
        }
        created = StudyCreated(study: study, text: text, instruments: files)
    }

    /// Makes a store of the study in a new or empty folder.
    func makeStore(
        at folder: String, clock: any StoreClock = SystemClock()
    ) throws(StoreError) -> SQLiteStore {
        try SQLiteStore.create(
            at: folder, clock: clock, beginningWith: [.studyCreated(created)])
    }

    private static func library(beside folder: URL) -> InstrumentLibrary {
        InstrumentLibrary(
            folders: InstrumentLibrary.standardFolders(
                study: folder, environment: ProcessInfo.processInfo.environment,
                bundled: BundledResources.instruments))
    }

    private static func context(_ library: InstrumentLibrary) -> StudyContext {
        StudyContext(
            windowNames: ["auto", "percentile"] + WindowPreset.all.map(\.name),
            isWindow: { WindowChoice($0) != nil },
            windowNumbers: { WindowChoice($0)?.numbers.map { ($0.width, $0.center) } },
            instrument: { reference throws(StudyFileError) in try library.load(reference) })
    }
}
