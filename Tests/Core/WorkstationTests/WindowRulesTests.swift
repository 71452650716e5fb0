import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Windows that a study fixes, limits or puts on keys.
@Suite struct WindowRulesTests {
    private func reader(
        _ rules: WindowRules?, window: String = "sij-bone", form: [String] = []
    ) throws -> TestReader {
        let plain = SampleReads.opened()
        var opened = plain
        opened.blindedCase = BlindedCase(
            study: "s", session: 1, sessionCount: 1, position: 1, caseCount: 1, armLabel: "A",
            shows: [], instrument: plain.blindedCase.instrument, series: plain.blindedCase.series,
            window: window, display: DisplayFloor(), windows: rules)
        return TestReader(
            SampleReads.state(try SampleForms.joints(windows: form), opened: opened))
    }

    private func window(_ reader: TestReader) throws -> VOIWindow {
        try #require(reader.state.reading?.viewer?.voi.window)
    }

    @Test(arguments: ["w", "1", "0"])
    func `a fixed window is changed by nothing, and the screen says so`(_ key: Character) throws {
        var reader = try reader(WindowRules(isFixed: true))

        reader.press(KeyPress(key))

        #expect(try window(reader) == VOIWindow(center: 500, width: 2000))
        #expect(reader.state.notice?.sentence == "The study fixes the window.")
        #expect(reader.text().contains("W 2000 L 500 fixed"))
    }

    @Test func `the mouse does not move a fixed window`() throws {
        var reader = try reader(WindowRules(isFixed: true))

        for (kind, x) in [(MouseInput.Kind.press, 25), (.move, 30)] {
            _ = update(
                &reader.state, .mouse(MouseInput(kind: kind, button: 0, x: x, y: 10), atMS: 5_000))
        }

        #expect(try window(reader).width == 2000)
    }

    @Test func `limits stop the keys`() throws {
        var reader = try reader(
            WindowRules(width: WindowRange(1000, 2100), level: WindowRange(450, 550)))

        reader.press(KeyPress("w"))
        for _ in 0..<5 { reader.press(.shift(.right), .shift(.up)) }
        #expect(try window(reader) == VOIWindow(center: 550, width: 2100))
        for _ in 0..<9 { reader.press(.shift(.left), .shift(.down)) }
        #expect(try window(reader) == VOIWindow(center: 450, width: 1000))
    }

    @Test func `a window outside of the limits is refused by name`() throws {
        var reader = try reader(WindowRules(width: WindowRange(1000, 4000)))

        reader.press(KeyPress("1"))

        #expect(try window(reader).width == 2000)
        #expect(
            reader.state.notice?.sentence == "The study does not allow the window soft-tissue here."
        )
    }

    @Test func `a window of the images opens inside the limits`() throws {
        let reader = try reader(WindowRules(width: WindowRange(1000, 4000)), window: "auto")

        #expect(try window(reader).width == 1000)
    }

    @Test func `keys take the windows of the study, else of the form, else of the images`() throws {
        var ofStudy = try reader(WindowRules(keys: ["lung", "800/100"]), form: ["brain"])
        ofStudy.press(KeyPress("2"))
        #expect(try window(ofStudy) == VOIWindow(center: 100, width: 800))
        ofStudy.press(KeyPress("3"))
        #expect(ofStudy.state.notice?.sentence == "These images have no window 3.")

        var ofForm = try reader(nil, form: ["brain"])
        ofForm.press(KeyPress("1"))
        #expect(try window(ofForm) == VOIWindow(center: 40, width: 80))

        var ofImages = try reader(nil)
        ofImages.press(KeyPress("3"))
        #expect(try window(ofImages) == VOIWindow(center: 90, width: 150))
    }

    @Test(arguments: [
        ("1", 400.0, 40.0), ("2", 1500, -600), ("3", 150, 90), ("4", 2500, 480), ("5", 80, 40),
    ])
    func `1 to 5 are the windows that OHIF has on them`(
        _ key: String, _ width: Double, _ center: Double
    ) throws {
        var reader = try reader(nil)

        reader.press(KeyPress(Character(key)))

        #expect(try window(reader) == VOIWindow(center: center, width: width))
    }

    @Test func `digits grade while the form has the focus`() throws {
        var reader = try reader(nil)

        reader.press(.plain(.tab), KeyPress("2"))

        #expect(try window(reader) == VOIWindow(center: 500, width: 2000))
    }

    @Test func `arrows step, Shift ten times as far, Alt a tenth`() throws {
        var reader = try reader(nil)

        reader.press(KeyPress("w"), .alt(.right))
        #expect(try window(reader).width == 2004)
        reader.press(.alt(.left), .plain(.right))
        #expect(try window(reader).width == 2040)
        reader.press(.alt(.up))
        #expect(try window(reader).center == 504)
    }
}
