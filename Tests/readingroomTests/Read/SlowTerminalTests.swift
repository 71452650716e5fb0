import Foundation
import Persistence
import Testing

@testable import readingroom

/// The built program in terminals that are slow, stuck, resized, silent or talking nonsense.
@Suite struct SlowTerminalTests {
    /// A full picture takes some seconds at this rate.
    private static let slow = 15_000

    private func open(
        _ store: SampleStore, bytesPerSecond: Int? = slow, answer: String = ProgramTerminal.xterm
    ) throws -> ProgramTerminal {
        let terminal = try ProgramTerminal(
            ["read", "--store", store.study.folder, "--reader", "R1"], answer: answer,
            bytesPerSecond: bytesPerSecond)
        #expect(terminal.waits(for: "Enter", seconds: 30))
        return terminal
    }

    /// Leaves the case and the program.
    private func leave(_ terminal: ProgramTerminal) {
        terminal.type("q")
        #expect(terminal.waits(for: "left of", seconds: 30))
        terminal.type("q")
        #expect(terminal.wait() == 0)
    }

    @Test func `nobody signs on a picture that never became full, and all is signed once it is`()
        throws
    {
        let store = try SampleStores.copy("covid-ct04")
        let terminal = try open(store)
        terminal.type("\r")
        #expect(terminal.waits(for: "preview", seconds: 30))

        // Every question is answered while the picture is on its way.
        terminal.type("\to.0.o")
        let before = terminal.bytes.count
        terminal.type("S")

        #expect(terminal.waits(for: "The picture is not yet full (", after: before, seconds: 20))
        #expect(terminal.waits(for: "It will be in about", after: before))
        terminal.type("S")
        terminal.type("\u{1B}")
        terminal.rest(seconds: 1)
        #expect(!terminal.text.contains("Signed under number"))
        terminal.type("S")
        terminal.rest(seconds: 0.5)
        terminal.type("S")
        #expect(terminal.waits(for: "Signed under number", seconds: 60))
        terminal.type("q")
        #expect(terminal.wait() == 0)
    }

    @Test func `no key is lost that is pressed while a picture is on its way`() throws {
        let store = try SampleStores.copy("sij-sct")
        let terminal = try open(store)
        terminal.type("\rg")
        #expect(terminal.waits(for: "\u{1B}P", seconds: 30))
        for _ in 0..<7 {
            terminal.type("j")
            usleep(150_000)
        }
        terminal.rest(seconds: 1)
        expectWholeStrings(terminal)
        leave(terminal)
        #expect(try slice(store) == 7)
    }

    @Test func `a window that is resized in the middle of a picture shows all of the new one`()
        throws
    {
        let store = try SampleStores.copy("sij-sct")
        let terminal = try open(store)
        terminal.type("\r")
        #expect(terminal.waits(for: "\u{1B}P", seconds: 30))
        usleep(400_000)

        let before = terminal.bytes.count
        terminal.resize(columns: 100, rows: 30)

        #expect(terminal.waits(for: "slice 8 of 14", after: before, seconds: 30))
        #expect(terminal.waits(for: "\u{1B}P0;1;0q", after: before, seconds: 30))
        terminal.rest(seconds: 1.5)
        expectWholeStrings(terminal)
        leave(terminal)
    }

    @Test func `a terminal that takes nothing for seconds loses no key and gets no garbage`() throws
    {
        let store = try SampleStores.copy("sij-sct")
        let terminal = try open(store, bytesPerSecond: 400_000)
        terminal.type("\rg")
        #expect(terminal.waits(for: "slice 1 of 14", seconds: 30))
        terminal.isPaused = true
        for _ in 0..<5 {
            terminal.type("jjjk")
            usleep(400_000)
        }
        terminal.isPaused = false
        terminal.rest(seconds: 1)
        expectWholeStrings(terminal)
        leave(terminal)
        #expect(try slice(store) == 10)
    }

    @Test(arguments: [
        "", "\u{1B}P>|XTe", "\u{1B}[?6", "\u{1B}]11;rgb:00/", "\u{1B}[12;40R\u{1B}[?1;2c",
        "\u{1B}P\u{7}\u{18};;9999999999c!\u{1B}\\\u{1B}_Gi=31;EINVAL$y",
    ])
    func
        `whatever a terminal answers, the first case opens, keys work and nothing is left for the shell`(
            _ answer: String
        ) throws
    {
        let store = try SampleStores.copy("sij-sct")
        let terminal = try open(store, bytesPerSecond: nil, answer: answer)
        terminal.type("\r")
        #expect(terminal.waits(for: "slice 8 of 14", seconds: 20))
        terminal.type("g")
        terminal.rest(seconds: 0.3)
        expectWholeStrings(terminal)
        leave(terminal)
        #expect(try slice(store) == 0)
    }

    /// The slice that the reader looked at last, from 0.
    private func slice(_ store: SampleStore) throws -> Int? {
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        return try opened.reads(of: store.study.reader).first?.view?.slice
    }

    /// Whether every string that was begun (a picture, a command of kitty) was ended before anything else came.
    private func expectWholeStrings(
        _ terminal: ProgramTerminal, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var isInside = false
        var last: UInt8 = 0
        var broken = 0
        for byte in terminal.bytes {
            defer { last = byte }
            guard last == 0x1B else { continue }
            if isInside, byte != 0x5C { broken += 1 }
            isInside = byte == 0x50 || byte == 0x5F || byte == 0x5D
        }
        #expect(broken == 0 && !isInside, sourceLocation: sourceLocation)
    }
}
