import Foundation
import Instruments

/// Files of one kind that are chosen by name, in folders of which the first that holds a name wins.
struct NamedFiles: Sendable {
    /// The kind in a sentence: `theme`.
    let kind: String
    /// The folders; one that does not exist is empty.
    let folders: [URL]

    /// The names of all files, sorted.
    var names: [String] {
        let files = folders.flatMap { folder in
            // A person without files of their own has no folder for them.
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        }
        let names = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        return Set(names).sorted()
    }

    /// The file `NAME.yaml`.
    ///
    /// - Throws: `StudyFileError.notFound` with the names that there are.
    func file(_ name: String) throws(StudyFileError) -> URL {
        let isPlain = !name.contains("/") && !name.hasPrefix(".")
        let files = folders.map { $0.appendingPathComponent(name + ".yaml") }
        let file = files.first { isPlain && FileManager.default.fileExists(atPath: $0.path) }
        guard let file else {
            throw .notFound(
                "There is no \(kind) \(name)." + Suggestion.sentence(for: name, among: names)
                    + " There are: \(names.joined(separator: ", ")).")
        }
        return file
    }

    /// The name inside a file: small letters, digits and dashes.
    static func plainName(_ value: YAMLValue, kind: String) throws(StudyFileError) -> String {
        let name = try value.text()
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        guard isPlain else {
            throw value.mistake("A \(kind)'s name has small letters, digits and dashes only.")
        }
        return name
    }
}
