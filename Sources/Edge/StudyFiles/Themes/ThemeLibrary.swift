import Foundation
import TerminalUI

/// Finds themes by name in folders, a person's own before those that are shipped.
public struct ThemeLibrary: Sendable {
    /// The theme when none is named.
    public static let standard = "dark-room"

    private let files: NamedFiles

    /// A library of folders; the first that holds a name wins. A folder that does not exist is
    /// empty.
    public init(folders: [URL]) { files = NamedFiles(kind: "theme", folders: folders) }

    /// The folders in which themes are looked for: in the user's data folder, in the system's,
    /// and last those that come with the program.
    ///
    /// The user's data folder is `$XDG_DATA_HOME`, or `.local/share` in `$HOME`.
    public static func standardFolders(environment: [String: String], bundled: URL) -> [URL] {
        DataFolders.folders("themes", environment: environment) + [bundled]
    }

    /// The names of all themes, sorted.
    public var names: [String] { files.names }

    /// The theme of a name, from the file `NAME.yaml`.
    ///
    /// - Throws: `StudyFileError.notFound`, or what is wrong with the file.
    public func theme(_ name: String = standard) throws(StudyFileError) -> Theme {
        try ThemeFile.load(try files.file(name))
    }
}
