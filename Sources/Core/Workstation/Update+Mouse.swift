import Imaging
import TerminalUI

/// A drag that changes the window: where the mouse was last, in cells.
struct WindowDrag: Hashable, Sendable {
    var x: Int
    var y: Int
}

/// The mouse does a few things that keys do too: the wheel scrolls, the left button drags the window.
func takeMouse(
    _ state: inout WorkstationState, _ mouse: MouseInput, _ nowMS: Int
) -> [WorkstationEffect] {
    state.nowMS = nowMS
    state.reading?.clock.count(at: nowMS)
    guard state.fits, state.popup == nil, var reading = state.reading else { return [] }
    switch mouse.kind {
    case .wheelUp: reading.go(to: (reading.viewer?.slice ?? 0) - 1)
    case .wheelDown: reading.go(to: (reading.viewer?.slice ?? 0) + 1)
    case .press where mouse.button == 0 && isOverPicture(state, reading, mouse):
        reading.drag = WindowDrag(x: mouse.x, y: mouse.y)
    case .move: drag(&reading, to: mouse)
    case .release: reading.drag = nil
    case .press: break
    }
    reading.log.change()
    state.reading = reading
    return viewEffects(&state)
}

private func isOverPicture(
    _ state: WorkstationState, _ reading: ReadingState, _ mouse: MouseInput
) -> Bool {
    reading.geometry(state)?.area.contains(column: mouse.x, row: mouse.y) ?? false
}

/// A column to the right widens the window by a step, a row up raises its level.
private func drag(_ reading: inout ReadingState, to mouse: MouseInput) {
    guard let drag = reading.drag, var viewer = reading.viewer else { return }
    let step = viewer.limits.step(viewer.window)
    viewer.moveWindow(
        center: step * Double(drag.y - mouse.y), width: step * Double(mouse.x - drag.x))
    reading.viewer = viewer
    reading.drag = WindowDrag(x: mouse.x, y: mouse.y)
}
