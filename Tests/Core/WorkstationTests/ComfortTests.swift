import TerminalUI
import Testing

@testable import Workstation

/// Themes, mouse and breaks while reading.
@Suite struct ComfortTests {
    private func reader() throws -> TestReader {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))
        reader.state.themes = ["amber-night", "dark-room", "dimmed"]
        reader.state.theme = "dark-room"
        return reader
    }

    @Test func `T lists the themes, a digit takes one`() throws {
        var reader = try reader()

        reader.press(KeyPress("T"))
        #expect(reader.state.popup == .themes(selected: 1))
        #expect(reader.text().contains("dark-room (now)"))
        reader.press(KeyPress("3"))

        #expect(reader.effects.last == .useTheme("dimmed"))
        #expect(reader.state.popup == nil)
    }

    @Test func `arrows and Enter take one, Esc none`() throws {
        var reader = try reader()

        reader.press(KeyPress("T"), .plain(.up), .plain(.enter))
        #expect(reader.effects.last == .useTheme("amber-night"))
        reader.effects = []
        reader.press(KeyPress("T"), .plain(.escape))

        #expect(!reader.effects.contains { if case .useTheme = $0 { true } else { false } })
    }

    @Test func `the screen says which theme it took`() throws {
        var reader = try reader()

        _ = update(&reader.state, .themed("dimmed"))

        #expect(reader.state.theme == "dimmed")
        #expect(reader.state.notice?.sentence.hasPrefix("The theme is dimmed") == true)
    }

    @Test func `without themes T says so`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))

        reader.press(KeyPress("T"))

        #expect(reader.state.notice?.sentence == "There is no other theme here.")
    }

    @Test func `the mouse is asked for and given back`() throws {
        var reader = try reader()

        reader.press(.plain(.function(2)))
        #expect(reader.effects.contains(.useMouse(true)))
        reader.press(.plain(.function(2)))
        #expect(reader.effects.contains(.useMouse(false)))
    }

    @Test func `work without a break is told on the first line, until there was one`() throws {
        var reader = try reader()
        reader.state.breakAfterMS = 60 * 60_000
        for _ in 0..<61 {
            reader.nowMS += 60_000
            reader.press(KeyPress("j"))
        }
        #expect(reader.text().contains("! 61 min, pause?"))

        reader.press(KeyPress("P"))
        reader.nowMS += 6 * 60_000
        reader.press(KeyPress("P"))

        #expect(!reader.text().contains("pause?"))
    }

    @Test func `nobody is told who does not want to be`() throws {
        var reader = try reader()
        for _ in 0..<90 {
            reader.nowMS += 60_000
            reader.press(KeyPress("j"))
        }

        #expect(!reader.text().contains("pause?"))
    }
}
