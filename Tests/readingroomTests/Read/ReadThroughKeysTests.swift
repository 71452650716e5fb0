import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import TestSupport
import Testing
import Workstation

@testable import readingroom

/// Whole reads by keys on a screen in memory, with a real store of real images.
@Suite struct ReadThroughKeysTests {
    /// A sixel terminal with cells of 8 × 16 pixels.
    private static let sixel = TerminalCapabilities(
        cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor, sixel: SixelCapability())

    /// Presses keys in a new session of the store; the clock stands still.
    @discardableResult
    private func press(
        _ keys: String, in store: SampleStore, size: Size = Size(width: 80, height: 24),
        capabilities: TerminalCapabilities = sixel
    ) throws -> InMemoryScreen {
        let session = try store.session()
        let screen = InMemoryScreen(
            size: size, capabilities: capabilities,
            events: try KeyScript(keys).presses.map { .key($0) })
        try ReadingLoop(screen: screen, runner: session.runner, keysPerFrame: 1, nowMS: { 0 })
            .run()
        try session.close()
        return screen
    }

    private func read(_ store: SampleStore) throws -> StoredRead {
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        return try #require(try opened.reads(of: store.study.reader).first)
    }

    @Test(arguments: [("sij-sct", 19, 20), ("covid-ct04", 3, 4), ("ccm-zabramski", 23, 24)])
    func `the recorded read is signed, exported and compared with the truth`(
        _ name: String, _ agreeing: Int, _ compared: Int
    ) throws {
        let store = try SampleStores.copy(name)

        let report = try DemoPlayback(store.study).report

        #expect(
            report.contains("\(name): \(agreeing) of \(compared) answers agree with the truth."))
        #expect(report.contains("study,reader,participant,case,arm,occasion"))
        #expect(try read(store).state == .signed)
        #expect(throws: Refusal.self) { try DemoPlayback(store.study) }
    }

    @Test(arguments: ["sij-sct", "covid-ct04", "ccm-zabramski"], [80, 120, 200])
    func `the first case of a study looks like this`(_ name: String, _ width: Int) throws {
        let store = try SampleStores.copy(name)
        let size = Size(width: width, height: [80: 24, 120: 40, 200: 60][width] ?? 24)

        let screen = try press("Enter j Tab", in: store, size: size)

        expectGolden(screen.text, named: "\(name)-\(width)x\(size.height)")
    }

    @Test func `a read that was left opens again at its slice, window, question and answers`()
        throws
    {
        let store = try SampleStores.copy("sij-sct")
        try press("Enter g j*3 w Right*4 Up Esc i Tab Space Right o Down q q", in: store)
        let left = try read(store)

        let screen = try press("Enter", in: store)

        let view = try #require(left.view)
        #expect(left.state == .draft)
        #expect(view.slice == 3 && view.inverted && view.windowWidth > 2150)
        #expect(view.focus == ItemKey("R-SA-L", "erosion"))
        #expect(screen.text.contains("slice 4 of 14"))
        #expect(screen.text.contains("W \(NumberText.fixed(view.windowWidth, places: 0)) L"))
        #expect(screen.text.contains("inverted"))
        #expect(screen.text.contains("up   ●    ○"))
        #expect(screen.text.contains("R sacral lower erosion"))
    }

    @Test func `a signed read is amended with a reason and keeps what was signed`() throws {
        let store = try SampleStores.copy("covid-ct04")
        try press("Enter g j*21 Tab o . 0 . o S S q", in: store)

        let screen = try press(
            "A w r o n g Space l o b e Enter Tab Space S S q", in: store)

        let amended = try read(store)
        #expect(amended.state == .amended)
        #expect(amended.revision == 2)
        #expect(
            amended.sheet.answers[ItemKey("exam", "other_pathology_blocks")]
                == .value(.code("yes")))
        #expect(screen.frames.contains { $0.grid.text.contains("revision 2") })
    }

    @Test func `a terminal that goes away leaves a draft with everything that was answered`() throws
    {
        let store = try SampleStores.copy("sij-sct")

        // The events end without leaving: the screen says that it is closed.
        try press("Enter Tab Space Right Space Right o j", in: store)

        let draft = try read(store)
        #expect(draft.state == .draft)
        #expect(draft.sheet.answers.count == 3)
        #expect(draft.view?.slice == 8)
    }

    @Test func `what waits behind an open session is told in a sentence`() throws {
        let store = try SampleStores.copy("sij-sct")
        let first = try store.session()
        defer { try? first.close() }

        let run = try BuiltProgram.run(
            ["read", "--store", store.study.folder, "--reader", "R1"])

        #expect(run.status == 1)
        #expect(run.problems.contains("is open in another session"))
    }

    @Test(arguments: [
        (["read", "--store", "/nonexistent", "--reader", "R1"], "/nonexistent"),
        (["read", "--store", "STORE", "--reader", "R9"], "R9 is not a reader of this study"),
        (["read", "--store", "STORE", "--reader", "R1"], "not a terminal"),
        (["read", "--store", "STORE", "--reader", "R1", "--theme", "pink"], "no theme pink"),
    ])
    func `what keeps the screen from opening is said in a sentence`(
        _ arguments: [String], _ part: String
    ) throws {
        let store = try SampleStores.copy("covid-ct04")
        let arguments = arguments.map { $0 == "STORE" ? store.study.folder : $0 }

        let run = try BuiltProgram.run(arguments)

        #expect(run.status == 1)
        #expect(run.problems.contains(part), "\(run.problems)")
    }
}
