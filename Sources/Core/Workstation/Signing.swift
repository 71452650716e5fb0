import Instruments
import ReaderStudies
import TerminalUI

/// What stands between the open read and its signature.
struct Signing {
    /// Something that must be done first, and the question where it is done.
    struct Gap: Hashable {
        let sentence: String
        let question: ItemKey?
    }

    /// Everything that must be done first.
    let gaps: [Gap]

    init(_ state: WorkstationState, _ reading: ReadingState) {
        var gaps = reading.form.missing.map {
            Gap(sentence: "\($0.label) is unanswered", question: $0.key)
        }
        gaps += reading.form.remarks.filter { $0.severity >= .unsignable }.map {
            Gap(sentence: $0.sentence, question: $0.key)
        }
        gaps += Self.coarse(state, reading)
        gaps += Self.unseen(reading)
        if !reading.answers.waiting.isEmpty {
            let count = reading.answers.waiting.count
            gaps.append(
                Gap(
                    sentence:
                        "\(count) answers are not saved yet; \(state.key(.retry)) tries again",
                    question: nil))
        }
        self.gaps = gaps
    }

    /// Pictures that are not full now, and series of which no picture ever was.
    private static func coarse(_ state: WorkstationState, _ reading: ReadingState) -> [Gap] {
        if state.isLinear {
            return [
                Gap(
                    sentence:
                        "No picture is shown in the text for screen readers, and a read needs one",
                    question: nil)
            ]
        }
        let shown = ReadingLayout(state, reading).shown.map { reading.panes[$0] }
        let isNew = shown.contains {
            $0.isAcquired && !reading.seen($0.series).contains($0.slice)
        }
        let picture = isNew && state.picture == .full ? PictureState.begun : state.picture
        if !shown.isEmpty, let refusal = picture.refusal {
            return [Gap(sentence: refusal, question: nil)]
        }
        return reading.series.filter {
            reading.previewed.contains($0.token) && reading.seen($0.token).count == 0
        }.map { series in
            Gap(
                sentence:
                    "No picture of \(series.title) was ever full; look at it until "
                    + "\u{201C}preview\u{201D} is gone", question: nil)
        }
    }

    /// Series of which slices were not shown, when the study asks for all.
    private static func unseen(_ reading: ReadingState) -> [Gap] {
        reading.series.compactMap { series in
            let seen = reading.seen(series.token)
            let display = reading.blindedCase.display
            let left = display.slicesToSee(of: seen.sliceCount) - seen.count
            guard left > 0 else { return nil }
            return Gap(
                sentence: DisplayFloor.unseen(left, of: seen.sliceCount, series.title),
                question: nil)
        }
    }
}

/// Enter or S on the signing popup: to the gap, or the signature.
func takeSigning(
    _ state: inout WorkstationState, _ selected: Int, _ press: KeyPress
) -> [WorkstationEffect] {
    guard press.key == .enter || state.isKey(press, for: .sign), let reading = state.reading else {
        return []
    }
    let gaps = Signing(state, reading).gaps
    guard gaps.isEmpty else {
        state.popup = nil
        if let question = gaps[min(selected, gaps.count - 1)].question {
            state.reading?.focusQuestion(question)
        }
        return []
    }
    state.popup = nil
    state.reading?.log.flush()
    return takenView(&state).map { [.sign($0)] } ?? []
}
