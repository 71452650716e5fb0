import BundledResources
import Foundation
import StudyFiles
import TerminalUI
import Workstation

/// Finds the keymap that a reader asks for.
enum KeymapChoice {
    /// The name of the action table's own keys.
    static let standard = Keymap.standard.name

    /// The keymaps at hand.
    static var library: KeymapLibrary {
        let folders = KeymapLibrary.standardFolders(
            environment: ProcessInfo.processInfo.environment, bundled: BundledResources.keymaps)
        return KeymapLibrary(folders: folders, context: context)
    }

    /// What keymap files may refer to.
    static let context = KeymapContext(
        base: ActionTable.bindings, reservation: ActionTable.reservation)

    /// The keymap of a name, or in a file when the name is a path.
    ///
    /// - Throws: a refusal with every mistake of the file.
    static func keymap(_ name: String) throws -> Keymap {
        if name == standard { return .standard }
        let isFile = name.contains("/") || name.hasSuffix(".yaml")
        let bindings = try Refusal.telling {
            isFile
                ? try library.keymap(at: URL(fileURLWithPath: name))
                : try library.keymap(name)
        }
        return Keymap(bindings)
    }

    /// The keymap that a person's settings name; when it cannot be taken, the usual keys, and why.
    static func settled(_ name: String) -> (keymap: Keymap, remark: String?) {
        do {
            return (try keymap(name), nil)
        } catch {
            let lines = "\(error)".split(separator: "\n")
            let first = lines.dropFirst(lines.count > 1 ? 1 : 0).first ?? ""
            return (.standard, "\(first) Until then the usual keys are in force.")
        }
    }

    /// The keymaps that come with the program beside the standard one, by name.
    static func shipped() throws -> [KeyBindings] {
        let library = KeymapLibrary(folders: [BundledResources.keymaps], context: context)
        return try Refusal.telling {
            try library.names.filter { $0 != standard }.map { try library.keymap($0) }
        }
    }
}
