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
        return []
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
        let effects = enter(&state, key, .value(value))
        guard state.notice == nil else { return effects }
        state.reading?.entry = nil
        return press.key == .enter ? effects : effects + takeScreenKey(&state, press)
    } catch {
        state.notice = .attention(error.sentence)
        return []
    }
}
