import Foundation
import TerminalUI

/// Finds keymaps by name in folders, a person's own before those that are shipped.
public struct KeymapLibrary: Sendable {
    private let files: NamedFiles
    private let context: KeymapContext

    /// A library of folders; the first that holds a name wins. A folder that does not exist is
    /// empty.
    public init(folders: [URL], context: KeymapContext) {
        files = NamedFiles(kind: "keymap", folders: folders)
        self.context = context
    }

    /// The folders in which keymaps are looked for: in the user's data folder, in the system's,
    /// and last those that come with the program.
    ///
    /// The user's data folder is `$XDG_DATA_HOME`, or `.local/share` in `$HOME`.
    public static func standardFolders(environment: [String: String], bundled: URL) -> [URL] {
        DataFolders.folders("keymaps", environment: environment) + [bundled]
    }

    /// The names of all keymaps, sorted.
    public var names: [String] { files.names }

    /// The keymap of a name, from the file `NAME.yaml`.
    ///
    /// - Throws: `StudyFileError.notFound`, or everything that is wrong with the file.
    public func keymap(_ name: String) throws(StudyFileError) -> KeyBindings {
        try KeymapFile.load(try files.file(name), context: context)
    }

    /// The keymap in a file of any name.
    ///
    /// - Throws: everything that is wrong with the file.
    public func keymap(at url: URL) throws(StudyFileError) -> KeyBindings {
        try KeymapFile.load(url, context: context)
    }
}
