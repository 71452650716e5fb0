import Foundation
import Imaging
import Persistence
import ReaderStudies
import TerminalGraphics
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// Pictures that a reader saw in a real store, made again.
@Suite struct SeenPictureTests {
    private static let halfBlocks = TerminalCapabilities(colors: .truecolor)

    /// Presses keys in a session whose clock moves 400 ms at each reading, and the store's by more; returns the last
    /// picture's bytes.
    private func read(_ keys: String, in store: SampleStore) throws -> [[UInt8]] {
        let clock = PlayedClock()
        let session = try ReadSession(
            folder: store.study.folder, reader: store.study.reader, isolation: .none, clock: clock)
        let screen = InMemoryScreen(
            capabilities: Self.halfBlocks, events: try KeyScript(keys).presses.map { .key($0) })
        var time = 0
        try ReadingLoop(
            screen: screen, runner: session.runner, keysPerFrame: 1,
            nowMS: {
                time += 400
                clock.advance(minutes: 1)
                return time
            }
        ).run()
        try session.close()
        let frame = try #require(screen.frames.last { !$0.pictures.isEmpty })
        return frame.pictures.flatMap(\.rows)
    }

    private func name(_ store: SampleStore) throws -> String {
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        let key = try #require(try opened.reads(of: store.study.reader).first).key
        return "\(key.reader)/\(key.caseID)/\(key.arm)"
    }

    @Test func `the bytes shown are the bytes made again, and that they were made is an exposure`()
        throws
    {
        let store = try SampleStores.copy("covid-ct04")
        let shown = try read("Enter g j*4 + w Right*3 Up*2 Esc p Left Esc i j k j q q", in: store)
        let read = try name(store)
        let seen = SeenPicture(store: store.study.folder, read: read, slice: 6)

        var remarks: [String] = []
        let greys = try seen.greys { remarks.append($0) }

        let again = GreyRenderer.halfBlocks(.truecolor).encode(greys, cell: CellSize())
        #expect(!shown.isEmpty && shown == again.flatMap(\.chunks))
        #expect(remarks.count == 1 && remarks[0].hasPrefix("Look 1 of "))
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        let rows = try opened.exposureLedger().filter { $0.kind == .render }
        #expect(rows.count == 1 && rows[0].reader == nil && rows[0].slices == [5])
        #expect(try opened.verify().problem == nil)
    }

    @Test func `what was not seen is not made, and the reason is said`() throws {
        let store = try SampleStores.copy("covid-ct04")
        _ = try read("Enter g j*2 q q", in: store)
        let read = try name(store)
        func refusal(_ read: String, slice: Int, look: Int = 1) -> String {
            let seen = SeenPicture(
                store: store.study.folder, read: read, slice: slice, look: look)
            do {
                _ = try seen.greys { _ in }
                return ""
            } catch { return "\(error)" }
        }

        #expect(refusal(read, slice: 9) == "Slice 9 was not on the screen in full in \(read).")
        #expect(refusal(read, slice: 2, look: 7).contains("Choose one from 1 to 1."))
        #expect(refusal("R1/C07", slice: 1).contains("Write READER/CASE/ARM"))
        #expect(refusal("R1/none/none", slice: 1).contains("was not opened"))
    }

    @Test func `the command writes a PNG of the pane's size and takes no other window`() throws {
        let store = try SampleStores.copy("covid-ct04")
        _ = try read("Enter g j*2 q q", in: store)
        let arguments = [
            "render", "--store", store.study.folder, "--read", try name(store), "--slice", "2",
        ]
        let file = store.study.folder + "/seen.png"

        let png = try BuiltProgram.run(arguments + ["--graphics", "png", "--output", file])
        let other = try BuiltProgram.run(arguments + ["--window", "40,400"])
        let half = try BuiltProgram.run(Array(arguments.dropLast(2)))

        #expect(png.status == 0, "\(png.problems)")
        #expect(
            try Data(contentsOf: URL(filePath: file)).prefix(4).elementsEqual([137, 80, 78, 71]))
        #expect(other.status == 64 && other.problems.contains("those that the reader saw"))
        #expect(half.status == 64 && half.problems.contains("needs --store, --read and --slice"))
    }
}
