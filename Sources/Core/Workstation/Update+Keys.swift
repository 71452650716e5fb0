import ReaderStudies
import TerminalUI

extension WorkstationState {
    /// Which rows of the action table hear the keys now.
    public var context: KeyContext {
        guard let reading else { return .worklist }
        guard reading.focus == .image else { return .form }
        return switch reading.mode {
        case .scroll: .image
        case .window: .window
        case .pan: .pan
        case .tilt: .tilt
        case .crosshair: .crosshair
        case .mark: .mark
        case .measure: .measure
        }
    }
}

/// A key while no popup is open.
func takeScreenKey(_ state: inout WorkstationState, _ press: KeyPress) -> [WorkstationEffect] {
    if isHabit(&state, press) { return [] }
    if let effects = takeEntryKey(&state, press) { return effects }
    guard let row = state.keymap.row(for: press, in: state.context) else {
        state.notice = .attention(
            "\(press.caption(unicode: true)) does nothing here. \(state.key(.help)) shows the keys."
        )
        return []
    }
    if let refusal = row.refusal(state) {
        state.notice = .attention(refusal)
        return []
    }
    return perform(&state, row.command)
}

/// Does what an allowed key asks for.
func perform(_ state: inout WorkstationState, _ command: Command) -> [WorkstationEffect] {
    switch command {
    case .openNext: return [.openNext]
    case .amend: state.popup = .amending(LineEditor(limit: 200))
    case .consequences: state.popup = .consequences(firstLine: 0)
    case .leave: return leave(&state)
    case .help: state.popup = .help(LineEditor(limit: 40), firstLine: 0)
    case .palette: state.popup = .palette(LineEditor(limit: 40), selected: 0)
    case .definitions: state.popup = .definitions(firstLine: 0)
    case .redraw: return [.redraw]
    case .pause: pause(&state)
    case .themes:
        state.popup = .themes(
            selected: state.themes.firstIndex { $0 == state.theme } ?? 0)
    case .mouse:
        state.usesMouse.toggle()
        state.notice = .done(
            state.usesMouse
                ? "The mouse scrolls and drags. Shift selects text."
                : "The mouse is the terminal's.")
        return [.useMouse(state.usesMouse)]
    case .graphics: openGraphicsMenu(&state)
    case .testPattern: return [.testPattern]
    case .examples: return openExamples(&state)
    case .sign: state.popup = .signing(selected: 0)
    case .retry: return state.reading?.answers.retry().map { [.record($0)] } ?? []
    case .present, .absent, .notAssessable, .restAbsent, .allNotAssessable, .digit, .edit, .clear,
        .undo, .addLesion, .withdrawLesion, .placeMark:
        return performAnswer(&state, command)
    case .measure, .placePoint, .closeOutline, .handle, .measurement, .measurements,
        .deleteDrawn, .undoDrawn,
        .redoDrawn, .windowOfRegion, .takeValue, .paint, .brushSize, .brushLayer:
        return performMeasuring(&state, command)
    default: performView(&state, command)
    }
    return []
}

/// Hides everything and stops the clocks.
private func pause(_ state: inout WorkstationState) {
    state.rest(at: state.nowMS)
    state.reading?.cine = nil
    state.reading?.drag = nil
    state.popup = .paused
}

/// Shows drawn examples in place of the case; meanwhile no time counts as reading it.
private func openExamples(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard let gallery = state.reading?.instrument.examples else { return [] }
    state.rest(at: state.nowMS)
    state.reading?.cine = nil
    return [.examples(gallery)]
}

/// Leaves the case as a draft, or the program from the worklist.
func leave(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard let reading = state.reading else { return [.quit] }
    guard reading.answers.waiting.isEmpty else {
        state.notice = .refused(
            "\(reading.answers.waiting.count) answers are not saved. \(state.key(.retry)) tries again; "
                + "\(state.key(.leave)) once more leaves without them.")
        return leaveAnyway(&state)
    }
    return flushed(&state) + [.leave]
}

/// Leaves without what could not be saved when asked twice in a row.
private func leaveAnyway(_ state: inout WorkstationState) -> [WorkstationEffect] {
    if state.leavesUnsaved { return flushed(&state) + [.leave] }
    state.leavesUnsaved = true
    return []
}

/// The view event that is still due.
func flushed(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard state.reading != nil else { return [] }
    state.reading?.log.flush()
    return takenView(&state).map { [.recordView($0)] } ?? []
}

private func openGraphicsMenu(_ state: inout WorkstationState) {
    let modes = GraphicsMode.allCases
    state.popup = .graphics(selected: modes.firstIndex(of: state.graphics) ?? 0)
}
