import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// The screen as one text for a screen reader.
@Suite struct LinearTests {
    private func reader(size: Size = Size(width: 80, height: 24)) throws -> TestReader {
        var reader = TestReader(SampleReads.state(try SampleForms.joints(), size: size))
        reader.state.isLinear = true
        return reader
    }

    /// The part of the screen that says what changed.
    private func change(_ reader: TestReader) -> String { reader.memory.spoken.change }

    @Test func `everything is said in sentences, the focus first`() throws {
        var reader = try reader()

        reader.press(.plain(.tab), KeyPress(" "))

        expectGolden(reader.text(), named: "linear-80x24")
    }

    @Test func `there is no line, no box, no sign and no picture`() throws {
        var reader = try reader()
        for key in [KeyPress("?"), .plain(.escape), KeyPress("n"), .plain(.escape), KeyPress(":")] {
            reader.press(key)
            let frame = reader.frame()
            #expect(frame.pictures.isEmpty)
            for character in frame.grid.text where !character.isASCII {
                #expect("↑↓←→⇧⌥…".contains(character), "\(character)")
            }
        }
    }

    @Test func `only what changed is said`() throws {
        var reader = try reader()
        reader.press(.plain(.tab))
        #expect(change(reader).hasPrefix("Form, R iliac upper erosion: not answered."))

        reader.press(KeyPress(" "))
        #expect(change(reader).hasPrefix("Form, R iliac upper erosion: present."))
        reader.press(KeyPress("j"))
        #expect(change(reader) == "Series B 1, slice 14 of 24.")
        reader.press(KeyPress("]"))
        #expect(change(reader) == "Attention: This case has one series.")
    }

    @Test func `a list says its title and its chosen line`() throws {
        var reader = try reader()
        reader.press(.plain(.tab), KeyPress("n"))
        #expect(change(reader).contains("not assessable"))

        reader.press(.plain(.down))

        #expect(change(reader).contains("Chosen: 2 artefact"))
    }

    @Test func `no slice is seen, nothing is looked at, and nothing can be signed`() throws {
        var reader = try reader()
        reader.nowMS += 5_000
        reader.press(KeyPress("j"), KeyPress("S"))

        let reading = try #require(reader.state.reading)
        #expect(reading.seen.values.allSatisfy { $0.count == 0 })
        #expect(
            Signing(reader.state, reading).gaps.contains {
                $0.sentence.hasPrefix("No picture is shown in the text for screen readers")
            })
        let looks = reader.effects.compactMap {
            if case .recordView(let view) = $0 { view.looks } else { nil }
        }
        #expect(looks.isEmpty)
    }

    @Test func `the cursor stands where a screen reader begins`() throws {
        let reader = try reader()
        let cursor = reader.frame().cursor
        #expect(cursor?.column == 0 && cursor?.row == 0)
    }

    @Test func `a window of 20 by 5 still says what changed`() throws {
        var reader = try reader(size: Size(width: 20, height: 5))

        reader.press(KeyPress("k"), KeyPress("j"), KeyPress("j"))

        #expect(reader.text().contains("slice 14"))
    }

    @Test func `the worklist and a pause are said too`() throws {
        var state = WorkstationState(
            size: Size(width: 80, height: 24), capabilities: SampleReads.sixel)
        state.isLinear = true
        _ = update(&state, .worklist(SampleReads.worklist))
        var memory = PictureMemory()
        let text = view(state, memory: &memory).grid.text
        #expect(text.contains("Worklist of sij-sct, reader R1, session 2 of 6."))

        var reader = try reader()
        reader.press(KeyPress("P"))
        #expect(reader.text().contains("Paused. Enter goes on."))
        #expect(!reader.text().contains("Case 7"))
    }
}
