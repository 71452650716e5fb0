import Imaging
import ReaderStudies
import TerminalUI

/// Commands that change only what is looked at; each makes a view event due.
func performView(_ state: inout WorkstationState, _ command: Command) {
    guard var reading = state.reading else { return }
    if Cine.stops(at: command) { reading.cine = nil }
    switch command {
    case .jump, .mark: performJump(&reading, command)
    case .keyImage: reading.toggleKeyImage()
    case .cine: reading.cine = reading.cine == nil ? Cine(at: state.nowMS) : nil
    case .cineRate(let step): changeRate(state, &reading, by: step)
    case .oneToOne: zoom(state, &reading, to: 1)
    case .slices, .slice, .firstSlice, .lastSlice: scroll(&reading, command)
    case .series(let step):
        reading.changeSeries(by: step, beside: ReadingLayout(state, reading).panes.count > 1)
    case .preset, .window, .width, .level, .fineWidth, .fineLevel, .invert, .resample, .reset:
        changeGreys(&state, &reading, command)
    case .zoom(let step): zoom(state, &reading, step)
    case .pan(let right, let down): pan(state, &reading, right, down)
    case .windowMode: reading.mode = .window
    case .panMode: reading.mode = .pan
    case .cancel:
        if reading.mode == .crosshair { reading.showsCrosshair = false }
        reading.endMode()
    case .endMode: reading.endMode()
    case .moveCursor(let right, let down): moveCursor(state, &reading, right, down)
    case .link: toggleLink(&state, &reading)
    case .plane, .acquired, .tiltMode, .tilt, .slab, .projection, .crosshair, .moveCrosshair,
        .nextGrid, .swapPanes, .stage, .linkAsShown:
        performPanes(&state, &reading, command)
    case .beside: toggleBeside(state, &reading)
    case .pane(let step): changePane(state, &reading, step)
    case .layout: changeLayout(&reading)
    case .focus(let right, let down): moveFocus(state, &reading, right, down)
    case .nextMissing: focusNextMissing(&reading)
    default: break
    }
    reading.log.change()
    state.reading = reading
}

private func scroll(_ reading: inout ReadingState, _ command: Command) {
    guard let viewer = reading.viewer else { return }
    switch command {
    case .slices(let step) where abs(step) == 1: reading.go(to: viewer.slice + step)
    case .slices(let step): reading.jump { $0.go(to: viewer.slice + step) }
    case .slice(let number): reading.jump { $0.go(to: number) }
    case .firstSlice: reading.jump { $0.go(to: 0) }
    default: reading.jump { $0.go(to: viewer.sliceCount - 1) }
    }
}

private func changeGreys(
    _ state: inout WorkstationState, _ reading: inout ReadingState, _ command: Command
) {
    guard var viewer = reading.viewer else { return }
    let step = viewer.source.limits.step(viewer.window)
    let fine = viewer.source.limits.fineStep(viewer.window)
    switch command {
    case .preset(let digit):
        viewer.choose(preset: digit)
    case .window(let window): viewer.voi = .window(viewer.source.limits.allowed(window))
    case .width(let steps):
        viewer.moveWindow(width: step * Double(steps))
    case .level(let steps):
        viewer.moveWindow(center: step * Double(steps))
    case .fineWidth(let steps): viewer.moveWindow(width: fine * Double(steps))
    case .fineLevel(let steps): viewer.moveWindow(center: fine * Double(steps))
    case .invert: viewer.isInverted.toggle()
    case .resample: viewer.changeResampling()
    default: viewer.reset()
    }
    reading.viewer = viewer
}

private func zoom(_ state: WorkstationState, _ reading: inout ReadingState, _ step: Int) {
    guard var viewer = reading.viewer else { return }
    guard step != 0, let geometry = reading.geometry(state) else {
        viewer.zoom = .fit(times: 1)
        viewer.center = .middle(of: viewer.geometry)
        reading.viewer = viewer
        return
    }
    zoom(state, &reading, to: geometry.mapping.scale * (step > 0 ? 1.5 : 1 / 1.5))
}

