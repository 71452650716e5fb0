import Foundation
import ReaderStudies
import TerminalUI
import Testing

@testable import readingroom

/// What is remembered of terminals, in folders of its own.
@Suite struct TerminalMemoryTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "readingroom-memory-\(UUID().uuidString)")
    private var path: String { folder.appending(path: "state/terminals.json").path }
    private let xterm = "XTerm(379) 63;1;2;4"
    private let foot = "foot(1.13.1) 62;4;22"
    private let pattern = PatternTest(
        day: "2026-11-21", graphics: "sixel", greys: 101, pixelsPerCellAcross: 8,
        pixelsPerCellDown: 16, zoom: 1, multiplexer: "", answers: ["dark": .seen])

    private func clean() { try? FileManager.default.removeItem(at: folder) }

    @Test func `a choice by hand is known again in that terminal and in no other`() throws {
        defer { clean() }
        var memory = TerminalMemory(path: path)
        #expect(memory.warning == nil && memory[xterm] == nil)

        try memory.remember(.half, in: xterm)
        try memory.keep(pattern, in: foot)

        let again = TerminalMemory(path: path)
        #expect(again[xterm]?.mode == .half && again[xterm]?.record == .never)
        #expect(again[foot]?.mode == nil && again[foot]?.record == .made(test: pattern))
        #expect(again[nil] == nil)
    }

    @Test func `what is forgotten is gone, and the test pattern stays`() throws {
        defer { clean() }
        var memory = TerminalMemory(path: path)
        try memory.remember(.half, in: xterm)
        try memory.keep(pattern, in: xterm)
        try memory.remember(nil, in: xterm)
        let again = TerminalMemory(path: path)
        #expect(again[xterm]?.mode == nil && again[xterm]?.record == .made(test: pattern))
    }

    @Test func `nobody else may read the file, and nothing is left beside it`() throws {
        defer { clean() }
        var memory = TerminalMemory(path: path)
        try memory.remember(.half, in: xterm)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "state").path)
        #expect(files == ["terminals.json"])
    }

    @Test(arguments: ["", "{", "[]", "{\"terminals\":[{\"key\":7}]}", "\u{1}\u{2}"])
    func `a damaged file is a warning, and the next choice replaces it`(_ text: String) throws {
        defer { clean() }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "state"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))

        var memory = TerminalMemory(path: path)

        #expect(memory.warning?.contains("is damaged") == true)
        #expect(memory.probeLimit(term: "xterm", overSSH: false) == .seconds(2))
        try memory.remember(.ascii, in: xterm)
        #expect(TerminalMemory(path: path)[xterm]?.mode == .ascii)
        #expect(TerminalMemory(path: path).warning == nil)
    }

    @Test func `what is not a plain file is a warning and is not read`() throws {
        defer { clean() }
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        var memory = TerminalMemory(path: path)
        #expect(memory.warning?.contains("cannot be read") == true)
        #expect(throws: Refusal.self) { try memory.remember(.ascii, in: xterm) }
        #expect(memory[xterm]?.mode == .ascii)
    }

    @Test func `a terminal without an answer, or a user without a folder, remembers nothing`() {
        var memory = TerminalMemory(path: path)
        #expect(throws: Refusal.self) { try memory.remember(.ascii, in: nil) }
        var homeless = TerminalMemory(path: nil)
        #expect(throws: Refusal.self) { try homeless.keep(pattern, in: xterm) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `two sessions keep each other's choices`() throws {
        defer { clean() }
        var first = TerminalMemory(path: path)
        var second = TerminalMemory(path: path)
        try first.remember(.half, in: xterm)
        try second.remember(.ascii, in: foot)
        let again = TerminalMemory(path: path)
        #expect(again[xterm]?.mode == .half && again[foot]?.mode == .ascii)
    }

    @Test func `only the newest terminals are kept`() throws {
        defer { clean() }
        var memory = TerminalMemory(path: path)
        for number in 0...TerminalMemory.largestCount {
            try memory.remember(.half, in: "terminal \(number)")
        }
        #expect(memory["terminal 0"] == nil && memory["terminal 1"]?.mode == .half)
    }

    @Test func `the first question may take two seconds, later ones take one`() throws {
        defer { clean() }
        var memory = TerminalMemory(path: path)
        #expect(memory.probeLimit(term: "foot", overSSH: false) == .seconds(2))

        try memory.note(finding(.milliseconds(3), term: "foot"))

        #expect(memory.probeLimit(term: "foot", overSSH: false) == .seconds(1))
        #expect(memory.probeLimit(term: "foot", overSSH: true) == .seconds(2))
        #expect(memory.probeLimit(term: "xterm", overSSH: false) == .seconds(2))
        try memory.note(finding(.milliseconds(900), term: "foot"))
        #expect(memory.probeLimit(term: "foot", overSSH: false) == .seconds(2))
    }

    @Test func `an answer that is known already writes nothing`() throws {
        defer { clean() }
        var memory = TerminalMemory(path: path)
        try memory.note(finding(.milliseconds(30), term: "foot"))
        try FileManager.default.removeItem(atPath: path)
        try memory.note(finding(.milliseconds(20), term: "foot"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(
        arguments: [
            (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/readingroom/terminals.json"),
            (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/readingroom/terminals.json"),
            (["HOME": ""], nil), ([:], nil),
        ] as [([String: String], String?)])
    func `the file lies in the user's state folder`(
        _ environment: [String: String], _ path: String?
    ) {
        #expect(TerminalMemory.standardPath(environment) == path)
    }

    private func finding(_ time: Duration, term: String) -> TerminalFinding {
        var answers = TerminalAnswers()
        answers.add(.cursor(column: 2, row: 1))
        answers.add(.primaryAttributes([62, 4, 22]))
        return TerminalFinding(
            answers: answers,
            surroundings: TerminalSurroundings(term: term, databaseColors: 256), fenceTime: time)
    }
}
