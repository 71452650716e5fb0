import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

@Suite struct MouseTests {
    private func reader(
        _ capabilities: TerminalCapabilities = SampleReads.halfBlocks, series: Int = 1,
        size: Size = Size(width: 80, height: 24)
    ) throws -> TestReader {
        TestReader(
            SampleReads.state(
                try SampleForms.joints(), series: series, size: size, capabilities: capabilities))
    }

    private func mouse(
        _ reader: inout TestReader, _ kind: MouseInput.Kind, _ x: Int = 25, _ y: Int = 10,
        button: Int = 0, _ modifiers: KeyModifiers = []
    ) {
        reader.nowMS += 100
        let input = MouseInput(kind: kind, button: button, x: x, y: y, modifiers: modifiers)
        reader.run(update(&reader.state, .mouse(input, atMS: reader.nowMS)))
    }

    private func click(_ reader: inout TestReader, _ x: Int, _ y: Int) {
        mouse(&reader, .press, x, y)
        mouse(&reader, .release, x, y)
    }

    private func viewer(_ reader: TestReader) throws -> Viewer {
        try #require(reader.state.reading?.viewer)
    }

    @Test func `the wheel scrolls, and stops cine`() throws {
        var reader = try reader()
        reader.press(KeyPress("c"))

        mouse(&reader, .wheelDown)
        mouse(&reader, .wheelDown)
        mouse(&reader, .wheelUp)

        #expect(try viewer(reader).slice == 13)
        #expect(reader.state.reading?.cine == nil)
    }

    @Test func `the wheel scrolls the series under the mouse`() throws {
        var reader = try reader(series: 2, size: Size(width: 200, height: 60))
        reader.press(KeyPress("y"))

        mouse(&reader, .wheelDown, 120, 20)

        #expect(reader.state.reading?.panes.map(\.slice) == [12, 13])
        #expect(reader.state.reading?.pane == 1)
    }

    @Test func `with Control the wheel zooms`() throws {
        var reader = try reader()
        let before = try #require(reader.state.reading?.geometry(reader.state)).mapping.scale

        mouse(&reader, .wheelUp, 25, 10, .control)

        #expect(try abs(viewer(reader).zoom.scaleOrZero - before * 1.25) < 0.001)
        #expect(try viewer(reader).slice == 12)
    }

    @Test func `the wheel goes through the lines of a list`() throws {
        var reader = try reader()
        reader.press(KeyPress("n"))

        mouse(&reader, .wheelDown)

        guard case .reasons(_, let selected)? = reader.state.popup else {
            Issue.record("The list is closed.")
            return
        }
        #expect(selected == 1)
        #expect(try viewer(reader).slice == 12)
    }

    @Test func `a left drag changes width and level until the button comes up`() throws {
        var reader = try reader()

        mouse(&reader, .press)
        mouse(&reader, .move, 27, 9)
        let dragged = try viewer(reader).window
        mouse(&reader, .release, 27, 9)
        mouse(&reader, .move, 40, 2)

        #expect(dragged.width == 2080 && dragged.center == 540)
        #expect(try viewer(reader).window == dragged)
    }

    @Test func `a drag that comes back leaves the window as it was`() throws {
        var reader = try reader()

        mouse(&reader, .press)
        for x in [30, 49, 2, 25] { mouse(&reader, .move, x, 10) }

        #expect(try viewer(reader).window == VOIWindow(center: 500, width: 2000))
    }

    @Test func `where the terminal tells pixels a drag counts parts of cells`() throws {
        var pixels = SampleReads.sixel
        pixels.pixelMouse = true
        var reader = try reader(pixels)

        mouse(&reader, .press, 200, 160)
        mouse(&reader, .move, 206, 160)

        #expect(try viewer(reader).window.width == 2030)
    }

    @Test func `a drag that begins on the form changes nothing`() throws {
        var reader = try reader()

        mouse(&reader, .press, 60, 10)
        mouse(&reader, .move, 65, 5)

        #expect(try viewer(reader).window.width == 2000)
    }

    @Test func `a middle drag moves the picture with the mouse`() throws {
        var reader = try reader()
        reader.press(KeyPress("+"), KeyPress("+"))
        let before = try viewer(reader)
        let scale = before.zoom.scaleOrZero

        mouse(&reader, .press, button: 1)
        mouse(&reader, .move, 28, 10, button: 1)
        mouse(&reader, .release, 28, 10, button: 1)

        #expect(try abs(viewer(reader).center.column - (before.center.column - 3 / scale)) < 0.6)
        #expect(try viewer(reader).window == before.window)
        #expect(try viewer(reader).zoom == before.zoom)
    }

