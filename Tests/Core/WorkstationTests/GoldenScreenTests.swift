import Instruments
import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// Whole screens as text; pictures are blank cells there.
@Suite struct GoldenScreenTests {
    static let sizes = [
        Size(width: 80, height: 22), Size(width: 80, height: 24), Size(width: 120, height: 40),
        Size(width: 200, height: 60),
    ]

    private func reader(_ instrument: Instrument, _ size: Size, series: Int = 1) -> TestReader {
        TestReader(
            SampleReads.state(
                instrument, series: series, size: size, capabilities: SampleReads.sixel))
    }

    private func name(_ form: String, _ size: Size) -> String {
        "\(form)-\(size.width)x\(size.height)"
    }

    @Test(arguments: sizes)
    func `the joints form stands beside the picture`(_ size: Size) throws {
        var reader = reader(try SampleForms.joints(), size)

        reader.press(.plain(.tab), KeyPress(" "), .plain(.right), KeyPress("o"), .plain(.right))

        expectGolden(reader.text(), named: name("joints", size))
    }

    @Test(arguments: sizes)
    func `percentages fill the lungs where there is room`(_ size: Size) throws {
        var reader = reader(try SampleForms.chest(), size)

        reader.press(.plain(.tab), KeyPress(" "))
        reader.type("4010")
        reader.press(.plain(.down))

        expectGolden(reader.text(), named: name("chest", size))
    }

    @Test(arguments: sizes)
    func `lesions stand in a list and two series beside each other where there is room`(
        _ size: Size
    ) throws {
        var reader = reader(try SampleForms.lesions(), size, series: 2)

        reader.press(KeyPress("a"), .plain(.enter), KeyPress("2"))
        reader.type("11.5")
        reader.press(.plain(.enter), KeyPress("a"), .plain(.right), .plain(.enter))

        expectGolden(reader.text(), named: name("lesions", size))
    }

    @Test(arguments: sizes)
    func `a stage with three planes hangs where there is room`(_ size: Size) throws {
        var reader = TestReader(
            SampleReads.state(
                try SampleForms.joints(), size: size, capabilities: SampleReads.sixel,
                opened: SampleReads.opened(series: 2, hanging: SampleHangings.stages)))

        reader.press(KeyPress("."), .plain(.tab), KeyPress("x"))

        expectGolden(reader.text(), named: name("stage", size))
    }

    @Test(arguments: sizes)
    func `four panes of one series show its planes`(_ size: Size) throws {
        var reader = reader(try SampleForms.joints(), size)

        reader.press(KeyPress("#"), KeyPress("#"), KeyPress("#"), KeyPress("z"), KeyPress(">"))

        expectGolden(reader.text(), named: name("grid", size))
    }

    @Test func `no picture touches the bottom row or the form`() throws {
        for size in Self.sizes {
            for series in [1, 2] {
                let reader = reader(try SampleForms.joints(), size, series: series)
                let frame = reader.frame()
                let reading = try #require(reader.state.reading)
                let layout = ReadingLayout(reader.state, reading)
                #expect(!frame.pictures.isEmpty)
                for picture in frame.pictures {
                    #expect(picture.area.maxY <= size.height - 3)
                    #expect(picture.area.maxX < layout.form?.x ?? size.width)
                    #expect(picture.area.y >= 1 && picture.area.x >= 0)
                }
            }
        }
    }

    @Test func `a key that changes only the form makes no picture anew`() throws {
        var reader = reader(try SampleForms.joints(), Size(width: 80, height: 24))
        reader.press(.plain(.tab))
        let before = reader.frame().pictures

        reader.press(KeyPress(" "), .plain(.right))

        #expect(reader.frame().pictures == before)
    }
}
