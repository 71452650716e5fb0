import Foundation
import StudyFiles
import TerminalUI
import Testing

@Suite struct KeymapFileTests {
    private let context = KeymapContext(
        base: KeyBindings(
            name: "base", title: "Base",
            keys: [
                "image": [
                    "slice.next": [KeyPress(.down), KeyPress("j")], "view.invert": [KeyPress("i")],
                    "zoom.in": [KeyPress("+")],
                ],
                "form": ["form.down": [KeyPress(.down)], "view.invert": [KeyPress("i")]],
            ])
    ) { press, place in
        press.key == .escape
            ? "Esc cancels." : place == "form" && press == KeyPress("1") ? "Digits grade." : nil
    }

    private func keys(_ text: String) throws -> [String: [String: [KeyPress]]] {
        try KeymapFile.parse("keymap: my\ntitle: My\n" + text, file: "my.yaml", context: context)
            .keys
    }

    private func sentence(_ text: String) -> String? {
        do throws(StudyFileError) {
            _ = try KeymapFile.parse(
                "keymap: my\ntitle: My\n" + text, file: "my.yaml", context: context)
            return nil
        } catch { return error.sentence }
    }

    @Test func `a file says only what differs`() throws {
        let keys = try keys("image:\n  slice.next: [n, S-Down]\n")

        #expect(keys["image"]?["slice.next"] == [KeyPress("n"), KeyPress(.down, .shift)])
        #expect(keys["image"]?["view.invert"] == [KeyPress("i")])
        #expect(keys["form"] == context.base.keys["form"])
    }

    @Test func `everywhere means each place in which the action is heard, one place outweighs it`()
        throws
    {
        let keys = try keys("everywhere:\n  view.invert: [x]\nform:\n  view.invert: [y]\n")

        #expect(keys["image"]?["view.invert"] == [KeyPress("x")])
        #expect(keys["form"]?["view.invert"] == [KeyPress("y")])
        #expect(keys["form"]?["slice.next"] == nil)
    }

    @Test func `a key that the file takes is no longer its old action's`() throws {
        let keys = try keys("image:\n  zoom.in: [j, \"+\"]\n")

        #expect(keys["image"]?["slice.next"] == [KeyPress(.down)])
    }

    @Test func `an action may be left to the palette`() throws {
        #expect(
            try keys("image:\n  zoom.in: [i]\n  view.invert: []\n")["image"]?["view.invert"] == [])
    }

    @Test(arguments: [
        (
            "image:\n  zoom.in: [x]\n  slice.next: [Down, x]\n",
            "my.yaml:5:22: x is zoom.in in image already, in line 4. A key means one thing."
        ),
        (
            "image:\n  zoom.in: [x, x]\n",
            "my.yaml:4:16: x is zoom.in in image already, in line 4. A key means one thing."
        ),
        (
            "image:\n  zoom.in: [i]\n",
            "my.yaml:4:13: i was view.invert in image, which has no key now. Give view.invert another, or [] to leave it to the palette."
        ),
        (
            "image:\n  slice.nxt: [x]\n",
            "my.yaml:4:3: There is no action slice.nxt. Did you mean slice.next?"
        ),
        (
            "form:\n  zoom.in: [x]\n",
            "my.yaml:4:3: zoom.in is not heard here, but in: image."
        ),
        ("image:\n  zoom.in: [Esc]\n", "my.yaml:4:13: Esc cancels."),
        ("everywhere:\n  view.invert: [\"1\"]\n", "my.yaml:4:17: Digits grade."),
        (
            "image:\n  zoom.in: x\n",
            "my.yaml:4:12: Here stands a list: [a, b], or lines that begin with a dash."
        ),
        ("picture: {}\n", "my.yaml:3:1: There is no picture here."),
    ])
    func `a mistake is told with its place`(_ text: String, _ wanted: String) {
        #expect(sentence(text) == wanted)
    }

    @Test func `a key that is none is told with those that there are`() {
        #expect(
            sentence("image:\n  zoom.in: [Upp]\n")?.hasPrefix(
                "my.yaml:4:13: Upp is no key. A key is one character, or Up, Down") == true)
    }

    @Test func `all mistakes are told at once, in the order of the file`() {
        let lines = sentence("image:\n  zoom.out: [x]\n  zoom.in: [Esc]\n  slice.next: [nn]\n")?
            .split(separator: "\n")

        #expect(lines?.map { $0.prefix(10) } == ["my.yaml:4:", "my.yaml:5:", "my.yaml:6:"])
    }

    @Test func `a keymap that is not there names those that are`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "keymap: mine\ntitle: Mine\n".write(
            to: folder.appending(path: "mine.yaml"), atomically: true, encoding: .utf8)
        let library = KeymapLibrary(folders: [folder], context: context)

        #expect(library.names == ["mine"])
        #expect(try library.keymap("mine").title == "Mine")
        let error = #expect(throws: StudyFileError.self) { try library.keymap("min") }
        #expect(error?.sentence == "There is no keymap min. Did you mean mine? There are: mine.")
        #expect(throws: StudyFileError.self) { try library.keymap("../mine") }
    }

    @Test func `a person's own keymaps come before those of the system`() {
        let bundled = URL(filePath: "/bundled")
        let folders = KeymapLibrary.standardFolders(
            environment: ["HOME": "/home/r"], bundled: bundled)

        #expect(folders.first?.path == "/home/r/.local/share/readingroom/keymaps")
        #expect(folders.last == bundled)
    }
}
