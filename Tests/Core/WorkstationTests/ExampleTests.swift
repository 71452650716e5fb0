import Imaging
import Instruments
import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// Drawn examples of grades and types.
@Suite struct ExampleTests {
    private static let pages = [
        ExamplePage(
            title: "type I", words: "Bright core on T1w, with a dark rim.",
            pictures: ["T1w", "T2w", "gradient echo"].map {
                ExamplePage.Picture(title: $0, greys: disc(grey: 255))
            }),
        ExamplePage(
            title: "type II", words: "Mixed and reticulated.",
            pictures: [ExamplePage.Picture(title: "T1w", greys: disc(grey: 90))]),
    ]

    private static func disc(grey: UInt8) -> GreyImage {
        var greys = GreyImage(width: 40, height: 30, grey: 40)
        for row in 10..<20 { for column in 15..<25 { greys[column, row] = grey } }
        return greys
    }

    private static let terminals: [TerminalCapabilities] = [
        TerminalCapabilities(colors: .none, unicode: false), SampleReads.halfBlocks,
        TerminalCapabilities(colors: .sixteen), SampleReads.sixel,
        TerminalCapabilities(
            cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor, kittyGraphics: true),
    ]

    private func state(
        _ capabilities: TerminalCapabilities = SampleReads.sixel,
        size: Size = Size(width: 80, height: 24), isLinear: Bool = false
    ) -> ExampleState {
        var reading = WorkstationState(size: size, capabilities: capabilities)
        reading.isLinear = isLinear
        return ExampleState(pages: Self.pages, beside: reading)
    }

    private func frame(_ state: ExampleState) -> Frame {
        var memory = ExampleMemory()
        return view(state, memory: &memory)
    }

    @Test(arguments: terminals, [Size(width: 80, height: 24), Size(width: 200, height: 60)])
    func `every renderer draws each picture under its name, above the words`(
        _ capabilities: TerminalCapabilities, _ size: Size
    ) {
        let frame = frame(state(capabilities, size: size))

        #expect(Set(frame.pictures.map(\.area.x)).count == 3)
        for picture in frame.pictures {
            #expect(!picture.area.isEmpty && picture.byteCount > 0)
            #expect(picture.area.y >= 2 && picture.area.maxY <= size.height - 3)
            #expect(picture.area.x >= 1 && picture.area.maxX < size.width)
        }
        for words in ["type I", "T1w", "T2w", "gradient echo", "Bright core", "1 of 2"] {
            #expect(frame.grid.text.contains(words), "\(words)")
        }
    }

    @Test(arguments: [Size(width: 80, height: 24), Size(width: 200, height: 60)])
    func `the page is laid out alike wherever there is room`(_ size: Size) {
        expectGolden(
            frame(state(size: size)).grid.text,
            named: "examples-\(size.width)x\(size.height)")
    }

    @Test func `a screen reader hears the words, and which pictures are left out`() {
        let frame = frame(state(isLinear: true))

        #expect(frame.pictures.isEmpty)
        #expect(frame.grid.text.contains("Example 1 of 2: type I."))
        #expect(frame.grid.text.contains("Bright core on T1w"))
        #expect(frame.grid.text.contains("Drawn for those who see: T1w, T2w, gradient echo."))
    }

    @Test func `arrows and digits go to another page and stop at the ends`() {
        var state = state()

        for (key, page) in [
            (KeyPress.plain(.right), "type II"), (.plain(.right), "type II"),
            (.plain(.left), "type I"), (.plain(.left), "type I"), (KeyPress("2"), "type II"),
            (KeyPress("9"), "type II"), (KeyPress("1"), "type I"), (KeyPress("x"), "type I"),
        ] {
            #expect(state.take(.key(key)) == nil)
            #expect(state.page.title == page, "\(key)")
        }
        for key in [KeyPress.plain(.escape), KeyPress("q"), KeyPress("H")] {
            #expect(state.take(.key(key)) == .leave)
        }
        #expect(state.take(.key(.control("l"))) == .redraw)
    }

    @Test func `another size lays the page out anew, and the same page is drawn once`() {
        var state = state()
        var memory = ExampleMemory()
        let first = view(state, memory: &memory)

        #expect(view(state, memory: &memory).pictures == first.pictures)
        _ = state.take(.resized(Size(width: 120, height: 40), SampleReads.sixel))
        let wide = view(state, memory: &memory).pictures
        #expect(wide.allSatisfy { $0.area.width > 26 } && wide != first.pictures)
    }

    @Test func `the examples open from the read and from a definition, and its clock stands still`()
        throws
    {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))

        reader.press(KeyPress("H"))
        let read = try #require(reader.state.reading?.clock.activeMS)
        reader.nowMS += 30_000
        reader.press(KeyPress("j"))

        #expect(reader.effects.contains(.examples(.sacroiliacJoints)))
        #expect(reader.state.reading?.clock.activeMS == read)
        reader.effects = []
        reader.press(.plain(.tab), KeyPress("h"))
        #expect(reader.text().contains("H drawn examples"))
        reader.press(KeyPress("H"))
        #expect(reader.state.popup == nil && reader.effects.contains(.examples(.sacroiliacJoints)))
    }

    @Test func `a form without examples says so`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.chest()))

        reader.press(KeyPress("H"))

        #expect(reader.text().contains("No examples are drawn for this form."))
        #expect(!reader.effects.contains { if case .examples = $0 { true } else { false } })
    }
}
