import Instruments
import ReaderStudies
import TerminalUI

/// A key while a popup is open.
func takePopupKey(_ state: inout WorkstationState, _ press: KeyPress) -> [WorkstationEffect] {
    guard let popup = state.popup else { return [] }
    if popup == .paused { return takePauseKey(&state, press) }
    if press.key == .escape || press == .control("g") {
        state.popup = nil
        return []
    }
    if press == .control("l") { return [.redraw] }
    if var editor = popup.editor, press.key != .enter, editor.take(press) {
        state.popup = popup.with(editor)
        return []
    }
    if case .choices(let key, _) = popup, isForScreen(press, popup, state) {
        return besideList(&state, of: key) { takeScreenKey(&$0, press) }
    }
    if let step = listStep(press), let moved = moved(popup, by: step, state) {
        state.popup = moved
        return []
    }
    return takeChoice(&state, popup, press)
}

/// Enter and the key of the pause go on; no other key does, so that a book on the keyboard ends no pause.
private func takePauseKey(
    _ state: inout WorkstationState, _ press: KeyPress
) -> [WorkstationEffect] {
    guard press.key == .enter || state.isKey(press, for: .pause) else { return [] }
    state.popup = nil
    state.count(at: state.nowMS)
    return []
}

private func listStep(_ press: KeyPress) -> Int? {
    switch press.key {
    case .up, .backTab: -1
    case .down, .tab: 1
    case .pageUp: -10
    case .pageDown: 10
    case .character("k"): -1
    case .character("j"): 1
    default: nil
    }
}

/// The popup with another line selected; `nil` when it has no lines.
private func moved(_ popup: Popup, by step: Int, _ state: WorkstationState) -> Popup? {
    func next(_ now: Int, of count: Int) -> Int { min(max(0, now + step), max(0, count - 1)) }
    switch popup {
    case .help(let editor, let line):
        return .help(
            editor,
            firstLine: max(
                0, min(line + step, HelpView(state: state, filter: editor).lastFirstLine)))
    case .palette(let editor, let now):
        return .palette(
            editor, selected: next(now, of: Palette(state, filter: editor.text).entries.count))
    case .definitions(let line): return .definitions(firstLine: max(0, line + step))
    case .consequences(let line): return .consequences(firstLine: max(0, line + step))
    case .reasons(let key, let now):
        return .reasons(key, selected: next(now, of: ReasonMenu.entries.count))
    case .choices(let key, let now):
        return .choices(key, selected: next(now ?? -1, of: choices(state, key).count))
    case .measurements(let now):
        return .measurements(
            selected: next(now, of: state.reading?.listedMeasurements.count ?? 0))
    case .themes(let now): return .themes(selected: next(now, of: state.themes.count))
    case .graphics(let now):
        return .graphics(selected: next(now, of: GraphicsMode.allCases.count))
    case .signing(let now):
        return .signing(
            selected: next(now, of: state.reading.map { Signing(state, $0).gaps.count } ?? 0))
    default: return nil
    }
}

private func choices(_ state: WorkstationState, _ key: ItemKey) -> [Choice] {
    state.reading?.form.question(key)?.choices ?? []
}

/// Enter, digits and letters of a popup.
private func takeChoice(
    _ state: inout WorkstationState, _ popup: Popup, _ press: KeyPress
) -> [WorkstationEffect] {
    switch popup {
    case .help: return closed(&state, if: press.key == .enter)
    case .paused: return []
    case .measurements(let selected):
        guard press.key == .enter, let listed = state.reading?.listedMeasurements,
            listed.indices.contains(selected)
        else { return [] }
        state.popup = nil
        state.reading?.go(toMeasurement: listed[selected])
        return []
    case .themes(let selected):
        let chosen = press.key == .enter ? selected : digit(press).map { $0 - 1 }
        guard let chosen, state.themes.indices.contains(chosen) else { return [] }
        state.popup = nil
        return [.useTheme(state.themes[chosen])]
    case .palette(let editor, let selected):
        return takePalette(&state, editor.text, selected, press)
    case .definitions where state.isKey(press, for: .examples):
        state.popup = nil
        return takeScreenKey(&state, press)
    case .definitions:
        return closed(
            &state, if: press.key == .enter || state.isKey(press, for: .definitions))
    case .consequences:
        return closed(
            &state, if: press.key == .enter || state.isKey(press, for: .consequences))
    case .reasons(let key, let selected):
        return takeReason(&state, key, digit(press).map { $0 - 1 } ?? selected, press)
    case .otherReason(let key, let editor): return takeOtherReason(&state, key, editor.text)
    case .choices(let key, let selected): return takeCode(&state, key, selected, press)
    case .text(let key, let editor): return takeText(&state, key, editor.text)
    case .signing(let selected): return takeSigning(&state, selected, press)
    case .withdrawing(let site): return withdraw(&state, site, press)
    case .amending(let editor): return amend(&state, editor.text)
    case .graphics(let selected):
        let chosen = press.key == .enter ? selected : digit(press).map { $0 - 1 }
        return takeGraphicsKey(&state, chosen, press)
    }
}

