import Foundation
import Instruments
import TerminalUI

/// Reads a keymap from YAML: which keys do what, where it differs from the keymap `readingroom`.
///
/// The file's keys are `keymap` (its name), `title`, `everywhere` and the places, such as `image` and `form`; see
/// `Themes/keymaps/readingroom.yaml`. A key that the file takes from an action is no longer that action's.
public enum KeymapFile {
    /// The place that stands for all in which an action is heard.
    public static let everywhere = "everywhere"

    /// Reads a file.
    ///
    /// - Throws: `StudyFileError` with every mistake that can be told apart, each with its place.
    public static func load(
        _ url: URL, context: KeymapContext
    ) throws(StudyFileError) -> KeyBindings {
        try bindings(YAMLValue.load(url), context)
    }

    /// Reads text, which messages call `file`.
    ///
    /// - Throws: as `load`.
    public static func parse(
        _ text: String, file: String, context: KeymapContext
    ) throws(StudyFileError) -> KeyBindings {
        try bindings(YAMLValue.parse(text, file: file), context)
    }

    private static func bindings(
        _ whole: YAMLValue, _ context: KeymapContext
    ) throws(StudyFileError) -> KeyBindings {
        let places = Set(context.base.keys.keys)
        let table = try whole.table(places.union(["keymap", "title", everywhere]))
        var reader = KeymapReader(context: context)
        reader.bindings.name = try NamedFiles.plainName(table.required("keymap"), kind: "keymap")
        reader.bindings.title = try table.required("title").text()
        // What is said of one place outweighs what is said of all.
        for place in [everywhere] + places.sorted() {
            if let part = table[place] { reader.read(part, place: place) }
        }
        reader.settle()
        guard reader.mistakes.errors.isEmpty else { throw reader.mistakes.error(in: whole) }
        return reader.bindings
    }
}
