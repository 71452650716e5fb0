import BundledResources
import Foundation
import StudyFiles
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// Pages and files that are made from the action table.
@Suite struct ManualTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardized

    /// Expects a committed file to be what the program prints.
    private func expect(_ path: String, equals page: ManualCommand.Page) throws {
        let file = Self.root.appending(path: path)
        let text = try ManualCommand.text(page)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("Recorded \(file.path).")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test func `the documentation lists the keys of the action table and of every keymap`() throws {
        try expect("Sources/readingroom/Documentation.docc/Keys.md", equals: .keys)
    }

    @Test func `the standard keymap is the file of the action table`() throws {
        try expect("Themes/keymaps/readingroom.yaml", equals: .keymap)
    }

    @Test func `the file of the standard keymap says what the action table does`() throws {
        let bindings = try KeymapChoice.library.keymap("readingroom")

        #expect(bindings == ActionTable.bindings)
    }

    @Test func `the manual page has every command, every action and nothing that roff takes amiss`()
        throws
    {
        let page = try ManualCommand.text(.man)

        for row in ActionTable.rows {
            #expect(page.contains(ManualPage.escaped(row.help)), "\(row.help)")
        }
        for name in ["read", "study check", "case import", "render", "export reads"] {
            #expect(page.contains(".B \(name)\n"), "\(name)")
        }
        #expect(!page.contains("decode"))
        for line in page.split(separator: "\n") where line.first == "." {
            let known = [".TH ", ".SH ", ".SS ", ".TP", ".B ", ".I "]
            #expect(known.contains { line.hasPrefix($0) }, "\(line)")
        }
        #expect(page.utf8.allSatisfy { $0 < 128 })
    }

    @Test func `four keymaps are shipped beside the standard one`() throws {
        #expect(try KeymapChoice.shipped().map(\.name) == ["ohif", "slicer", "vim", "weasis"])
    }

    @Test(arguments: ["ohif", "slicer", "vim", "weasis"])
    func `a shipped keymap leaves nothing without a key that cannot be said otherwise`(
        _ name: String
    ) throws {
        let keymap = try KeymapChoice.keymap(name)

        for context in KeyContext.allCases {
            for row in keymap.rows(in: context) {
                let elsewhere = KeyContext.allCases.contains { other in
                    keymap.rows(in: other).contains {
                        $0.command == row.command && !$0.keys.isEmpty
                    }
                }
                let isWindow = row.command.name.hasPrefix("window.preset")
                #expect(elsewhere || isWindow, "\(row.command.name) in \(context)")
            }
            let keys = keymap.rows(in: context).flatMap(\.keys)
            #expect(Set(keys).count == keys.count)
            #expect(
                keymap.rows(in: context).contains { $0.keys.contains(KeyPress(.escape)) }
                    == ActionTable.rows(in: context).contains { $0.command == .cancel })
        }
    }

    @Test func `a keymap with mistakes is refused with all of them`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try "keymap: mine\ntitle: Mine\nimage:\n  zoom.in: [Esc]\n  zoom.inn: [x]\n".write(
            to: file, atomically: true, encoding: .utf8)

        let refusal = #expect(throws: Refusal.self) { try KeymapChoice.keymap(file.path) }

        let name = file.lastPathComponent
        #expect(refusal?.description.contains("\(name):4:13: Esc cancels") == true)
        #expect(
            refusal?.description.contains(
                "\(name):5:3: There is no action zoom.inn. Did you mean zoom.in?") == true)
    }
}
