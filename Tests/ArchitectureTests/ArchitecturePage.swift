import Foundation

/// The tables of the architecture page and the `import` lines of the sources.
struct ArchitecturePage {
    /// One row of the table of targets.
    struct Row {
        let target: String
        let mayImport: Set<String>
        let outside: Set<String>
    }

    /// The repository's top folder.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let rows: [Row]
    let forbidden: [(from: String, never: Set<String>)]

    init() throws {
        let page = Self.root.appending(
            path: "Sources/readingroom/Documentation.docc/Architecture.md")
        let tables = try String(contentsOf: page, encoding: .utf8)
            .split(separator: "\n").filter { $0.hasPrefix("| `") }.map(Self.columns)
        rows = tables.filter { $0.count == 4 }.map {
            Row(target: $0[0], mayImport: Self.names($0[2]), outside: Self.names($0[3]))
        }
        forbidden = tables.filter { $0.count == 3 }.map { ($0[0], Self.names($0[1])) }
    }

    /// Modules that the Swift files of `folder` import.
    static func imports(of folder: URL) -> [(file: String, module: String)] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "swift" }
            .flatMap { file -> [(String, String)] in
                let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
                return text.split(separator: "\n").compactMap(importedModule).map {
                    (file.lastPathComponent, $0)
                }
            }
    }

    /// The folder of a target, wherever the tree keeps it.
    static func folder(of target: String) -> URL? {
        [
            "Sources/Core/\(target)", "Sources/Edge/\(target)", "Sources/C/\(target)",
            "Sources/\(target)",
        ]
        .map { root.appending(path: $0) }
        .first { FileManager.default.fileExists(atPath: $0.path) }
    }

    private static func importedModule(_ line: Substring) -> String? {
        var words = line.split(separator: " ")
        while let first = words.first,
            first.hasPrefix("@") || first == "public" || first == "internal"
        {
            words.removeFirst()
        }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var"]
        let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return String(name.prefix { $0 != "." })
    }

    private static func columns(_ line: Substring) -> [String] {
        line.split(separator: "|").map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
    }

    private static func names(_ column: String) -> Set<String> {
        Set(
            column.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0 != "–" })
    }
}
