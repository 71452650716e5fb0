import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import TestSupport
import Testing
import Workstation

@testable import readingroom

/// A reader who tries the keys, the palette, the window and the way out, to see what is not theirs.
@Suite struct HostileKeysTests {
    /// Something to press, with a name.
    struct Way: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [ScreenEvent]

        var testDescription: String { name }
    }

    private static let opened: [ScreenEvent] = [.key(KeyPress(.enter))]

    private static func typed(_ text: String) -> [ScreenEvent] {
        text.map { .key(KeyPress(.character($0))) } + [.key(KeyPress(.enter))]
    }

    /// Words typed into the palette on the open case, each after the one before was left.
    private static func palette(_ words: [String]) -> Way {
        Way(
            name: "the palette: \(words.joined(separator: ", "))",
            events: opened
                + words.flatMap { typed(":" + $0) + [.key(KeyPress(.escape))] })
    }

    /// Keys of the action table in an order that follows from a seed.
    private static func random(_ seed: UInt64) -> Way {
        var random = SplitMix(seed: seed)
        let keys = ActionTable.rows.flatMap(\.keys)
        return Way(
            name: "four hundred keys from seed \(seed)",
            events: opened
                + (0..<400).map { _ in .key(keys[Int(random.next() % UInt64(keys.count))]) })
    }

    private static let ways: [Way] = [
        palette(["case 2", "next case", "previous", "other arm", "order"]),
        palette(["reference", "answers", "earlier", "../store", "2"]),
        random(1), random(2), random(3),
        Way(
            name: "leaving and opening again, to be given another case",
            events: (0..<6).flatMap { _ in opened + typed("q") }),
        Way(
            name: "windows of every size while the case opens",
            events: (1..<60).flatMap { size -> [ScreenEvent] in
                [.resized(Size(width: size * 5, height: size)), .key(KeyPress(.enter))]
            }),
        Way(
            name: "a paste of commands",
            events: opened + [
                .paste(":open case 2\r\nstudy unblind\r\n\u{1B}]0;title\u{7}"),
                .key(KeyPress(.enter)), .paste(String(repeating: "T", count: 5000)),
            ]),
        Way(
            name: "amending, going back and jumping before anything is signed",
            events: opened + typed("A") + typed("'") + typed("\"") + typed("J") + typed("m")),
    ]

    @Test(arguments: ways)
    func `whatever is pressed, one case is open and nothing else is shown`(_ way: Way) throws {
        let store = try SampleStores.copy("sij-sct")
        let first = try firstRow(of: store)
        let session = try store.session()
        let screen = InMemoryScreen(events: way.events)

        try ReadingLoop(
            screen: screen, runner: session.runner, graphics: .ascii, keysPerFrame: 1,
            nowMS: { 0 }
        ).run()
        try session.close()

        let opened = try SQLiteStore.open(at: store.study.folder)
        #expect(Set(try opened.reads(of: store.study.reader).map(\.key)) == [first.read])
        #expect(try opened.reads(of: store.study.reader).allSatisfy { $0.state == .draft })
        #expect(try opened.verify().problem == nil)
        let forbidden = try Forbidden.strings(study: "sij-sct")
        for frame in Set(screen.frames.map(\.grid.text)) {
            // The definition of a finding names every technique, with the same words in each arm.
            let isDefinition = frame.contains("arrows scroll   Esc closes")
            for secret in forbidden where !(isDefinition && ["T1w", "sCT"].contains(secret)) {
                #expect(!frame.contains(secret), "\(secret)")
            }
        }
    }

    private func firstRow(of store: SampleStore) throws -> ReadingOrderRow {
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        return try #require(try opened.order(of: store.study.reader).first)
    }
}
