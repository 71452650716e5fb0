import Foundation

/// Where a person and a host keep what the program reads: instruments, themes and keymaps of their own.
enum DataFolders {
    /// The folders of one kind: first in the user's data folder, then in the system's.
    ///
    /// The user's data folder is `$XDG_DATA_HOME`, or `.local/share` in `$HOME`.
    static func folders(_ kind: String, environment: [String: String]) -> [URL] {
        let home = environment["HOME"].map { URL(fileURLWithPath: $0, isDirectory: true) }
        let named = environment["XDG_DATA_HOME"].flatMap { path in
            path.hasPrefix("/") ? URL(fileURLWithPath: path, isDirectory: true) : nil
        }
        let own = named ?? home?.appendingPathComponent(".local/share", isDirectory: true)
        let system = ["/usr/local/share", "/usr/share"].map {
            URL(fileURLWithPath: $0, isDirectory: true)
        }
        return ((own.map { [$0] } ?? []) + system).map {
            $0.appendingPathComponent("readingroom/\(kind)", isDirectory: true)
        }
    }
}
