import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

@Suite struct LesionTests {
    private func reader() throws -> TestReader {
        TestReader(SampleReads.state(try SampleForms.lesions(), series: 2))
    }

    @Test func `a lesion is added where the cross is placed, with its place in the patient`() throws
    {
        var reader = try reader()

        reader.press(KeyPress("a"), .plain(.right), .shift(.down), KeyPress("j"), .plain(.enter))

        let mark = Mark(series: "S0", column: 21, row: 30, slice: 13, positionMM: [21, 30, 39])
        #expect(
            reader.recorded == [
                .addLesion("L1"), .answer(ItemKey("L1", "mark"), .value(.mark(mark))),
            ])
        #expect(reader.state.reading?.question == ItemKey("L1", "side"))
        #expect(reader.state.reading?.focus == .form)
    }

    @Test func `Esc forgets a mark that was not placed`() throws {
        var reader = try reader()

        reader.press(KeyPress("a"), .plain(.left), .plain(.escape))

        #expect(reader.recorded.isEmpty)
        #expect(reader.state.reading?.cursor == nil)
    }

    @Test func `the cross stays on the slice`() throws {
        var reader = try reader()

        reader.press(KeyPress("a"))
        for _ in 0..<9 { reader.press(.shift(.left), .shift(.up)) }

        #expect(reader.state.reading?.cursor == VoxelCursor(column: 0, row: 0))
    }

    @Test func `a lesion is withdrawn after asking, and its number is not used again`() throws {
        var reader = try reader()
        reader.press(KeyPress("a"), .plain(.enter))

        reader.press(KeyPress("d"), .plain(.escape))
        #expect(reader.state.reading?.answers.saved.lesions == ["L1"])
        reader.press(KeyPress("d"), .plain(.enter))
        #expect(reader.state.reading?.answers.saved.lesions == [])
        reader.press(KeyPress("a"), .plain(.enter))

        #expect(reader.state.reading?.answers.saved.lesions == ["L2"])
    }

    @Test func `a full list says what to do`() throws {
        var reader = try reader()
        for _ in 0..<3 { reader.press(KeyPress("a"), .plain(.enter)) }

        reader.press(KeyPress("a"))

        #expect(reader.state.notice?.sentence == "Three lesions are marked; the list is full.")
    }

    @Test func `a mark is moved from where it is`() throws {
        var reader = try reader()
        reader.press(KeyPress("a"), .plain(.right), .plain(.enter))
        reader.press(KeyPress("g"))
        reader.state.reading?.question = ItemKey("L1", "mark")

        reader.press(KeyPress("e"))
        #expect(reader.state.reading?.viewer?.slice == 12)
        #expect(reader.state.reading?.cursor == VoxelCursor(column: 21, row: 20))
        reader.press(.plain(.down), .plain(.enter))

        guard
            case .value(.mark(let mark))? = reader.state.reading?.answers.saved.answers[
                ItemKey("L1", "mark")]
        else {
            Issue.record("L1 has no mark.")
            return
        }
        #expect(mark.row == 21 && mark.column == 21)
    }

    @Test func `undo of a new lesion withdraws it`() throws {
        var reader = try reader()
        reader.press(KeyPress("a"), .plain(.enter))

        reader.press(KeyPress("u"))

        #expect(reader.recorded.last == .withdrawLesion("L1"))
        #expect(reader.state.reading?.answers.saved == AnswerSheet())
    }

    @Test func `a lesion without focus is one line and opens when the focus comes`() throws {
        var reader = try reader()
        reader.press(KeyPress("a"), .plain(.enter), KeyPress("2"))
        reader.press(KeyPress("a"), .plain(.enter), KeyPress("1"))

        #expect(reader.text().contains("L1 L"))
        #expect(reader.text().contains("L2 largest diameter"))
        reader.state.reading?.question = ItemKey("L1", "size")
        #expect(reader.text().contains("L2 R"))
    }

    @Test func `a form without lesions says so`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))

        reader.press(KeyPress("a"))

        #expect(reader.state.notice?.sentence == "This form has no lesion list.")
    }
}
