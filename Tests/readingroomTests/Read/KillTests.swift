import Foundation
import Persistence
import ReaderStudies
import Testing

@testable import readingroom

/// A reader whose program is killed in the middle of work.
@Suite struct KillTests {
    /// 5, or as many as `READINGROOM_KILLS` says.
    private static let kills =
        ProcessInfo.processInfo.environment["READINGROOM_KILLS"].flatMap { Int($0) } ?? 5

    /// The quadrants in the order in which the keys answer them.
    private static let order = ["R-IL-U", "R-SA-U", "L-SA-U", "L-IL-U"]

    @Test(arguments: 0..<kills)
    func `no acknowledged answer is lost when the program is killed`(_ number: Int) throws {
        let store = try SampleStores.copy("sij-sct")
        var random = SystemRandomNumberGenerator()
        let delay = UInt32.random(in: 0..<400_000, using: &random)

        let shown = try readUntilKilled(store, afterMicroseconds: delay)

        let opened = try SQLiteStore.open(at: store.study.folder)
        let count = try opened.count(of: .reader(store.study.reader))
        let read = try opened.reads(of: store.study.reader).first
        try opened.close()
        #expect(count >= shown, "saved \(shown) was shown, \(count) events are there (\(delay) µs)")
        let answered = Self.order.filter {
            read?.sheet.answers[ItemKey(SiteID($0), "erosion")] != nil
        }
        #expect(answered == Array(Self.order.prefix(answered.count)))
        try expectResumed(store, read)
    }

    /// Reads by keys and kills the program; gives the last number that was shown as saved.
    private func readUntilKilled(
        _ store: SampleStore, afterMicroseconds delay: UInt32
    ) throws -> Int {
        let terminal = try ProgramTerminal([
            "read", "--store", store.study.folder, "--reader", "R1",
        ])
        #expect(terminal.waits(for: "Enter"))
        terminal.type("\r")
        #expect(terminal.waits(for: "slice 8 of 14"))
        let end = Date(timeIntervalSinceNow: Double(delay) / 1e6)
        terminal.type("\tj")
        for key in " \u{1B}[C|o\u{1B}[C|w| \u{1B}[C|jj|o\u{1B}[A|k|i".split(separator: "|") {
            guard Date() < end else { break }
            terminal.type(String(key))
            usleep(30_000)
        }
        while Date() < end { usleep(500) }
        terminal.kill()
        let numbers = terminal.text.matches(of: /saved (\d+)/).compactMap { Int($0.output.1) }
        return numbers.last ?? 0
    }

    /// The next session opens the same case where the last saved view was, and it can be read on.
    private func expectResumed(_ store: SampleStore, _ read: StoredRead?) throws {
        let terminal = try ProgramTerminal([
            "read", "--store", store.study.folder, "--reader", "R1",
        ])
        #expect(terminal.waits(for: "draft waits"))
        terminal.type("\r")
        let slice = (read?.view?.slice ?? 7) + 1
        #expect(terminal.waits(for: "slice \(slice) of 14"))
        #expect(terminal.waits(for: "case 1 of 4"))
        terminal.settle()
        terminal.type("q")
        #expect(terminal.waits(for: "cases left"))
        terminal.settle()
        terminal.type("q")
        #expect(terminal.wait() == 0)
        #expect(terminal.text.hasSuffix("\u{1B}[?1049l") || terminal.text.contains("\u{1B}[?1049l"))
    }
}
