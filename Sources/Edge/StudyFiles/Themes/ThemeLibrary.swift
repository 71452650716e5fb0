import Foundation
import Instruments
import TerminalUI

/// Finds themes by name in folders, a person's own before those that are shipped.
public struct ThemeLibrary: Sendable {
    /// The theme when none is named.
    public static let standard = "dark-room"

    private let folders: [URL]

    /// A library of folders; the first that holds a name wins. A folder that does not exist is
    /// empty.
    public init(folders: [URL]) { self.folders = folders }

    /// The folders in which themes are looked for: in the user's data folder, in the system's,
    /// and last those that come with the program.
    ///
    /// The user's data folder is `$XDG_DATA_HOME`, or `.local/share` in `$HOME`.
    public static func standardFolders(environment: [String: String], bundled: URL) -> [URL] {
        DataFolders.folders("themes", environment: environment) + [bundled]
    }

    /// The names of all themes, sorted.
    public var names: [String] {
        let files = folders.flatMap { folder in
            // A folder that does not exist has no themes; that is how a person without own themes
            // begins.
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        }
        let names = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        return Set(names).sorted()
    }

    /// The theme of a name, from the file `NAME.yaml`.
    ///
    /// - Throws: `StudyFileError.notFound`, or what is wrong with the file.
    public func theme(_ name: String = standard) throws(StudyFileError) -> Theme {
        let isPlain = !name.contains("/") && !name.hasPrefix(".")
        let files = folders.map { $0.appendingPathComponent(name + ".yaml") }
        let file = files.first { isPlain && FileManager.default.fileExists(atPath: $0.path) }
        guard let file else {
            throw .notFound(
                "There is no theme \(name)." + Suggestion.sentence(for: name, among: names)
                    + " There are: \(names.joined(separator: ", ")).")
        }
        return try ThemeFile.load(file)
    }
}
