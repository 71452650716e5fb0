import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Scrolling, series, window, zoom, panes.
@Suite struct LookingTests {
    private func reader(
        series: Int = 1, size: Size = Size(width: 80, height: 24)
    ) throws -> TestReader {
        TestReader(SampleReads.state(try SampleForms.joints(), series: series, size: size))
    }

    private func viewer(_ reader: TestReader) throws -> Viewer {
        try #require(reader.state.reading?.viewer)
    }

    @Test func `a case opens at its middle slice in the arm's window`() throws {
        let viewer = try viewer(try reader())

        #expect(viewer.slice == 12)
        #expect(viewer.voi.window == VOIWindow(center: 500, width: 2000))
    }

    @Test(arguments: [
        (KeyPress.plain(.up), 11), (KeyPress("k"), 11), (.plain(.down), 13), (KeyPress("j"), 13),
        (.shift(.up), 2), (.control("u"), 2), (.shift(.down), 22), (.control("d"), 22),
        (.plain(.home), 0), (KeyPress("g"), 0), (.plain(.end), 23), (KeyPress("G"), 23),
    ])
    func `keys scroll`(_ key: KeyPress, _ slice: Int) throws {
        var reader = try reader()

        reader.press(key)

        #expect(try viewer(reader).slice == slice)
    }

    @Test func `scrolling stops at the ends`() throws {
        var reader = try reader()

        reader.press(KeyPress("g"), KeyPress("k"))
        #expect(try viewer(reader).slice == 0)
        reader.press(KeyPress("G"), .control("d"))
        #expect(try viewer(reader).slice == 23)
    }

    @Test func `slices scroll from the form too`() throws {
        var reader = try reader()

        reader.press(.plain(.tab), KeyPress("j"), KeyPress("j"))

        #expect(try viewer(reader).slice == 14)
        #expect(reader.state.reading?.focus == .form)
    }

    @Test func `only slices that were on screen in full count as seen`() throws {
        var reader = try reader()
        reader.press(KeyPress("j"))
        #expect(reader.seen.indexes == [13])

        _ = update(&reader.state, .key(KeyPress("j"), atMS: 5_000))
        _ = update(&reader.state, .drawn(full: false))
        _ = update(&reader.state, .key(KeyPress("j"), atMS: 5_010))

        #expect(reader.seen.indexes == [13])
    }

    @Test func `nothing is seen while the images are folded away`() throws {
        var reader = try reader()

        reader.press(KeyPress("z"), KeyPress("z"))
        let seen = reader.seen.count
        reader.press(.plain(.down))

        #expect(reader.state.reading?.layout == .form)
        #expect(reader.seen.count == seen)
    }

    @Test func `a digit takes a window of the list and 0 the automatic one`() throws {
        var reader = try reader()

        reader.press(KeyPress("2"))
        #expect(try viewer(reader).voi.window == VOIWindow(center: -600, width: 1500))
        reader.press(KeyPress("0"))
        #expect(try viewer(reader).voi.window == VOIWindow(center: 40, width: 400))
        reader.press(KeyPress("9"))
        #expect(reader.state.notice?.sentence == "These images have no window 9.")
    }

    @Test func `in window mode arrows change width and level, with Shift ten times as far`() throws
    {
        var reader = try reader()

        reader.press(KeyPress("w"), .plain(.right), .plain(.up))
        #expect(try viewer(reader).voi.window == VOIWindow(center: 541, width: 2040))
        reader.press(.shift(.left), .shift(.down))
        let window = try #require(try viewer(reader).voi.window)
        #expect(window.width < 2040 && window.center < 540)
        #expect(try viewer(reader).slice == 12)

        reader.press(.plain(.escape), .plain(.down))
        #expect(try viewer(reader).slice == 13)
    }

    @Test func `zoom enlarges by half, = fits, r brings everything back`() throws {
        var reader = try reader()

        reader.press(KeyPress("+"))
        let first = try viewer(reader).zoom.scaleOrZero
        reader.press(KeyPress("+"), KeyPress("-"))
        #expect(abs(try viewer(reader).zoom.scaleOrZero - first) < 0.001)
        reader.press(KeyPress("="))
        #expect(try viewer(reader).zoom == .fit(times: 1))

        reader.press(KeyPress("i"), KeyPress("1"), KeyPress("+"), KeyPress("r"))
        #expect(try !viewer(reader).isInverted)
        #expect(try viewer(reader).voi.window == VOIWindow(center: 500, width: 2000))
        #expect(try viewer(reader).zoom == .fit(times: 1))
    }