/// Zooms to screen pixels for one image pixel; the place of the cross, when one is shown, stays where it is.
private func zoom(_ state: WorkstationState, _ reading: inout ReadingState, to scale: Double) {
    let fixed = reading.cursor.map {
        ImagePoint(column: Double($0.column), row: Double($0.row))
    }
    guard var viewer = reading.viewer, let geometry = reading.geometry(state) else { return }
    viewer.zoom(to: scale, from: geometry.mapping.scale, around: fixed)
    reading.viewer = viewer
}

private func changeRate(
    _ state: WorkstationState, _ reading: inout ReadingState, by step: Int
) {
    var cine = reading.cine ?? Cine(at: state.nowMS)
    cine.change(by: step)
    reading.cine = cine
}

/// Moves the view by a tenth of the pane; the middle stays on the slice.
private func pan(
    _ state: WorkstationState, _ reading: inout ReadingState, _ right: Int, _ down: Int
) {
    guard var viewer = reading.viewer, let geometry = reading.geometry(state) else { return }
    let mapping = geometry.mapping
    let place = mapping.panePoint(viewer.center)
    let moved = mapping.imagePoint(
        x: place.x + Double(right * mapping.pane.width) / 10,
        y: place.y + Double(down * mapping.pane.height) / 10)
    let size = viewer.geometry
    viewer.center = moved.kept(in: size)
    if viewer.zoom.scaleOrZero == 0 { viewer.zoom = .scale(mapping.scale) }
    reading.viewer = viewer
}

/// Moves the cross by voxels as they lie on the screen.
private func moveCursor(
    _ state: WorkstationState, _ reading: inout ReadingState, _ right: Int, _ down: Int
) {
    guard let viewer = reading.viewer, let cursor = reading.cursor else { return }
    let step = viewer.orientation.step(right, down)
    let size = viewer.geometry
    reading.cursor = VoxelCursor(
        column: min(max(cursor.column + step.columns, 0), size.columns - 1),
        row: min(max(cursor.row + step.rows, 0), size.rows - 1))
    reading.followCursor()
    reading.keepCursorInView(state)
}

private func toggleLink(_ state: inout WorkstationState, _ reading: inout ReadingState) {
    reading.isLinked.toggle()
    reading.lookAtSlice()
    reading.followLink()
    state.notice = .done(reading.isLinked ? "The panes are linked." : "The panes are not linked.")
}

private func toggleBeside(_ state: WorkstationState, _ reading: inout ReadingState) {
    let area = ReadingLayout.imageArea(state, reading.layout)
    reading.isTogether = !reading.isTogether(in: area)
    reading.followLink()
}

/// Panes in the order of Tab: pictures from the left, then the form.
private func changePane(_ state: WorkstationState, _ reading: inout ReadingState, _ step: Int) {
    let layout = ReadingLayout(state, reading)
    let isChosen = reading.current.isGridChosen
    let pictures = layout.panes.count > 1 || isChosen ? reading.panes.count : 1
    if layout.panes.isEmpty || layout.form == nil && pictures == 1 {
        changeLayout(&reading)
        return
    }
    let count = pictures + (layout.form == nil ? 0 : 1)
    let now = reading.focus == .form ? count - 1 : (pictures > 1 ? reading.pane : 0)
    let next = (now + step + count) % count
    if reading.mode != .crosshair { reading.endMode() }
    reading.focus = next == pictures ? .form : .image
    if reading.focus == .form { reading.endMode() }
    if next < pictures, pictures > 1 { reading.pane = next }
    reading.keepQuestionOnForm()
}

private func changeLayout(_ reading: inout ReadingState) {
    let all = ReadingLayoutChoice.allCases
    let now = all.firstIndex(of: reading.layout) ?? 0
    reading.layout = all[(now + 1) % all.count]
    reading.endMode()
    switch reading.layout {
    case .both: break
    case .image: reading.focus = .image
    case .form: reading.focus = .form
    }
    reading.keepQuestionOnForm()
}
