import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// What the loop remembers of a terminal, and what a read keeps of it.
@Suite struct ReadingTerminalTests {
    private let path = FileManager.default.temporaryDirectory
        .appending(path: "readingroom-terminals-\(UUID().uuidString)/terminals.json").path
    private let key = "foot(1.13.1) 62;4;22"

    private func clean() {
        try? FileManager.default.removeItem(
            at: URL(filePath: path).deletingLastPathComponent())
    }

    private func foot(answered: Bool = true) -> TerminalCapabilities {
        var capabilities = TerminalCapabilities(
            name: "foot(1.13.1)", cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor,
            sixel: SixelCapability())
        capabilities.answered = answered
        capabilities.key = answered ? key : nil
        return capabilities
    }

    /// Presses keys in a new session of the store, with what is remembered at `path`.
    @discardableResult
    private func press(
        _ keys: String, in store: SampleStore, capabilities: TerminalCapabilities,
        memory path: String
    ) throws -> (screen: InMemoryScreen, state: WorkstationState) {
        let session = try store.session()
        let memory = TerminalMemory(path: path)
        let screen = InMemoryScreen(
            capabilities: capabilities, events: try KeyScript(keys).presses.map { .key($0) })
        let loop = ReadingLoop(
            screen: screen, runner: session.runner,
            graphics: memory[capabilities.key]?.mode, terminals: memory, keysPerFrame: 1,
            nowMS: { 0 })
        try loop.run()
        try session.close()
        return (screen, loop.state)
    }

    private func view(_ store: SampleStore) throws -> ViewState {
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        let read = try #require(try opened.reads(of: store.study.reader).first)
        return try #require(read.view)
    }

    @Test func `a way chosen by a key is there again in the next session`() throws {
        defer { clean() }
        let store = try SampleStores.copy("covid-ct04")
        try press("v 3 q", in: store, capabilities: foot(), memory: path)
        #expect(TerminalMemory(path: path)[key]?.mode == .half)

        let next = try press("Enter q q", in: store, capabilities: foot(), memory: path)
        #expect(next.state.graphics == .half)
        #expect(next.screen.frames.contains { $0.grid.text.contains("half 256") })

        try press("v a q", in: store, capabilities: foot(), memory: path)
        #expect(TerminalMemory(path: path)[key]?.mode == nil)
    }

    @Test func `a choice that cannot be remembered holds, and the reader is told`() throws {
        let store = try SampleStores.copy("covid-ct04")
        let told = try press(
            "v 3", in: store, capabilities: foot(), memory: "/dev/null/terminals.json")
        #expect(told.state.graphics == .half)
        #expect(told.state.notice?.sentence.hasPrefix("For this time only: ") == true)
    }

    @Test func `a read keeps what was seen of the pattern in its terminal, or that nothing was`()
        throws
    {
        defer { clean() }
        let store = try SampleStores.copy("covid-ct04")
        try press("Enter j q q", in: store, capabilities: foot(), memory: path)
        let before = try #require(try view(store).display)
        #expect(before.pattern == .never && before.terminal == "foot(1.13.1)")

        let test = PatternTest(
            day: "2026-11-21", graphics: "sixel", greys: 101, pixelsPerCellAcross: 8,
            pixelsPerCellDown: 16, zoom: 1, multiplexer: "", answers: ["dark": .notSeen])
        var memory = TerminalMemory(path: path)
        try memory.keep(test, in: key)
        try press("Enter j q q", in: store, capabilities: foot(), memory: path)

        #expect(try view(store).display?.pattern == .made(test: test))
    }

    @Test func `the test pattern is shown from the worklist, and the worklist knows what was kept`()
        throws
    {
        defer { clean() }
        let store = try SampleStores.copy("covid-ct04")
        let told = try press(
            "t Enter y*20 Enter q", in: store, capabilities: foot(), memory: path)

        let test = try #require(TerminalMemory(path: path)[key]?.pattern)
        #expect(test.answers.values.contains(.seen))
        #expect(told.state.pattern == .made(test: test))
        let texts = told.screen.frames.map(\.grid.text)
        #expect(texts.first { $0.contains("display") }?.contains("never looked at") == true)
        #expect(texts.last?.contains("the test pattern was looked at on \(test.day)") == true)
    }

    @Test func `asking a terminal again that stays silent says so and goes on`() throws {
        let store = try SampleStores.copy("covid-ct04")
        let told = try press(
            "Enter v p j", in: store, capabilities: foot(answered: false), memory: path)
        #expect(
            told.screen.frames.contains {
                $0.grid.text.contains("The terminal did not answer, cells used. v, then p")
            })
        #expect(told.state.reading != nil)
    }
}
