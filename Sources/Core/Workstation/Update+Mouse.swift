import Imaging
import ReaderStudies
import TerminalUI

/// The mouse does what keys do too: the wheel scrolls; left, middle and right drag window, place and zoom; a click
/// goes to a pane, an answer or a voxel.
func takeMouse(
    _ state: inout WorkstationState, _ mouse: MouseInput, _ nowMS: Int
) -> [WorkstationEffect] {
    state.nowMS = nowMS
    guard state.fits, state.reading != nil else { return [] }
    if state.popup == .paused { return [] }
    state.count(at: nowMS)
    if case .choices(let key, nil) = state.popup {
        return besideList(&state, of: key) { takeMouse(&$0, mouse, nowMS) }
    }
    if let popup = state.popup { return takeWheel(&state, popup, mouse) }
    let place = MousePlace(mouse, state.capabilities)
    var effects: [WorkstationEffect] = []
    switch mouse.kind {
    case .wheelUp, .wheelDown: turnWheel(&state, mouse, place)
    case .press: pressButton(&state, mouse.button, place)
    case .move:
        dragMeasuring(&state, to: place)
        drag(&state, to: place)
    case .release: effects = releaseButton(&state, place)
    }
    state.reading?.log.change()
    return effects + viewEffects(&state)
}

/// The wheel goes through the lines of a list.
private func takeWheel(
    _ state: inout WorkstationState, _ popup: Popup, _ mouse: MouseInput
) -> [WorkstationEffect] {
    switch mouse.kind {
    case .wheelUp: takePopupKey(&state, .plain(.up))
    case .wheelDown: takePopupKey(&state, .plain(.down))
    case .press, .release, .move: []
    }
}

/// Scrolls the picture under the mouse; with Control zooms at the mouse.
private func turnWheel(
    _ state: inout WorkstationState, _ mouse: MouseInput, _ place: MousePlace
) {
    guard var reading = state.reading else { return }
    reading.cine = nil
    reading.activate(state, at: place)
    let step = mouse.kind == .wheelUp ? -1 : 1
    if mouse.modifiers.contains(.control), let geometry = reading.geometry(state),
        var viewer = reading.viewer
    {
        let scale = geometry.mapping.scale
        viewer.zoom(
            to: scale * (step < 0 ? 1.25 : 0.8), from: scale, around: geometry.imagePoint(place))
        reading.viewer = viewer
    } else {
        reading.go(to: (reading.viewer?.slice ?? 0) + step)
    }
    state.reading = reading
}

private func pressButton(
    _ state: inout WorkstationState, _ button: Int, _ place: MousePlace
) {
    guard var reading = state.reading, button < 3 else { return }
    reading.drag = nil
    let mode = reading.mode
    if reading.activate(state, at: place), let viewer = reading.viewer,
        let geometry = reading.geometry(state)
    {
        if button == 0, case .measure(let tool) = mode {
            if reading.mode != mode { reading.beginMeasuring(tool) }
            state.reading = reading
            return pressMeasuring(&state, place)
        }
        reading.drag = MouseDrag(button: button, from: place, start: viewer, geometry: geometry)
    }
    state.reading = reading
}

private func drag(_ state: inout WorkstationState, to place: MousePlace) {
    guard var reading = state.reading, var drag = reading.drag else { return }
    drag.isMoving =
        drag.isMoving
        || abs(place.x - drag.from.x) + abs(place.y - drag.from.y) >= MouseDrag.slack
    if drag.isMoving, drag.button == 0, reading.mode == .crosshair {
        reading.moveCrosshair(state, to: place)
        reading.drag = drag
        state.reading = reading
        return
    }
    if drag.isMoving, reading.viewer?.series == drag.start.series {
        var viewer = drag.moved(to: place)
        // Only the look of the picture is dragged, not the place in the series.
        viewer.slice = reading.viewer?.slice ?? viewer.slice
        reading.viewer = viewer
    }
    reading.drag = drag
    if drag.isMoving, drag.button == 0, drag.start.source.isWindowFixed {
        state.notice = .attention(WindowKeys.fixed)
    }
    state.reading = reading
}

/// The end of a drag, or of a click.
private func releaseButton(
    _ state: inout WorkstationState, _ place: MousePlace
) -> [WorkstationEffect] {
    if state.reading?.board.press != nil {
        releaseMeasuring(&state)
        return []
    }
    let drag = state.reading?.drag
    state.reading?.drag = nil
    if let drag {
        guard !drag.isMoving, drag.button == 0 else { return [] }
        return clickPicture(&state, drag.from)
    }
    return clickForm(&state, place)
}

/// A click moves the cross; one on the cross puts the mark there; two elsewhere fold the form away or back.
private func clickPicture(
    _ state: inout WorkstationState, _ place: MousePlace
) -> [WorkstationEffect] {
    guard var reading = state.reading else { return [] }
    if case .mark = reading.mode {
        guard let voxel = reading.geometry(state)?.voxel(place) else { return [] }
        if voxel == reading.cursor { return placeMark(&state) }
        reading.cursor = voxel
        state.reading = reading
        return []
    }
    if reading.showsCrosshair {
        reading.moveCrosshair(state, to: place)
        reading.focus = .image
        state.reading = reading
        return []
    }
    let isDouble =
        reading.lastClick.map {
            state.nowMS - $0.atMS <= MouseClick.doubleMS && $0.place.column == place.column
                && $0.place.row == place.row
        } ?? false
    reading.lastClick = isDouble ? nil : MouseClick(place: place, atMS: state.nowMS)
    if isDouble { enlarge(state, &reading) }
    reading.focus = .image
    state.reading = reading
    return []
}

/// Two clicks show one pane of several alone, or fold the form away; two more bring back what was there.
private func enlarge(_ state: WorkstationState, _ reading: inout ReadingState) {
    guard reading.panes.count > 1 else {
        reading.layout = reading.layout == .image ? .both : .image
        return
    }
    let area = ReadingLayout.imageArea(state, reading.layout)
    reading.isTogether = reading.isTogether(in: area) ? false : nil
}

/// A click goes to an answer; one on the answer in focus opens it.
private func clickForm(
    _ state: inout WorkstationState, _ place: MousePlace
) -> [WorkstationEffect] {
    guard var reading = state.reading, let area = ReadingLayout(state, reading).form,
        let field = FormView(state: state, reading: reading, area: area)
            .field(column: place.column, row: place.row)
    else { return [] }
    if field.key == reading.question, reading.focus == .form { return perform(&state, .edit) }
    reading.endMode()
    reading.focusQuestion(field.key)
    state.reading = reading
    return []
}

extension ReadingState {
    /// Puts the crosshair under the mouse; the other panes follow.
    fileprivate mutating func moveCrosshair(_ state: WorkstationState, to place: MousePlace) {
        guard let viewer, let geometry = geometry(state) else { return }
        let point = geometry.imagePoint(place).kept(in: viewer.geometry)
        look(at: viewer.position(of: point), of: viewer)
        followLink()
    }

    /// Makes the pane under the mouse the one that is meant; the keys stay with the form if it has them. Says whether
    /// there is a pane.
    @discardableResult
    fileprivate mutating func activate(_ state: WorkstationState, at place: MousePlace) -> Bool {
        let shown = ReadingLayout(state, self).panes
        guard
            let under = shown.first(where: {
                $0.body.contains(column: place.column, row: place.row)
            })
        else { return false }
        guard under.pane != pane else { return true }
        // The crosshair is in all panes.
        if mode != .crosshair { endMode() }
        pane = under.pane
        return true
    }
}
