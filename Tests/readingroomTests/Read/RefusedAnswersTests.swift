import Persistence
import ReaderStudies
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// What forms refuse at the keyboard, in their own words.
@Suite struct RefusedAnswersTests {
    private static let sixel = TerminalCapabilities(
        cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor, sixel: SixelCapability())

    /// Presses keys in a new session; gives everything that was on the screen, and the read as it is kept.
    private func press(
        _ keys: String, in study: String
    ) throws -> (texts: [String], read: StoredRead) {
        let store = try SampleStores.copy(study)
        let session = try store.session()
        let screen = InMemoryScreen(
            size: Size(width: 80, height: 24), capabilities: Self.sixel,
            events: try KeyScript(keys).presses.map { .key($0) })
        try ReadingLoop(screen: screen, runner: session.runner, keysPerFrame: 1, nowMS: { 0 })
            .run()
        try session.close()
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        return (
            screen.frames.map(\.grid.text),
            try #require(try opened.reads(of: store.study.reader).first)
        )
    }

    @Test func `the 21st lesion is refused in the list's own words`() throws {
        let twenty = (0..<20).map { _ in "a Enter" }.joined(separator: " Tab ")
        let (texts, read) = try press("Enter \(twenty) Tab a Enter", in: "ccm-zabramski")

        #expect(texts.contains { $0.contains("The list holds 20 lesions.") })
        #expect(read.sheet.lesions.count == 20)
    }

    @Test func `101 % and two lungs at 0 % are refused in the form's own words`() throws {
        let (texts, read) = try press(
            "Enter Tab Space 1 0 1 Enter Esc Up*9 Down 0 Enter 0 Enter", in: "covid-ct04")

        #expect(texts.contains { $0.contains("outside 0 to 100") })
        #expect(texts.contains { $0.contains("Both lungs at 0 % do not go with") })
        #expect(read.sheet.answers[ItemKey("lung-L", "pct")] == nil)
    }
}