    @Test func `a right drag zooms, upwards in, around the place where it began`() throws {
        var reader = try reader()
        let before = try #require(reader.state.reading?.geometry(reader.state)).mapping.scale

        mouse(&reader, .press, 25, 12, button: 2)
        mouse(&reader, .move, 25, 6, button: 2)
        #expect(try abs(viewer(reader).zoom.scaleOrZero - 2 * before) < 0.001)
        mouse(&reader, .move, 25, 18, button: 2)

        #expect(try abs(viewer(reader).zoom.scaleOrZero - before / 2) < 0.001)
    }

    @Test func `a click on an answer goes there, a second one opens it`() throws {
        var reader = try reader()
        let row = try #require(
            reader.text().split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains("image quality") })

        click(&reader, 70, row)
        #expect(reader.state.reading?.question?.item == "quality")
        #expect(reader.state.reading?.focus == .form)
        click(&reader, 70, row)

        guard case .choices(let key, _)? = reader.state.popup else {
            Issue.record("No choices are shown.")
            return
        }
        #expect(key.item == "quality")
    }

    @Test func `a click on the picture gives it the keys, a drag leaves them with the form`() throws
    {
        var reader = try reader()
        reader.press(.plain(.tab))

        mouse(&reader, .press)
        mouse(&reader, .move, 30, 10)
        mouse(&reader, .release, 30, 10)
        #expect(reader.state.reading?.focus == .form)
        click(&reader, 25, 10)

        #expect(reader.state.reading?.focus == .image)
    }

    @Test func `a double click shows the picture alone, another one the form again`() throws {
        var reader = try reader()

        click(&reader, 25, 10)
        click(&reader, 25, 10)
        #expect(reader.state.reading?.layout == .image)
        click(&reader, 25, 10)
        click(&reader, 25, 10)

        #expect(reader.state.reading?.layout == .both)
    }

    @Test func `a click moves the cross, a click on the cross puts the mark there`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.lesions()))
        reader.press(KeyPress("a"))
        let geometry = try #require(reader.state.reading?.geometry(reader.state))
        let wanted = VoxelCursor(column: 10, row: 8)
        let pixel = try #require(
            geometry.mapping.panePixel(ImagePoint(column: 10, row: 8)))
        let cells = geometry.pixelsPerCell
        let x = geometry.area.x + Int(Double(pixel.x) / cells.across)
        let y = geometry.area.y + Int(Double(pixel.y) / cells.down)

        click(&reader, x, y)
        let cursor = try #require(reader.state.reading?.cursor)
        #expect(abs(cursor.column - wanted.column) <= 1 && abs(cursor.row - wanted.row) <= 1)
        #expect(reader.recorded.isEmpty)
        click(&reader, x, y)

        #expect(reader.recorded.count == 2)
        #expect(reader.state.reading?.mode == .scroll)
    }

    @Test func `a resize in the middle of a drag ends it and loses nothing`() throws {
        var reader = try reader()
        mouse(&reader, .press)
        mouse(&reader, .move, 27, 10)
        let before = try viewer(reader).window

        _ = update(
            &reader.state, .resized(Size(width: 50, height: 12), SampleReads.halfBlocks))
        mouse(&reader, .move, 40, 2)
        _ = update(
            &reader.state, .resized(Size(width: 100, height: 30), SampleReads.halfBlocks))
        mouse(&reader, .move, 45, 3)

        #expect(try viewer(reader).window == before)
        #expect(reader.state.reading?.drag == nil)
    }

    @Test func `slices shown in the middle of a drag stay seen`() throws {
        var reader = try reader()
        mouse(&reader, .press)
        reader.press(KeyPress("j"))
        mouse(&reader, .move, 30, 10)

        #expect(try viewer(reader).slice == 13)
        #expect(reader.seen.contains(13))
    }

    @Test func `nothing that a mouse can send breaks a screen of any size`() throws {
        for size in [Size(width: 20, height: 5), Size(width: 80, height: 22)] {
            var reader = try reader(SampleReads.halfBlocks, series: 2, size: size)
            for kind in [MouseInput.Kind.press, .move, .wheelUp, .wheelDown, .release] {
                for button in [0, 1, 2, 3, 66] {
                    for (x, y) in [(0, 0), (size.width - 1, size.height - 1), (9999, 9999)] {
                        mouse(&reader, kind, x, y, button: button)
                    }
                }
            }
            _ = reader.frame()
            #expect(reader.recorded.isEmpty)
        }
    }
}
