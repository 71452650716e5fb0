import Imaging
import TerminalUI
import Testing

@testable import Workstation

@Suite struct PaletteTests {
    private func reader() throws -> TestReader {
        TestReader(SampleReads.state(try SampleForms.joints()))
    }

    private func captions(_ reader: TestReader, _ letters: String) -> [String] {
        Palette(reader.state, filter: letters).entries.map(\.caption)
    }

    @Test func `it holds every action of the table that has to do with a read`() throws {
        let entries = Palette(try reader().state, filter: "").entries.map(\.command)

        let wanted = ActionTable.rows.filter { $0.contexts != [.worklist] }.map(\.command)
        #expect(Set(entries) == Set(wanted).subtracting([.palette, .cancel]))
        #expect(Set(entries).count == entries.count)
    }

    @Test func `a few letters find an action, the beginnings of words first`() throws {
        let reader = try reader()

        #expect(captions(reader, "inv").first == "invert")
        #expect(captions(reader, "zi").first == "zoom in")
        #expect(captions(reader, "rest abs").first == "rest absent")
        #expect(captions(reader, "lesion.add").first == "add a lesion")
        #expect(captions(reader, "qqq").isEmpty)
    }

    @Test func `Enter does what is chosen`() throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type("invert")
        reader.press(.plain(.enter))

        #expect(reader.state.popup == nil)
        #expect(reader.state.reading?.viewer?.isInverted == true)
    }

    @Test func `arrows choose another line, Esc closes and does nothing`() throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type("zoom")
        reader.press(.plain(.down))
        guard case .palette(_, let selected)? = reader.state.popup else {
            Issue.record("The palette is closed.")
            return
        }
        #expect(selected == 1)
        reader.press(.plain(.escape))
        #expect(reader.state.popup == nil)
        #expect(reader.state.reading?.viewer?.zoom == .fit(times: 1))
    }

    @Test func `a number goes to the slice of that number`() throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type("3")
        #expect(reader.text().contains("slice 3 of 24"))
        reader.press(.plain(.enter))

        #expect(reader.state.reading?.viewer?.slice == 2)
    }

    @Test func `two numbers are a window, which can be finer than any key`() throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type("350/-35.5")
        #expect(reader.text().contains("window 350/-35.5"))
        reader.press(.plain(.enter))

        #expect(reader.state.reading?.viewer?.window == VOIWindow(center: -35.5, width: 350))
        #expect(reader.text().contains("W 350 L"))
    }

    @Test(arguments: [
        ("0/40", "A window is 1 or more wide, not 0."),
        ("-400/40", "A window is 1 or more wide, not -400."),
        ("400/", "A window is its width and level, as in 400/40."),
        ("nan/40", "A window is its width and level, as in 400/40."),
        ("1/2/3", "A window is its width and level, as in 400/40."),
    ])
    func `a window that cannot be is refused, and the read goes on`(
        _ typed: String, _ sentence: String
    ) throws {
        var reader = try reader()
        let before = reader.state.reading?.viewer?.window

        reader.press(KeyPress(":"))
        reader.type(typed)
        reader.press(.plain(.enter))

        #expect(reader.text().contains(sentence))
        #expect(reader.state.reading?.viewer?.window == before)
        reader.press(.plain(.tab), KeyPress(" "))
        #expect(reader.recorded.count == 1)
    }

    @Test(arguments: ["0", "25", "-9223372036854775808", "99999999999999999999"])
    func `a slice that does not exist is refused`(_ number: String) throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type(number)
        reader.press(.plain(.enter))

        #expect(reader.state.reading?.viewer?.slice == 12)
        #expect(reader.state.popup != nil || reader.state.notice != nil)
    }

    @Test func `what cannot be done says why and is not done`() throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type("next series")
        #expect(reader.text().contains("This case has one series."))
        reader.press(.plain(.enter))

        #expect(reader.state.notice?.sentence == "This case has one series.")
    }

    @Test func `actions of the form can be asked for from the picture`() throws {
        var reader = try reader()

        reader.press(KeyPress(":"))
        reader.type("question below")
        reader.press(.plain(.enter))

        #expect(reader.state.popup == nil)
    }

    @Test func `nothing of the palette can crash a screen in any state`() throws {
        for command in Palette(try reader().state, filter: "").entries.map(\.command) {
            var reader = try reader()
            _ = perform(&reader.state, command)
            _ = reader.frame()
        }
    }

    @Test func `on the worklist it has only what the worklist can do`() {
        var state = WorkstationState(
            size: Size(width: 80, height: 24), capabilities: SampleReads.sixel)
        state.screen = .starting

        let entries = Palette(state, filter: "").entries.map(\.command)

        #expect(entries.contains(.openNext) && !entries.contains(.invert))
        #expect(Palette(state, filter: "7").entries.isEmpty)
    }
}
