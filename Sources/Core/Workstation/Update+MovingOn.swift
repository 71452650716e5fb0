import Instruments
import ReaderStudies
import TerminalUI

/// Why the focus went to another question by itself.
enum MovedOn: Hashable {
    /// The question before was answered.
    case byAnswer
    /// A number took its last digit, and nobody pressed Enter.
    case byFullNumber
}

extension Question {
    /// Whether its first answer takes the focus on. Findings do not: arrows choose their sites.
    var leadsOn: Bool { isMissing && !item.kind.isFinding }

    /// Whether the letters that answer it have to be read in its list.
    fileprivate var needsList: Bool {
        guard case .codes = item.kind else { return false }
        return choices.contains { choice in
            !(0...9).contains {
                Choice.at($0, in: choices) == choice && choice.key?.isNumber ?? true
            }
        }
    }
}

/// Goes to the next question that is needed; its list opens beside the picture when its keys are letters.
func moveOn(_ state: inout WorkstationState, _ reason: MovedOn) {
    guard var reading = state.reading, reading.layout != .image, !reading.form.missing.isEmpty
    else { return }
    reading.entry = nil
    focusNextMissing(&reading)
    reading.movedOn = reason
    state.reading = reading
    openList(&state)
}

/// Opens the list of the question in focus when its keys are letters.
func openList(_ state: inout WorkstationState) {
    guard let question = state.reading?.askedQuestion, question.isMissing, question.needsList
    else { return }
    state.popup = .choices(question.key, selected: nil)
}

/// Whether a key only says again what has happened by itself: going on, or Enter behind a full number.
func isHabit(_ state: inout WorkstationState, _ press: KeyPress) -> Bool {
    guard let reason = state.reading?.movedOn else { return false }
    if reason == .byFullNumber, press.key == .enter {
        state.reading?.movedOn = .byAnswer
        return true
    }
    state.reading?.movedOn = nil
    return state.keymap.row(for: press, in: state.context)?.command == .nextMissing
}

/// Whether a key is not for the list that opened by itself: the picture can be looked through beside it.
func isForScreen(_ press: KeyPress, _ popup: Popup, _ state: WorkstationState) -> Bool {
    guard case .choices(let key, nil) = popup, let question = state.reading?.form.question(key)
    else { return false }
    if Choice.typed(press, in: question.choices) != nil { return false }
    return ![.up, .down, .enter].contains(press.key) && press != KeyPress("n")
}

/// Does something on the screen beside the list that opened by itself; the list stays while its question
/// keeps the focus.
func besideList(
    _ state: inout WorkstationState, of key: ItemKey,
    _ body: (inout WorkstationState) -> [WorkstationEffect]
) -> [WorkstationEffect] {
    state.popup = nil
    let effects = body(&state)
    let stays = state.popup == nil && state.context == .form && state.reading?.question == key
    if stays, state.reading?.askedQuestion?.state == .missing {
        state.popup = .choices(key, selected: nil)
    }
    return effects
}
