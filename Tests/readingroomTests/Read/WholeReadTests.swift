import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import Testing

@testable import readingroom

/// Whole reads of the sample studies in the built program, in a real pseudo-terminal: by keys alone, and with mouse
/// and keys.
@Suite(.serialized) struct WholeReadTests {
    private func open(_ store: SampleStore, _ more: String...) throws -> ProgramTerminal {
        let terminal = try ProgramTerminal(
            ["read", "--store", store.study.folder, "--reader", "R1"] + more)
        #expect(terminal.waits(for: "Enter", seconds: 30))
        return terminal
    }

    /// Types keys, each once the last is answered; a slice is looked at until its picture is whole, since one that
    /// was passed while it was drawn in part was not shown.
    private func type(_ keys: String, in terminal: ProgramTerminal) throws {
        for press in try KeyScript(keys).presses {
            let count = terminal.bytes.count
            terminal.type(TypedBytes.of(press))
            if [.character("j"), .character("k")].contains(press.key) {
                terminal.settle()
            } else {
                _ = terminal.waitsForMore(than: count)
            }
        }
    }

    /// What the mouse tells of a cell, from 1: 0 the left button, 32 more while it is down and moves, 64 and 65 the wheel.
    private func mouse(
        _ terminal: ProgramTerminal, _ button: Int, _ column: Int, _ row: Int, up: Bool = false
    ) {
        let count = terminal.bytes.count
        terminal.type("\u{1B}[<\(button);\(column);\(row)\(up ? "m" : "M")")
        _ = terminal.waitsForMore(than: count)
    }

    private func click(_ terminal: ProgramTerminal, _ column: Int, _ row: Int) {
        mouse(terminal, 0, column, row)
        mouse(terminal, 0, column, row, up: true)
    }

    private func drag(
        _ terminal: ProgramTerminal, from: (column: Int, row: Int), to: (column: Int, row: Int)
    ) {
        mouse(terminal, 0, from.column, from.row)
        mouse(terminal, 32, to.column, to.row)
        mouse(terminal, 0, to.column, to.row, up: true)
    }

    private func wheel(_ terminal: ProgramTerminal, down: Bool, _ turns: Int) {
        for _ in 0..<turns {
            mouse(terminal, down ? 65 : 64, 20, 10)
            terminal.settle()
        }
    }

    /// Signs, leaves, and gives the read as the store has it.
    private func signed(
        _ terminal: ProgramTerminal, _ store: SampleStore
    ) throws -> StoredRead {
        terminal.type("S")
        terminal.settle()
        terminal.type("S")
        #expect(
            terminal.waits(for: "Signed under number", seconds: 30), "\(terminal.text.suffix(3000))"
        )
        terminal.type("q")
        #expect(terminal.wait() == 0)
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        let read = try #require(try opened.reads(of: store.study.reader).first)
        #expect(read.state == .signed)
        #expect(try opened.verify().problem == nil)
        return read
    }

    private func expectChest(_ read: StoredRead) {
        #expect(read.sheet.answers[ItemKey("lung-R", "pct")] == .value(.integer(60)))
        #expect(read.sheet.answers[ItemKey("exam", "category_reader")] == .value(.code("CT-3")))
    }

    @Test func `a chest is read by keys alone, one percentage painted`() throws {
        let store = try SampleStores.copy("covid-ct04")
        let terminal = try open(store)

        try type("Enter g j*21 k*9 Tab Space 6 0", in: terminal)
        try type("D m ] ] Space Right*6 Space l Space V", in: terminal)
        try type(". 3 e o", in: terminal)
        let read = try signed(terminal, store)

        expectChest(read)
        let left = ItemKey("lung-L", "pct")
        let measured = try #require(read.sheet.measurements[left])
        #expect(measured.kind == .mask && measured.masks?.count == 2)
        let share = try #require(measured.quantities.first).value
        #expect(read.sheet.answers[left] == .value(.integer(Int(share.rounded()))))
    }

    @Test func `a chest is read with mouse and keys`() throws {
        let store = try SampleStores.copy("covid-ct04")
        let terminal = try open(store, "--mouse")

        try type("Enter", in: terminal)
        wheel(terminal, down: false, 12)
        wheel(terminal, down: true, 21)
        drag(terminal, from: (20, 10), to: (24, 11))
        click(terminal, 60, 2)
        try type("Space 6 0 5 5 3 e o", in: terminal)
        let read = try signed(terminal, store)

        expectChest(read)
        #expect(read.view?.windowWidth != 1500)
    }

    /// Answers about three lesions after the first two marks; the size of the first is measured in between.
    private func expectBrain(_ read: StoredRead) throws {
        #expect(read.sheet.lesions == ["L1", "L2", "L3"])
        let sizes = read.sheet.measurements
        let (key, measured) = try #require(sizes.first)
        #expect(sizes.count == 1 && key.site == "L1" && measured.kind == .distance)
        let length = try #require(measured.quantities.first)
        #expect(length.unit == "mm" && length.value > 0.5)
        #expect(read.sheet.answers[key] == .value(.number(length.value)))
        #expect(
            measured.points.map(\.voxel.last) == [Double(measured.slice), Double(measured.slice)])
    }

    /// After an answer the next question asks by itself, its list open where its answers are letters.
    private static let restOfBrain = """
        . m m c s 2
        k*10 a Right*4 Down*7 Enter
        l s 1 2 Enter d d c s 3
        j*11 a S-Left*2 Left*2 S-Up Up*9 Enter
        r f 3 Enter v v s 4
        3 Enter 4 s
        """

    @Test func `a brain is read by keys alone, one lesion measured`() throws {
        let store = try SampleStores.copy("ccm-zabramski")
        let terminal = try open(store)

        try type("Enter g j*18 ] k*18 ] j*18 k*5", in: terminal)
        try type("a S-Right*2 Right*5 S-Down*2 Down*3 Enter l p", in: terminal)
        try type("D Enter Right*6 Down*2 Enter Enter", in: terminal)
        try type(Self.restOfBrain, in: terminal)

        try expectBrain(try signed(terminal, store))
    }

    @Test func `a brain is read with mouse and keys, one lesion measured by the mouse`() throws {
        let store = try SampleStores.copy("ccm-zabramski")
        let terminal = try open(store, "--mouse")

        try type("Enter g", in: terminal)
        wheel(terminal, down: true, 18)
        try type("]", in: terminal)
        wheel(terminal, down: false, 18)
        try type("]", in: terminal)
        wheel(terminal, down: true, 18)
        wheel(terminal, down: false, 5)
        try type("a", in: terminal)
        click(terminal, 30, 14)
        click(terminal, 30, 14)
        try type("Enter l p D", in: terminal)
        drag(terminal, from: (20, 9), to: (26, 12))
        try type("Enter", in: terminal)
        try type(Self.restOfBrain, in: terminal)

        try expectBrain(try signed(terminal, store))
    }
}
