import TerminalUI
import Testing

@testable import Workstation

@Suite struct MouseTests {
    private func state() throws -> WorkstationState {
        SampleReads.state(try SampleForms.joints())
    }

    private func mouse(
        _ state: inout WorkstationState, _ kind: MouseInput.Kind, _ x: Int = 25, _ y: Int = 10,
        button: Int = 0
    ) {
        _ = update(&state, .mouse(MouseInput(kind: kind, button: button, x: x, y: y), atMS: 5_000))
    }

    @Test func `the wheel scrolls`() throws {
        var state = try state()

        mouse(&state, .wheelDown)
        mouse(&state, .wheelDown)
        mouse(&state, .wheelUp)

        #expect(state.reading?.viewer?.slice == 13)
    }

    @Test func `dragging over the picture changes width and level until the button comes up`()
        throws
    {
        var state = try state()

        mouse(&state, .press)
        mouse(&state, .move, 27, 9)
        let dragged = state.reading?.viewer?.window
        mouse(&state, .release, 27, 9)
        mouse(&state, .move, 40, 2)

        #expect(dragged?.width == 2080 && dragged?.center == 540)
        #expect(state.reading?.viewer?.window == dragged)
    }

    @Test func `a drag that begins on the form changes nothing`() throws {
        var state = try state()

        mouse(&state, .press, 60, 10)
        mouse(&state, .move, 65, 5)

        #expect(state.reading?.viewer?.window.width == 2000)
    }

    @Test func `a resize in the middle of a drag ends it and loses nothing`() throws {
        var state = try state()
        mouse(&state, .press)
        mouse(&state, .move, 27, 10)
        let before = state.reading?.viewer?.window

        _ = update(&state, .resized(Size(width: 50, height: 12), SampleReads.halfBlocks))
        mouse(&state, .move, 40, 2)
        _ = update(&state, .resized(Size(width: 100, height: 30), SampleReads.halfBlocks))
        mouse(&state, .move, 45, 3)

        #expect(state.reading?.viewer?.window == before)
        #expect(state.reading?.drag == nil)
    }
}