    @Test func `s chooses how pixels are made, the status line says so, r brings it back`() throws {
        var reader = try reader()

        reader.press(KeyPress("s"))
        #expect(try viewer(reader).resampling == .nearest)
        #expect(reader.text().contains("nearest"))
        reader.press(KeyPress("s"))
        #expect(try viewer(reader).resampling == .bilinear)
        #expect(reader.text().contains("bilinear"))
        reader.press(KeyPress("s"))
        #expect(try viewer(reader).resampling == .automatic)
        reader.press(KeyPress("s"), KeyPress("r"))
        #expect(try viewer(reader).resampling == .automatic)
        #expect(!reader.text().contains("nearest"))
    }

    @Test func `moving keeps the middle of the view on the slice`() throws {
        var reader = try reader()

        reader.press(KeyPress("+"), KeyPress("p"))
        for _ in 0..<60 { reader.press(.plain(.right)) }

        #expect(try viewer(reader).center.column == 39)
        #expect(try viewer(reader).center.row == 19.5)
        reader.press(.plain(.enter))
        #expect(reader.state.reading?.mode == .scroll)
    }

    @Test func `series beside each other scroll by position until they are unlinked`() throws {
        var reader = try reader(series: 2, size: Size(width: 200, height: 60))

        reader.press(KeyPress("j"), KeyPress("j"))
        #expect(reader.state.reading?.panes.map(\.slice) == [14, 14])
        reader.press(KeyPress("y"), KeyPress("j"))
        #expect(reader.state.reading?.panes.map(\.slice) == [15, 14])
    }

    @Test func `Tab goes through the pictures to the form and round again`() throws {
        var reader = try reader(series: 2, size: Size(width: 200, height: 60))

        reader.press(.plain(.tab))
        #expect(reader.state.reading?.pane == 1)
        reader.press(.plain(.tab))
        #expect(reader.state.reading?.focus == .form)
        reader.press(.plain(.tab))
        #expect(reader.state.reading?.pane == 0)
        reader.press(.plain(.backTab))
        #expect(reader.state.reading?.focus == .form)
    }

    @Test func `the next series takes the place of this one`() throws {
        var reader = try reader(series: 3)

        reader.press(KeyPress("]"))
        #expect(try viewer(reader).series == "S1")
        reader.press(KeyPress("["), KeyPress("["))
        #expect(try viewer(reader).series == "S2")
    }

    @Test func `a series that stands beside is passed over`() throws {
        var reader = try reader(series: 3, size: Size(width: 180, height: 60))

        reader.press(KeyPress("]"))

        #expect(reader.state.reading?.panes.map(\.series) == ["S2", "S1"])
    }

    @Test(arguments: [(80, 1), (180, 2), (200, 3), (240, 3)])
    func `as many of three series stand beside each other as there is room for`(
        _ width: Int, _ count: Int
    ) throws {
        let reader = try reader(series: 3, size: Size(width: width, height: 60))

        let reading = try #require(reader.state.reading)
        #expect(ReadingLayout(reader.state, reading).panes.count == count)
        #expect(reader.text().contains("B 3") == (count == 3))
    }

    @Test func `a case with one series says so`() throws {
        var reader = try reader()

        reader.press(KeyPress("]"))

        #expect(reader.state.notice?.sentence == "This case has one series.")
    }

    @Test func `a screen that is too small says how large it must be and takes no answer`() throws {
        var reader = try reader()

        reader.run(
            update(&reader.state, .resized(Size(width: 60, height: 20), SampleReads.halfBlocks)))
        reader.press(.plain(.tab), KeyPress(" "))

        #expect(reader.text().contains("60 × 20"))
        #expect(reader.recorded.isEmpty)
        reader.press(KeyPress("q"))
        #expect(reader.effects.last == .leave)
    }

    @Test func `a resize in the middle of a mode keeps the mode and the slice`() throws {
        var reader = try reader()
        reader.press(KeyPress("w"), .plain(.right))

        for width in [60, 200, 81] {
            reader.run(
                update(
                    &reader.state, .resized(Size(width: width, height: 30), SampleReads.halfBlocks))
            )
            _ = reader.frame()
        }
        reader.press(.plain(.right))

        #expect(reader.state.reading?.mode == .window)
        #expect(try viewer(reader).voi.window?.width ?? 0 > 2040)
    }
}
