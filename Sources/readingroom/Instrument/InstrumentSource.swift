import BundledResources
import Foundation
import Instruments
import ReaderStudies
import StudyFiles

/// A reading form by its name or its file.
struct InstrumentSource {
    /// The form.
    let instrument: Instrument
    /// The whole text of its file.
    let text: String
    /// The folders in which names are looked for, in order of precedence.
    static var library: InstrumentLibrary {
        InstrumentLibrary(
            folders: InstrumentLibrary.standardFolders(
                study: URL(filePath: FileManager.default.currentDirectoryPath),
                environment: ProcessInfo.processInfo.environment,
                bundled: BundledResources.instruments))
    }

    /// The form in the file when `nameOrFile` is one or looks like one; else the form of that name.
    ///
    /// - Throws: `StudyFileError` with the first mistake, or that there is none.
    init(_ nameOrFile: String) throws(StudyFileError) {
        let isFile =
            nameOrFile.contains("/") || nameOrFile.hasSuffix(".yaml")
            || nameOrFile.hasSuffix(".yml")
        guard isFile else {
            let named = try Self.library.load(named: InstrumentID(nameOrFile))
            (instrument, text) = try Self.library.find(named.reference)
            return
        }
        let url = URL(filePath: nameOrFile)
        text = try YAMLValue.text(of: url)
        instrument = try InstrumentFile.parse(text, file: url.lastPathComponent)
    }

    /// What the arm `id` shows; of the first arm when none is named.
    func shows(arm id: String?) throws(Refusal) -> Set<String> {
        guard let id else { return Set(instrument.arms.first?.shows ?? []) }
        guard let arm = instrument.arms.first(where: { $0.id == id }) else {
            let known = instrument.arms.map(\.id)
            throw Refusal(
                "\(instrument.id) has no arm \(id). It has \(known.joined(separator: ", "))."
                    + Suggestion.sentence(for: id, among: known))
        }
        return Set(arm.shows)
    }
}
