import Foundation
import Testing

@Suite struct ArchitectureTests {
    let page: ArchitecturePage
    let rows: [String: ArchitecturePage.Row]

    init() throws {
        page = try ArchitecturePage()
        rows = Dictionary(uniqueKeysWithValues: page.rows.map { ($0.target, $0) })
    }

    @Test func `every target of the tree has a row and every row a target`() throws {
        let folders = try ["Sources/Core", "Sources/Edge"].flatMap {
            try FileManager.default.contentsOfDirectory(
                atPath: ArchitecturePage.root.appending(path: $0).path)
        }
        #expect(Set(folders + ["readingroom"]) == Set(rows.keys))
    }

    @Test func `a target imports only what its row allows`() throws {
        for row in page.rows where row.target != "readingroom" {
            let folder = try #require(ArchitecturePage.folder(of: row.target))
            let system: Set<String> = ["Glibc", "Swift"]
            let allowed = row.mayImport.union(row.outside).union(system)
            for (file, module) in ArchitecturePage.imports(of: folder) {
                #expect(allowed.contains(module), "\(row.target)/\(file) imports \(module)")
            }
        }
    }

    @Test func `pure targets know neither files nor clocks`() throws {
        let core = ArchitecturePage.root.appending(path: "Sources/Core")
        for (file, module) in ArchitecturePage.imports(of: core) {
            #expect(
                !["Foundation", "FoundationEssentials", "Dispatch"].contains(module), "\(file)")
        }
    }

    @Test func `no arrow that must never exist is there, also by a detour`() {
        #expect(!page.forbidden.isEmpty)
        for (from, never) in page.forbidden {
            #expect(rows[from] != nil, "\(from) has no row")
            #expect(reached(from: from).isDisjoint(with: never), "\(from)")
        }
    }

    @Test func `the reading screen reaches no C library but those for PNG and the second thread`() {
        #expect(
            reached(from: "Workstation").filter { $0.hasPrefix("C") }.sorted()
                == ["CDeflate", "CThread", "CZlib"])
    }

    @Test func `one door to ncurses and one to SQL`() throws {
        for target in rows.keys {
            let folder = try #require(ArchitecturePage.folder(of: target))
            let modules = Set(ArchitecturePage.imports(of: folder).map(\.module))
            #expect(target == "TerminalCurses" || !modules.contains("CNcurses"), "\(target)")
            #expect(target == "Persistence" || !modules.contains("GRDB"), "\(target)")
        }
    }

    @Test func `the imports on the page and in Package swift agree`() throws {
        let manifest = try String(
            contentsOf: ArchitecturePage.root.appending(path: "Package.swift"), encoding: .utf8)
        for row in page.rows where row.target != "readingroom" {
            let declared = try #require(declaration(of: row.target, in: manifest))
            #expect(declared == row.mayImport, "\(row.target)")
        }
    }

    /// Every target that `from` reaches through the table and through the import lines.
    private func reached(from: String) -> Set<String> {
        var open = [from]
        var seen: Set<String> = []
        while let target = open.popLast() {
            let lines = ArchitecturePage.folder(of: target).map(ArchitecturePage.imports) ?? []
            let next = (rows[target]?.mayImport ?? []).union(lines.map(\.module))
            for name in next where ArchitecturePage.folder(of: name) != nil {
                if seen.insert(name).inserted { open.append(name) }
            }
        }
        return seen
    }

    /// Names in quotes after the target's own in its line of `Package.swift`.
    private func declaration(of target: String, in manifest: String) -> Set<String>? {
        let pattern = #"(?:core|edge)\(\s*"\#(target)"([^)]*)\)"#
        guard let range = manifest.range(of: pattern, options: .regularExpression) else {
            return nil
        }
        let names = manifest[range].split(separator: "\"").enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        return Set(names.filter { $0 != target && ArchitecturePage.folder(of: $0) != nil })
    }
}
