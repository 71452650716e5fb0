import Instruments
import ReaderStudies
import TerminalUI

/// A key while a number is being typed; `nil` when none is, or when the key also means something else.
func takeEntryKey(_ state: inout WorkstationState, _ press: KeyPress) -> [WorkstationEffect]? {
    guard let reading = state.reading, var entry = reading.entry, let key = reading.question
    else { return nil }
    if press.key == .escape || press == .control("g") {
        state.reading?.entry = nil
        return []
    }
    if press.key == .backspace && entry.text.isEmpty {
        state.reading?.entry = nil
        return []
    }
    if isTyping(press), entry.take(press) {
        state.reading?.entry = entry
        return commitFull(&state, entry.text, key)
    }
    return commitEntry(&state, press, entry.text, key)
}

/// Characters and Backspace belong to the number; arrows leave it.
private func isTyping(_ press: KeyPress) -> Bool {
    switch press.key {
    case .backspace, .delete: return true
    case .character(let character):
        return character.isNumber || character == "." || character == ","
    default: return false
    }
}

/// Saves a whole number that can take no further digit, and goes on.
func commitFull(
    _ state: inout WorkstationState, _ text: String, _ key: ItemKey
) -> [WorkstationEffect] {
    guard let form = state.reading?.form, let question = form.question(key), question.leadsOn,
        question.item.kind.isFull(text), let value = try? form.parse(typed: text, for: key)
    else { return [] }
    let effects = enter(&state, key, .value(value), leadsOn: false)
    guard state.notice == nil else { return effects }
    state.reading?.entry = nil
    moveOn(&state, .byFullNumber)
    return effects
}

extension ItemKind {
    /// Whether no digit behind `text` makes another answer: behind 30 % none does, behind 10 % one.
    fileprivate func isFull(_ text: String) -> Bool {
        guard let number = Int(text) else { return false }
        switch self {
        case .percentage: return number == 0 || number > 10
        case .count(let range): return number == 0 || number > range.upperBound / 10
        case .binary, .codes, .number, .text, .mark: return false
        }
    }
}

/// Saves the number; keys other than Enter then do what they always do.
private func commitEntry(
    _ state: inout WorkstationState, _ press: KeyPress, _ text: String, _ key: ItemKey
) -> [WorkstationEffect]? {
    if text.isEmpty {
        state.reading?.entry = nil
        return press.key == .enter ? [] : nil
    }
    guard let reading = state.reading else { return [] }
    do {
        let value = try reading.form.parse(typed: text, for: key)
        let effects = enter(&state, key, .value(value), leadsOn: press.key == .enter)
        guard state.notice == nil else { return effects }
        state.reading?.entry = nil
        return press.key == .enter ? effects : effects + takeScreenKey(&state, press)
    } catch {
        state.notice = .attention(error.sentence)
        return []
    }
}
