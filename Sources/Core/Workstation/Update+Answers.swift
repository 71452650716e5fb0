import Instruments
import ReaderStudies
import TerminalUI

/// Commands that answer, or begin to.
func performAnswer(_ state: inout WorkstationState, _ command: Command) -> [WorkstationEffect] {
    guard let reading = state.reading else { return [] }
    switch command {
    case .restAbsent: return answerRest(&state, reading.restAbsent)
    case .allNotAssessable: state.popup = .reasons(nil, selected: 0)
    case .undo: return undo(&state)
    case .addLesion: beginMark(&state, nil)
    case .withdrawLesion: state.popup = reading.lesionInFocus.map { .withdrawing($0) }
    case .placeMark: return placeMark(&state)
    default: return reading.question.map { performAnswer(&state, command, at: $0) } ?? []
    }
    return []
}

private func performAnswer(
    _ state: inout WorkstationState, _ command: Command, at key: ItemKey
) -> [WorkstationEffect] {
    guard let question = state.reading?.form.question(key) else { return [] }
    switch (command, question.item.kind) {
    case (.present, .binary(_, let present)):
        return enter(&state, key, .value(.code(present.code)))
    case (.absent, .binary(let absent, _)):
        return enter(&state, key, .value(.code(absent.code)))
    case (.notAssessable, _): state.popup = .reasons(key, selected: 0)
    case (.clear, _): return record(&state, [.clear(key)])
    case (.digit(let digit), _): return takeDigit(&state, digit, question)
    case (.edit, _): edit(&state, question)
    default: break
    }
    return []
}

/// Saves an answer, unless the instrument refuses it; then says why. The first answer to a question that is
/// needed leads on to the next one, unless `leadsOn` is false.
func enter(
    _ state: inout WorkstationState, _ key: ItemKey, _ answer: Answer,
    measured: AnswerMeasurement? = nil, leadsOn: Bool = true
) -> [WorkstationEffect] {
    guard let reading = state.reading else { return [] }
    do {
        try reading.form.validate(.answer(key, answer))
        let effects = record(&state, [.answer(key, answer, measured: measured)])
        if leadsOn, reading.form.question(key)?.leadsOn == true { moveOn(&state, .byAnswer) }
        return effects
    } catch {
        state.notice = .attention(error.sentence)
        return []
    }
}

/// Queues entries and sends the first that waits.
func record(_ state: inout WorkstationState, _ entries: [ReadEntry]) -> [WorkstationEffect] {
    guard var reading = state.reading else { return [] }
    let send = reading.answers.enter(entries)
    reading.log.change()
    state.reading = reading
    return send.map { [.record($0)] } ?? []
}

private func undo(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard var reading = state.reading, let undone = reading.answers.undo() else { return [] }
    if case .answer(let key, _, _)? = undone.entries.last { reading.question = key }
    if case .clear(let key)? = undone.entries.last { reading.question = key }
    reading.log.change()
    state.reading = reading
    state.reading?.keepQuestionOnForm()
    return undone.send.map { [.record($0)] } ?? []
}

/// Answers many findings at once; one undo takes them all back.
func answerRest(
    _ state: inout WorkstationState, _ entries: [ReadEntry]
) -> [WorkstationEffect] {
    guard !entries.isEmpty else { return [] }
    let effects = record(&state, entries)
    if state.reading?.askedQuestion?.state != .missing { moveOn(&state, .byAnswer) }
    let count = entries.count == 1 ? "1 finding" : "\(entries.count) findings"
    state.notice = .done("\(count) answered. \(state.key(.undo)) takes them back.")
    return effects
}

/// A digit is a grade where there are choices, else the beginning of a number.
private func takeDigit(
    _ state: inout WorkstationState, _ digit: Int, _ question: Question
) -> [WorkstationEffect] {
    guard question.choices.isEmpty else {
        guard let choice = Choice.at(digit, in: question.choices) else {
            state.notice = .attention(
                "There is no answer \(digit) here. \(state.key(.edit)) shows them all.")
            return []
        }
        return enter(&state, question.key, .value(.code(choice.code)))
    }
    state.reading?.entry = LineEditor.number(question.item.kind, text: "\(digit)")
    return commitFull(&state, "\(digit)", question.key)
}

/// Opens the editor that fits the question.
private func edit(_ state: inout WorkstationState, _ question: Question) {
    guard let reading = state.reading else { return }
    let answer = reading.answers.sheet.answers[question.key]
    if let drawing = question.item.drawing {
        state.reading?.beginMeasuring(MeasuringTool(drawing.tool))
        return
    }
    switch question.item.kind {
    case .binary, .codes:
        let now = question.choices.firstIndex { $0.code == answer?.code } ?? 0
        state.popup = .choices(question.key, selected: now)
    case .count, .number, .percentage:
        state.reading?.focus = .form
        var typed = answer
        if case .value(.number(let number))? = answer {
            typed = .value(.number(question.item.shown(number)))
        }
        state.reading?.entry = .number(question.item.kind, text: typed?.typedText ?? "")
    case .text(let maximum):
        state.popup = .text(
            question.key, LineEditor(answer?.typedText ?? "", limit: maximum))
    case .mark: beginMark(&state, question.key)
    }
}

extension ReadingState {
    /// Entries that answer open findings absent: the required ones, or else those like the one in focus.
    var restAbsent: [ReadEntry] {
        let required = form.restAbsent()
        guard required.isEmpty, let question else { return required }
        return form.restAbsent([question.item])
    }

    /// The question in focus, when it is asked now.
    var askedQuestion: Question? {
        question.flatMap { form.question($0) }.flatMap { $0.isAsked ? $0 : nil }
    }
}

extension Question {
    /// The question as the beginning of a sentence.
    var heading: String { label.prefix(1).uppercased() + label.dropFirst() }
}
