import Imaging
import Instruments
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// The list of measurements, and measurements of earlier sittings.
@Suite struct MeasurementListTests {
    private func reader(_ instrument: Instrument, series: Int = 1) throws -> TestReader {
        TestReader(
            SampleReads.state(instrument, series: series, capabilities: SampleReads.sixel))
    }

    @Test func `what was measured for answers is there again when the read is resumed`() throws {
        let measured = AnswerMeasurement(
            kind: .distance, series: "S0", slice: 12,
            points: [
                MeasuredPoint(voxel: [10, 10, 12], positionMM: [10, 10, 36]),
                MeasuredPoint(voxel: [20, 10, 12], positionMM: [20, 10, 36]),
            ], quantities: [AnswerQuantity(name: "length", value: 10, unit: "mm")],
            answered: "length", windowCenter: 0, windowWidth: 0, pixelScale: 1)
        let size = ItemKey("L1", "size")
        var reader = TestReader(
            SampleReads.state(
                try SampleForms.lesions(),
                opened: SampleReads.opened(
                    sheet: AnswerSheet(
                        lesions: ["L1"], answers: [size: .value(.number(10))],
                        measurements: [size: measured]))))

        reader.press(KeyPress("d"), KeyPress("n"))

        #expect(reader.measured == "length 10.0 mm")
    }

    @Test func `the list of measurements tells all of the case and goes to each`() throws {
        var reader = try reader(SampleForms.joints(), series: 2)
        reader.press(KeyPress("d"), KeyPress("M"))
        #expect(
            reader.state.notice?.sentence == "Nothing is measured in this case yet. d measures.")
        reader.line(right: 3)
        reader.press(.plain(.escape), KeyPress("g"), KeyPress("d"), KeyPress("v"), .plain(.enter))
        reader.press(.plain(.escape), KeyPress("]"), KeyPress("C"), KeyPress("d"))
        reader.line(right: 0, down: 4)

        reader.press(KeyPress("M"))
        let text = reader.text()
        #expect(text.contains("B 1  slice 1  value  value 400.0 HU"))
        #expect(text.contains("B 1  slice 13  distance  length 3.0 mm"))
        #expect(text.contains("B 2  coronal slice 20  distance  length 4.0 mm"))
        reader.press(.plain(.down), .plain(.enter))

        #expect(reader.state.reading?.viewer?.series == "S0")
        #expect(reader.state.reading?.viewer?.slice == 12)
        #expect(reader.measured == "length 3.0 mm")
        reader.press(KeyPress("M"), .plain(.pageDown), .plain(.enter))
        #expect(reader.state.reading?.viewer?.plane == .body(.coronal))
        #expect(reader.measured == "length 4.0 mm")
    }

    @Test(arguments: [["C"], ["C", ">"], [">"], ["O"]])
    func `what was measured on computed planes is there again when the read is resumed`(
        _ keys: [String]
    ) throws {
        var reader = try reader(SampleForms.lesions())
        reader.press(KeyPress("a"), .plain(.enter))
        while reader.state.reading?.question?.item != "size" { reader.press(.plain(.down)) }
        reader.press(.plain(.tab))
        for key in keys { reader.press(KeyPress(Character(key))) }
        if keys == ["O"] { reader.press(.shift(.right), .plain(.enter)) }
        let planes = reader.state.reading?.viewer?.planeText
        reader.press(KeyPress("d"))
        reader.line(right: 3, down: 2)
        let drawn = try #require(reader.board.drawing.finished.first)
        reader.press(.plain(.enter))
        guard case .answer(let key, let answer, let measured?)? = reader.recorded.last else {
            Issue.record("nothing was measured for the answer")
            return
        }

        var again = TestReader(
            SampleReads.state(
                try SampleForms.lesions(), capabilities: SampleReads.sixel,
                opened: SampleReads.opened(
                    sheet: AnswerSheet(
                        lesions: ["L1"], answers: [key: answer], measurements: [key: measured]))))
        let found = try #require(again.board.drawing.finished.first)

        #expect(found.place.words == drawn.place.words && found.place.slice == drawn.place.slice)
        for (one, other) in zip(found.points, drawn.points) {
            #expect(abs(one.column - other.column) + abs(one.row - other.row) < 1e-9)
        }
        again.press(KeyPress("d"), KeyPress("M"), .plain(.enter))
        #expect(again.state.reading?.viewer?.planeText == planes)
        #expect(!again.measured.isEmpty && again.measured == reader.measured)
        #expect(!again.frame().pictures.isEmpty)
    }
}
