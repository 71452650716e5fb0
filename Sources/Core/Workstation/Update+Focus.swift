import Instruments
import ReaderStudies
import TerminalUI

extension ReadingState {
    /// The form as it is laid out on the screen of `state`.
    func formLayout(_ state: WorkstationState) -> FormLayout {
        let area = ReadingLayout(state, self).form ?? Rect(x: 0, y: 0, width: 40, height: 20)
        return FormLayout(
            self, width: area.width, rows: area.height, addKey: state.key(.addLesion))
    }

    /// Goes to a question and to the form.
    mutating func focusQuestion(_ key: ItemKey) {
        question = key
        endMode()
        focus = .form
        if layout == .image { layout = .both }
    }

    /// Goes to the first open question of a lesion.
    mutating func focusLesion(_ site: SiteID) {
        let asked = form.asked.filter { $0.key.site == site }
        if let first = asked.first(where: \.isMissing) ?? asked.first { focusQuestion(first.key) }
    }

    /// Puts the focus on a question that is asked, when it is on none.
    mutating func keepQuestionOnForm() {
        if let question, form.question(question)?.isAsked == true { return }
        question = (form.missing.first ?? form.asked.first)?.key
    }
}

/// Goes to the nearest answer in a direction; off the left edge nothing happens.
func moveFocus(
    _ state: WorkstationState, _ reading: inout ReadingState, _ right: Int, _ down: Int
) {
    let layout = reading.formLayout(state)
    reading.entry = nil
    guard let now = layout.field(reading.question) else {
        reading.keepQuestionOnForm()
        return
    }
    let next =
        down == 0
        ? layout.fields.filter { $0.row == now.row && ($0.column - now.column) * right > 0 }
            .min { abs($0.column - now.column) < abs($1.column - now.column) }
        : FormField.nearest(in: layout.fields, from: now, down: down)
    if let next { reading.question = next.key }
}

extension FormField {
    /// The field in the next row that has any, nearest to the middle of `now`.
    fileprivate static func nearest(
        in fields: [FormField], from now: FormField, down: Int
    ) -> FormField? {
        let beyond = fields.filter { ($0.row - now.row) * down > 0 }
        guard let row = beyond.map(\.row).min(by: { abs($0 - now.row) < abs($1 - now.row) }) else {
            return nil
        }
        let next = beyond.filter { $0.row == row }
        // From a line of its own one enters a grid at its left.
        guard fields.count(where: { $0.row == now.row }) > 1 else { return next.first }
        return next.min { abs($0.middle - now.middle) < abs($1.middle - now.middle) }
    }
}

/// Goes to the next required question without an answer, from the focus on and round again.
func focusNextMissing(_ reading: inout ReadingState) {
    let questions = reading.form.questions
    let now = questions.firstIndex { $0.key == reading.question } ?? -1
    let following = questions[(now + 1)...] + questions[..<(now + 1)]
    if let next = following.first(where: \.isMissing) { reading.focusQuestion(next.key) }
}
