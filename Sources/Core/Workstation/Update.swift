import ReaderStudies
import TerminalUI

/// Decides what an action changes and what the world is asked to do.
///
/// Pure: time and everything else from outside comes in with the action.
public func update(
    _ state: inout WorkstationState, _ action: WorkstationAction
) -> [WorkstationEffect] {
    switch action {
    case .key(let press, let nowMS):
        return takeKey(&state, press, nowMS)
    case .mouse(let mouse, let nowMS):
        return takeMouse(&state, mouse, nowMS)
    case .pasted(let text, let nowMS):
        return takePaste(&state, text, nowMS)
    case .tick(let nowMS):
        state.nowMS = nowMS
        state.countLooks(at: nowMS)
        playCine(&state)
        return viewEffects(&state)
    case .away(let nowMS):
        if state.popup != .paused { state.rest(at: nowMS) }
        return []
    case .elapsed(let nowMS):
        state.countLooks(at: nowMS)
        return []
    case .hungUp(let nowMS):
        return hangUp(&state, nowMS)
    case .resized, .asked, .knownTerminal, .themed, .notRemembered:
        takeTerminal(&state, action)
        return []
    case .drawn(let full, let shown):
        if full || state.picture == .full { state.picture = full ? .full : .begun }
        markSeen(&state, shown ?? state.slicesInView, full: full)
        return []
    case .drawing(let percent, let secondsLeft):
        state.picture = .preview(percent: percent, secondsLeft: secondsLeft)
        return []
    default:
        return takeAnswer(&state, action)
    }
}

/// Actions that answer an effect.
private func takeAnswer(
    _ state: inout WorkstationState, _ action: WorkstationAction
) -> [WorkstationEffect] {
    switch action {
    case .worklist(let status):
        state.screen = .worklist(status)
        return []
    case .opened(let opened, let instrument, let volumes):
        return open(&state, opened, instrument, volumes)
    case .saved(let number):
        return confirm(&state, number)
    case .viewSaved(let number):
        state.reading?.answers.note(number)
        return []
    case .signed(let number):
        state.popup = nil
        state.consequences = state.reading.map { Consequences($0.form, readAs: $0.audience) }
        state.notice = .done(
            "Signed under number \(number). \(state.key(.amend)) reopens it with a reason.")
        return [.loadWorklist]
    case .left:
        return state.isLeaving ? [.quit] : [.loadWorklist]
    case .refused(let effect, let refusal):
        return takeRefusal(&state, effect, refusal)
    default:
        return []
    }
}

private func takeKey(
    _ state: inout WorkstationState, _ press: KeyPress, _ nowMS: Int
) -> [WorkstationEffect] {
    state.nowMS = nowMS
    state.count(at: nowMS)
    let asked = state.leavesUnsaved
    state.notice = nil
    let effects: [WorkstationEffect]
    if !state.fits {
        effects = state.isKey(press, for: .leave) ? leave(&state) : []
    } else if state.popup != nil {
        effects = takePopupKey(&state, press)
    } else {
        effects = takeScreenKey(&state, press)
    }
    if asked { state.leavesUnsaved = false }
    return effects + viewEffects(&state)
}

private func takePaste(
    _ state: inout WorkstationState, _ text: String, _ nowMS: Int
) -> [WorkstationEffect] {
    state.nowMS = nowMS
    state.count(at: nowMS)
    guard let popup = state.popup, var editor = popup.editor else { return [] }
    for character in SafeText.characters(of: text) { _ = editor.take(KeyPress(character)) }
    state.popup = popup.with(editor)
    return []
}

/// The view event, when one is due.
func viewEffects(_ state: inout WorkstationState) -> [WorkstationEffect] {
    let nowMS = state.nowMS
    guard state.reading?.log.take(at: nowMS) == true, var view = takenView(&state) else {
        return []
    }
    if view.display == state.reading?.toldDisplay {
        view.display = nil
    } else {
        state.reading?.toldDisplay = view.display
    }
    return [.recordView(view)]
}
