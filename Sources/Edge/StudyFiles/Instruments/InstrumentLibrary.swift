import Foundation
import Instruments
import ReaderStudies

/// Finds instruments by name in folders, the first folder first.
///
/// A file is called `NAME.yaml` or `NAME@VERSION.yaml`, so that versions can stand side by side.
public struct InstrumentLibrary: Sendable {
    /// The folders, in order of precedence.
    public let folders: [URL]

    /// A library over `folders`; those that do not exist are passed over.
    public init(folders: [URL]) { self.folders = folders }

    /// The folders in which instruments are looked for: beside the study file, in the user's data
    /// folder, in the system's, and last those that come with the program.
    ///
    /// The user's data folder is `$XDG_DATA_HOME`, or `.local/share` in `$HOME`.
    public static func standardFolders(
        study: URL?, environment: [String: String], bundled: URL
    ) -> [URL] {
        let shared = DataFolders.folders("instruments", environment: environment)
        let besideStudy = study.map {
            [$0.appendingPathComponent("instruments", isDirectory: true), $0]
        }
        return (besideStudy ?? []) + shared + [bundled]
    }

    /// The instrument in exactly the version that a study names.
    ///
    /// - Throws: `StudyFileError.notFound` with the versions that there are, or the mistake in the file.
    public func load(_ reference: InstrumentReference) throws(StudyFileError) -> Instrument {
        try find(reference).instrument
    }

    /// The instrument in exactly the version that a study names, and the whole text of its file.
    ///
    /// - Throws: `StudyFileError.notFound` with the versions that there are, or the mistake in the file.
    public func find(
        _ reference: InstrumentReference
    ) throws(StudyFileError) -> (instrument: Instrument, text: String) {
        try checkName(reference.id)
        var others: [String] = []
        for folder in folders {
            for name in ["\(reference.text).yaml", "\(reference.id).yaml"] {
                let url = folder.appendingPathComponent(name)
                guard FileManager.default.fileExists(atPath: url.path) else { continue }
                let text = try YAMLValue.text(of: url)
                let instrument = try InstrumentFile.parse(text, file: name)
                if instrument.reference == reference { return (instrument, text) }
                others.append(instrument.reference.text)
            }
        }
        throw .notFound(notFound(reference.text, others))
    }

    /// The instrument called `id`, of the first folder that has it under `ID.yaml`.
    ///
    /// - Throws: `StudyFileError.notFound` with a suggestion, or the mistake in the file.
    public func load(named id: InstrumentID) throws(StudyFileError) -> Instrument {
        try checkName(id)
        for folder in folders {
            if let instrument = try instrument(in: folder, file: "\(id).yaml") { return instrument }
        }
        throw .notFound(notFound(id.rawValue, []))
    }

    /// The names of all files, each once, sorted; what the lists of the command show.
    public var names: [String] {
        let files = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        }
        let names = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        return Set(names).sorted()
    }

    private func instrument(
        in folder: URL, file: String
    ) throws(StudyFileError) -> Instrument? {
        let url = folder.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try InstrumentFile.load(url)
    }

    /// A name is no path: it has no separators and cannot lead out of the folders.
    private func checkName(_ id: InstrumentID) throws(StudyFileError) {
        guard !id.rawValue.isEmpty, !id.rawValue.contains("/"), !id.rawValue.hasPrefix(".") else {
            throw .notFound("\"\(id)\" is no name of an instrument.")
        }
    }

    private func notFound(_ name: String, _ others: [String]) -> String {
        guard others.isEmpty else {
            return "\(name) is not found; there is \(others.joined(separator: ", ")). "
                + "Name that version, or put \(name).yaml beside the study file."
        }
        return "\(name) is not found." + Suggestion.sentence(for: name, among: names)
            + " Put its YAML file beside the study file."
    }
}
