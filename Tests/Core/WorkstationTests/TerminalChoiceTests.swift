import Instruments
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// What the reading screen does about its terminal: choices by hand, silence, and what a read keeps of it.
@Suite struct TerminalChoiceTests {
    private func reader(
        _ capabilities: TerminalCapabilities = SampleReads.sixel, wanted: GraphicsMode? = nil
    ) throws -> TestReader {
        var state = WorkstationState(
            size: Size(width: 100, height: 30), capabilities: capabilities, graphics: wanted)
        let opened = SampleReads.opened(slices: 2)
        _ = update(
            &state,
            .opened(
                opened, try SampleForms.joints(),
                [
                    SeriesToken("S0"): SampleReads.volume(slices: 2)
                ]))
        return TestReader(state)
    }

    private var silent: TerminalCapabilities {
        var capabilities = TerminalCapabilities(colors: .palette256)
        capabilities.answered = false
        return capabilities
    }

    private func views(_ reader: TestReader) -> [ViewState] {
        reader.effects.compactMap { if case .recordView(let view) = $0 { view } else { nil } }
    }

    @Test func `a choice by hand is to be remembered, and so is giving it back`() throws {
        var reader = try reader()
        #expect(reader.state.graphics == .sixel && reader.state.wanted == nil)

        reader.press(KeyPress("v"), KeyPress("3"))
        #expect(reader.state.graphics == .half && reader.state.wanted == .half)
        reader.press(KeyPress("v"), KeyPress("a"))

        #expect(reader.state.graphics == .sixel && reader.state.wanted == nil)
        let remembered = reader.effects.filter {
            if case .rememberGraphics = $0 { true } else { false }
        }
        #expect(remembered == [.rememberGraphics(.half), .rememberGraphics(nil)])
    }

    @Test func `a choice by hand stays after a resize, and the terminal's own follows it`() throws {
        var reader = try reader()
        _ = update(&reader.state, .resized(Size(width: 90, height: 30), SampleReads.halfBlocks))
        #expect(reader.state.graphics == .half)
        _ = update(&reader.state, .resized(Size(width: 90, height: 30), SampleReads.sixel))
        #expect(reader.state.graphics == .sixel)
        reader.press(KeyPress("v"), KeyPress("4"))
        _ = update(&reader.state, .resized(Size(width: 95, height: 30), SampleReads.sixel))
        #expect(reader.state.graphics == .ascii)
    }

    @Test func `a terminal that did not answer is told on the status line until it does`() throws {
        var reader = try reader(silent)
        #expect(reader.text().contains("terminal did not answer, cells used"))
        #expect(reader.state.notice?.sentence.contains("v asks it again") == true)

        reader.press(KeyPress("v"), KeyPress("p"))
        #expect(reader.effects.contains(.askTerminal))
        _ = update(&reader.state, .asked(reader.state.size, silent))
        #expect(reader.state.notice?.kind == .attention)
        _ = update(&reader.state, .asked(reader.state.size, SampleReads.sixel))

        #expect(reader.state.graphics == .sixel && reader.state.notice?.kind == .done)
        #expect(!reader.text().contains("did not answer"))
    }

    @Test func `a hand is believed by a terminal that did not answer`() throws {
        let reader = try reader(silent, wanted: .half)
        #expect(!reader.text().contains("did not answer"))
        #expect(reader.state.notice == nil)
    }

    @Test func `what cannot be remembered is said, and holds for this time`() throws {
        var reader = try reader()
        reader.press(KeyPress("v"), KeyPress("3"))
        _ = update(&reader.state, .notRemembered("For this time only: no folder."))
        #expect(reader.state.notice?.sentence == "For this time only: no folder.")
        #expect(reader.state.graphics == .half)
    }

    @Test func `a read says in which terminal it is made, once, and again when that changes`()
        throws
    {
        var reader = try reader()
        reader.nowMS = 5_000
        reader.press(KeyPress("j"))
        reader.nowMS = 7_000
        reader.press(KeyPress("k"))
        reader.nowMS = 9_000
        let test = PatternTest(
            day: "2026-11-21", graphics: "sixel", greys: 101, pixelsPerCellAcross: 8,
            pixelsPerCellDown: 16, zoom: 1, multiplexer: "", answers: ["dark": .seen])
        _ = update(&reader.state, .knownTerminal(nil, .made(test: test)))
        reader.press(KeyPress("j"))

        let displays = views(reader).map(\.display)

        #expect(displays.count == 3)
        #expect(displays[0]?.pattern == .never && displays[0]?.cellWidthPX == 8)
        #expect(displays[0]?.columns == 100 && displays[0]?.colors == "truecolor")
        #expect(displays[1] == nil)
        #expect(displays[2]?.pattern == .made(test: test))
    }

    @Test func `a signature always says in which terminal it is made`() throws {
        var reader = try reader()
        reader.nowMS = 5_000
        reader.press(KeyPress("j"))
        let view = viewState(of: reader.state, try #require(reader.state.reading))
        #expect(view.display?.pattern == .never && view.renderer == "sixel 101")
    }

    @Test func `a terminal that was told to nobody is told again`() throws {
        var reader = try reader()
        reader.nowMS = 5_000
        reader.press(KeyPress("j"))
        _ = update(
            &reader.state, .refused(.recordView(views(reader)[0]), .notSaved("the disk is full")))
        reader.nowMS = 9_000
        reader.press(KeyPress("k"))
        #expect(views(reader).last?.display != nil)
    }
}
