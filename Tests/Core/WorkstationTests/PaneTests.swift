import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Panes, grids, stages and what is recorded of them.
@Suite struct PaneTests {
    private func reader(
        series: Int = 1, size: Size = Size(width: 200, height: 60), hanging: Hanging? = nil,
        view: ViewState? = nil
    ) throws -> TestReader {
        TestReader(
            try SampleHangings.state(
                (0..<series).map { _ in SampleReads.volume() }, size: size, hanging: hanging,
                view: view))
    }

    private func reading(_ reader: TestReader) throws -> ReadingState {
        try #require(reader.state.reading)
    }

    @Test func `a study's stages open as it says`() throws {
        var reader = try reader(series: 2, hanging: SampleHangings.stages)
        let first = try reading(reader)
        #expect(first.panes.map(\.series) == ["S0", "S1"])
        #expect(first.panes.map(\.slice) == [0, 12])
        #expect(first.panes[0].voi.window == VOIWindow(center: -600, width: 1500))
        #expect(reader.text().contains("stage 1 of 2"))

        reader.press(KeyPress("."))

        let second = try reading(reader)
        #expect(second.panes.map(\.plane) == [.acquired, .body(.coronal), .body(.sagittal)])
        #expect(second.panes[2].slab == Slab(thicknessMM: 10, projection: .maximum))
        #expect(reader.text().contains("B 2 sagittal MIP 10 mm"))
        reader.press(KeyPress("."))
        #expect(reader.state.notice?.sentence == "This is the last stage.")
    }

    @Test func `a stage is found again as it was left`() throws {
        var reader = try reader(series: 2, hanging: SampleHangings.stages)

        reader.press(KeyPress("i"), KeyPress("j"), KeyPress("."), KeyPress(","))

        let viewer = try #require(try reading(reader).viewer)
        #expect(viewer.isInverted && viewer.slice == 1)
        reader.press(KeyPress("r"))
        #expect(try reading(reader).viewer?.window == VOIWindow(center: -600, width: 1500))
    }

    @Test func `a pane for a series that the case lacks says so, and the others stay in place`()
        throws
    {
        let state = try SampleHangings.state([SampleReads.volume()], hanging: SampleHangings.stages)
        var memory = PictureMemory()

        let text = view(state, memory: &memory).grid.text

        #expect(state.reading?.panes.count == 1)
        #expect(text.contains("This case has no series for this pane."))
        let layout = try ReadingLayout(state, #require(state.reading))
        #expect(layout.panes[0].body.width < 80)
    }

    @Test func `the screen is divided into grids, and new panes show what is not yet shown`() throws
    {
        var reader = try reader()

        reader.press(KeyPress("#"))
        #expect(try reading(reader).panes.map(\.plane) == [.acquired, .body(.coronal)])
        reader.press(KeyPress("#"))
        #expect(
            try reading(reader).panes.map(\.plane)
                == [.acquired, .body(.coronal), .body(.sagittal)])
        reader.press(KeyPress("#"))
        #expect(try reading(reader).grid.name == "2 × 2")
        #expect(reader.frame().pictures.count >= 4)
        reader.press(KeyPress("#"))
        #expect(try reading(reader).panes.count == 1)
    }

    @Test func `on a small screen one pane is shown, Tab goes to the next, and that is said`()
        throws
    {
        var reader = try reader(size: Size(width: 80, height: 24))

        reader.press(KeyPress("#"))
        #expect(
            reader.state.notice?.sentence
                == "The screen is too small for 1 × 2 panes: one is shown, Tab goes to the next.")
        reader.press(.plain(.tab))

