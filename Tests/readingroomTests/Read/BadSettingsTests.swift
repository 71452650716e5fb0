import Foundation
import StudyFiles
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// Settings that a reader may not be able to change from where they read.
@Suite struct BadSettingsTests {
    private func file(_ text: String) throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
        try "keymap: mine\ntitle: Mine\n\(text)".write(
            to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    @Test func `a keymap that binds a key twice is told by line, and the read goes on`() throws {
        let path = try file("image:\n  zoom.in: [F9]\n  slice.next: [Down, F9]\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        var settings = Settings()
        settings.keymap = path
        let store = try SampleStores.copy("sij-sct")
        let session = try store.session()
        let screen = InMemoryScreen(
            size: Size(width: 120, height: 40),
            events: [.key(KeyPress(.enter)), .key(KeyPress("j")), .key(KeyPress(" "))])

        try ReadingLoop(
            screen: screen, runner: session.runner, graphics: .ascii,
            comfort: LookOptions.parse([]).comfort(settings), keysPerFrame: 1, nowMS: { 0 }
        ).run()
        try session.close()

        let name = URL(filePath: path).lastPathComponent
        let first = try #require(screen.frames.first?.grid.text)
        #expect(
            first.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "\(name):5:22: F9 is zoom.in in image already, in line 4. A key means one thing. "
                    + "Until then the usual keys are in force."))
        #expect(screen.text.contains("1 of 8"))
    }

    @Test func `a keymap of an option that binds a key twice is refused by line`() throws {
        let path = try file("image:\n  zoom.in: [F9, F9]\n")
        defer { try? FileManager.default.removeItem(atPath: path) }

        let refusal = #expect(throws: Refusal.self) {
            try LookOptions.parse(["--keymap", path]).comfort(Settings())
        }

        let name = URL(filePath: path).lastPathComponent
        #expect(refusal?.description.hasPrefix("\(name):4:17: F9 is zoom.in") == true)
    }
}