private func digit(_ press: KeyPress) -> Int? {
    guard case .character(let character) = press.key else { return nil }
    return character.wholeNumberValue
}

private func closed(_ state: inout WorkstationState, if wanted: Bool) -> [WorkstationEffect] {
    if wanted { state.popup = nil }
    return []
}

private func takeReason(
    _ state: inout WorkstationState, _ key: ItemKey?, _ index: Int, _ press: KeyPress
) -> [WorkstationEffect] {
    guard press.key == .enter || digit(press) != nil, ReasonMenu.entries.indices.contains(index)
    else { return [] }
    guard let reason = ReasonMenu.entries[index].reason else {
        state.popup = .otherReason(key, LineEditor(limit: 200))
        return []
    }
    return enter(&state, key, reason)
}

/// Answers one question, or every open finding, with "not assessable".
private func enter(
    _ state: inout WorkstationState, _ key: ItemKey?, _ reason: NotAssessableReason
) -> [WorkstationEffect] {
    state.popup = nil
    if let key { return enter(&state, key, .notAssessable(reason)) }
    do {
        return answerRest(&state, try state.reading?.form.restNotAssessable(reason) ?? [])
    } catch {
        state.notice = .attention(error.sentence)
        return []
    }
}

private func takeOtherReason(
    _ state: inout WorkstationState, _ key: ItemKey?, _ text: String
) -> [WorkstationEffect] {
    guard text.contains(where: { !$0.isWhitespace }) else {
        state.notice = .attention("Say the reason in a few words, or press Esc.")
        return []
    }
    return enter(&state, key, .other(text))
}

private func takeCode(
    _ state: inout WorkstationState, _ key: ItemKey, _ selected: Int?, _ press: KeyPress
) -> [WorkstationEffect] {
    let choices = choices(state, key)
    var choice = Choice.typed(press, in: choices)
    if choice == nil, press == KeyPress("n") {
        state.popup = .reasons(key, selected: 0)
        return []
    }
    if press.key == .enter, let selected, choices.indices.contains(selected) {
        choice = choices[selected]
    }
    guard let choice else { return [] }
    state.popup = nil
    return enter(&state, key, .value(.code(choice.code)))
}

private func takeText(
    _ state: inout WorkstationState, _ key: ItemKey, _ text: String
) -> [WorkstationEffect] {
    state.popup = nil
    return text.isEmpty
        ? record(&state, [.clear(key)]) : enter(&state, key, .value(.text(text)))
}

private func withdraw(
    _ state: inout WorkstationState, _ site: SiteID, _ press: KeyPress
) -> [WorkstationEffect] {
    guard press.key == .enter else { return [] }
    state.popup = nil
    let effects = record(&state, [.withdrawLesion(site)])
    state.reading?.keepQuestionOnForm()
    state.notice = .done("\(site) is withdrawn; its number is not used again.")
    return effects
}

private func amend(_ state: inout WorkstationState, _ reason: String) -> [WorkstationEffect] {
    guard reason.contains(where: { !$0.isWhitespace }) else {
        state.notice = .attention("An amendment needs a reason in a few words. Esc cancels.")
        return []
    }
    state.popup = nil
    return [.amend(reason: reason)]
}