        #expect(try reading(reader).pane == 1)
        #expect(reader.text().contains("B 1 coronal"))
        reader.press(.plain(.tab))
        #expect(try reading(reader).focus == .form)
    }

    @Test func `b shows the pane in focus alone, and all again`() throws {
        var reader = try reader(series: 2)

        reader.press(KeyPress("b"))
        #expect(try ReadingLayout(reader.state, reading(reader)).panes.count == 1)
        reader.press(KeyPress("b"))
        #expect(try ReadingLayout(reader.state, reading(reader)).panes.count == 2)
    }

    @Test func `two clicks show one pane alone, and all again`() throws {
        var reader = try reader(series: 2)
        func click(_ reader: inout TestReader) {
            for kind in [MouseInput.Kind.press, .release] {
                reader.nowMS += 50
                let input = MouseInput(kind: kind, button: 0, x: 100, y: 20, modifiers: [])
                reader.run(update(&reader.state, .mouse(input, atMS: reader.nowMS)))
            }
        }

        click(&reader)
        click(&reader)
        #expect(try ReadingLayout(reader.state, reading(reader)).shown == [1])
        click(&reader)
        click(&reader)
        #expect(try ReadingLayout(reader.state, reading(reader)).shown == [0, 1])
    }

    @Test func `pictures change places and the focus goes along`() throws {
        var reader = try reader(series: 2)

        reader.press(KeyPress("X"))

        #expect(try reading(reader).panes.map(\.series) == ["S1", "S0"])
        #expect(try reading(reader).viewer?.series == "S0")
    }

    @Test func `each pane inverts and takes its window alone`() throws {
        var reader = try reader(series: 2)

        reader.press(KeyPress("i"), KeyPress("2"))

        #expect(try reading(reader).panes.map(\.isInverted) == [true, false])
        #expect(try reading(reader).panes.map(\.window.width) == [1500, 2000])
    }

    @Test func `only the pane that changed is drawn anew`() throws {
        var reader = try reader(series: 2)
        reader.press(KeyPress("y"))
        let before = reader.frame().pictures

        reader.press(KeyPress("j"))

        let after = reader.frame().pictures
        #expect(before.count == after.count)
        #expect(zip(before, after).filter { $0 == $1 }.count == before.count / 2)
    }

    @Test func `computed planes and slabs count no slice as seen`() throws {
        var reader = try reader()
        reader.press(KeyPress("C"))
        let count = reader.seen.count

        reader.press(KeyPress("j"), KeyPress("j"), KeyPress("F"), KeyPress(">"), KeyPress("j"))
        #expect(reader.seen.count == count + 1)
        reader.press(KeyPress("F"))

        // As acquired again, before the slab and after it.
        #expect(reader.seen.count == count + 2)
    }

    @Test func `what each pane shows is recorded and comes back`() throws {
        var reader = try reader(series: 2, hanging: SampleHangings.stages)
        reader.press(KeyPress("."), .plain(.tab), KeyPress("j"), KeyPress("O"), .plain(.right))
        reader.press(.plain(.enter), KeyPress("b"))
        var state = reader.state
        let view = try #require(takenView(&state))
        let hung = try #require(view.hung)
        #expect(hung.stage == 1 && hung.focus == 1 && hung.isAlone)
        #expect(hung.panes[1].plane?.name == "oblique")
        #expect(hung.panes[2].plane?.slabMM == 10)

        let again = try self.reader(series: 2, hanging: SampleHangings.stages, view: view)

        let (before, after) = (try reading(reader), try reading(again))
        #expect(after.stage == 1 && after.pane == 1)
        #expect(after.panes.map(\.plane) == before.panes.map(\.plane))
        #expect(after.panes.map(\.slice) == before.panes.map(\.slice))
        #expect(after.panes.map(\.slab) == before.panes.map(\.slab))
    }

    @Test func `a look at a computed plane names the plane`() throws {
        var reader = try reader()

        reader.press(KeyPress("C"), KeyPress(">"))

        let look = try #require(reader.state.looks.first)
        #expect(look.plane?.name == "coronal")
        #expect(look.plane?.slabMM == 2)
        #expect((0..<24).contains(look.slice))
    }
}
