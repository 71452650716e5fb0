import Desk
import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import Testing

@testable import readingroom

/// News that were written down before.
private final class ScriptedSource: BoardSource {
    private var script: [BoardAction?]
    private(set) var hurries = 0

    init(_ script: [BoardAction?]) { self.script = script }

    func news() -> BoardAction? { script.isEmpty ? nil : script.removeFirst() }
    func hurry() { hurries += 1 }
}

/// The loop of the board on a screen without a terminal.
@Suite struct BoardLoopTests {
    private func overview(_ title: String) -> StudyOverview {
        StudyOverview(
            study: "mini", title: title, readers: ["R1"], arms: ["CT"],
            at: UTCInstant(milliseconds: 0))
    }

    @Test func `the board follows the store, goes on after an error, and ends with q`() throws {
        let source = ScriptedSource([
            .looked(overview("First")), .failed("The disk is gone."), .looked(overview("Second")),
        ])
        let screen = InMemoryScreen(events: [
            .idle, .idle, .idle, .key(KeyPress("r")), .key(KeyPress("q")), .idle,
        ])

        try BoardLoop(screen: screen, seconds: 3, source: source).run()

        let texts = screen.frames.map(\.grid.text)
        #expect(texts.count == 5 && source.hurries == 1)
        #expect(texts[0].contains("First"))
        #expect(texts[1].contains("First") && texts[1].contains("! The disk is gone."))
        #expect(texts[2].contains("Second") && !texts[2].contains("disk"))
    }

    @Test func `a terminal that is gone ends it, and a new size is taken`() throws {
        let screen = InMemoryScreen(events: [.resized(Size(width: 120, height: 40))])

        try BoardLoop(screen: screen, seconds: 3, source: ScriptedSource([])).run()

        #expect(screen.frames.last?.grid.size == Size(width: 120, height: 40))
    }
}

/// The command in a real terminal.
@Suite(.serialized, .timeLimit(.minutes(2))) struct StudyBoardCommandTests {
    /// Types a key that closes, and expects the terminal to be given back to the shell by it.
    private func leave(_ terminal: ProgramTerminal, by key: String) throws {
        let before = terminal.bytes.count
        terminal.type(key)
        #expect(terminal.wait() == 0)
        terminal.settle()
        let isRestored = String(decoding: terminal.bytes.dropFirst(before), as: UTF8.self)
            .contains("\u{1B}[?1049l")
        #expect(isRestored)
    }

    @Test func `the board follows readers who hold the store, and gives the terminal back`() throws
    {
        let store = try SampleStores.copy("covid-ct04")
        let session = try store.session()
        let terminal = try ProgramTerminal(["study", "board", "--store", store.study.folder])
        #expect(terminal.waits(for: "signed of planned", seconds: 30))
        #expect(terminal.waits(for: "looked at every"))
        let before = terminal.bytes.count

        _ = try session.runner.access.open()

        #expect(terminal.waits(for: "▸", after: before, seconds: 30))
        try leave(terminal, by: "q")
        try session.close()
    }

    @Test func `a store that goes away is told, comes back, and the board goes on`() throws {
        let store = try SampleStores.copy("covid-ct04")
        let away = store.study.folder + "-away"
        let terminal = try ProgramTerminal(["study", "board", "--store", store.study.folder])
        #expect(terminal.waits(for: "looked at every", seconds: 30))

        try FileManager.default.moveItem(atPath: store.study.folder, toPath: away)
        #expect(terminal.waits(for: "does not exist", seconds: 30))
        #expect(terminal.waits(for: "shown as it stood at"))
        let before = terminal.bytes.count
        try FileManager.default.moveItem(atPath: away, toPath: store.study.folder)

        #expect(terminal.waits(for: "looked at every", after: before, seconds: 30))
        try leave(terminal, by: "\u{1B}")
    }

    @Test func `without a store or a terminal there is a sentence`() throws {
        let missing = try BuiltProgram.run(["study", "board", "--store", "/nowhere"])
        #expect(missing.status == 1)
        #expect(missing.problems.contains("The store folder /nowhere does not exist."))
        let store = try SampleStores.copy("covid-ct04")
        let blind = try BuiltProgram.run(["study", "board", "--store", store.study.folder])
        #expect(blind.status == 1)
        #expect(blind.problems.contains("is not a terminal. Run the command in a terminal"))
    }
}
