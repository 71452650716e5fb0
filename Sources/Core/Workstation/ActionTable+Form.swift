import Instruments
import TerminalUI

extension ActionTable {
    /// Answers.
    static let formRows: [ActionRow] =
        [
            ActionRow(
                .present, KeyContext.reading, [KeyPress(" ")], "present",
                "Answers that the finding in focus is present.", hint: KeyHint(11),
                refusal: notBinary),
            ActionRow(
                .absent, KeyContext.reading, [KeyPress("o")], "absent",
                "Answers that the finding in focus is absent.", hint: KeyHint(12),
                refusal: notBinary),
            ActionRow(
                .notAssessable, KeyContext.reading, [KeyPress("n")], "not assessable",
                "Says that the image allows no answer here, with the reason.",
                hint: KeyHint(13), refusal: alwaysAssessable),
            ActionRow(
                .restAbsent, KeyContext.reading, [KeyPress("R")], "rest absent",
                "Answers absent wherever a finding is unanswered, once every slice was shown.",
                hint: KeyHint(14), refusal: notAllSeen),
            ActionRow(
                .allNotAssessable, KeyContext.reading, [KeyPress("N")], "rest not assessable",
                "Answers not assessable wherever a finding is unanswered, in an image of no use.",
                refusal: stillAssessable),
        ] + digitRows + [
            ActionRow(
                .edit, KeyContext.reading, [.plain(.enter), KeyPress("e")], "answer",
                "Opens the choices, the number, the text or the mark of the question in focus.",
                hint: KeyHint(15, caption: "choose"), refusal: notAsked),
            ActionRow(
                .clear, KeyContext.reading, [.plain(.backspace), .plain(.delete)], "take back",
                "Takes the answer in focus back; the question is unanswered again.",
                refusal: nothingToClear),
            ActionRow(
                .undo, KeyContext.reading, [KeyPress("u")], "undo",
                "Takes the last entry back.", refusal: nothingToUndo),
            ActionRow(
                .focus(0, -1), [.form], [.plain(.up)], "up", "Goes to the question above.",
                hint: KeyHint(
                    16, with: [.focus(0, 1), .focus(-1, 0), .focus(1, 0)], caption: "go")),
            ActionRow(
                .focus(0, 1), [.form], [.plain(.down)], "down", "Goes to the question below.",
                joinsAbove: true),
            ActionRow(
                .focus(-1, 0), [.form], [.plain(.left)], "left", "Goes to the question left.",
                joinsAbove: true),
            ActionRow(
                .focus(1, 0), [.form], [.plain(.right)], "right",
                "Goes to the question on the right.", joinsAbove: true),
            ActionRow(
                .nextMissing, [.form], [KeyPress("."), KeyPress(";")], "next open question",
                "Goes to the next question without an answer.", refusal: nothingMissing),
            ActionRow(
                .nextMissing, [.image], [KeyPress(";")], "next open question",
                "Goes to the next question without an answer.", refusal: nothingMissing),
        ]

    private static let digitRows: [ActionRow] = (0...9).map { digit in
        ActionRow(
            .digit(digit), [.form], [KeyPress(Character("\(digit)"))], "grade \(digit)",
            "Answers grade \(digit), or begins a number with it.",
            hint: digit == 0
                ? KeyHint(10, with: (1...9).map { .digit($0) }, caption: "grade or number") : nil,
            refusal: noDigits)
    }

    /// Lesions.
    static let lesionRows: [ActionRow] = [
        ActionRow(
            .addLesion, KeyContext.reading, [KeyPress("a")], "add a lesion",
            "Lets you point at a new lesion on the picture.",
            hint: KeyHint(17, caption: "add lesion"), refusal: noRoomForLesion),
        ActionRow(
            .withdrawLesion, [.form], [KeyPress("d")], "withdraw the lesion",
            "Withdraws the lesion in focus with its answers, after asking.",
            hint: KeyHint(18, caption: "withdraw"), refusal: noLesionInFocus),
    ]

    private static func notBinary(_ state: WorkstationState) -> String? {
        guard let question = state.reading?.askedQuestion else { return notAsked(state) }
        if case .binary = question.item.kind { return nil }
        return "\(question.heading) is not a yes or no. \(state.key(.edit)) opens its answers."
    }

    private static func alwaysAssessable(_ state: WorkstationState) -> String? {
        guard let question = state.reading?.askedQuestion else { return notAsked(state) }
        return question.item.allowsNotAssessable
            ? nil : InstrumentError.mustBeAssessed(question: question.heading).sentence
    }

    private static func notAllSeen(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        if reading.restAbsent.isEmpty { return "No finding is unanswered." }
        let unseen = reading.unseenPercent
        return unseen == 0
            ? nil
            : "\(unseen) % of the slices were not shown yet. \(state.key(.restAbsent)) waits until you saw them all."
    }

    private static func stillAssessable(_ state: WorkstationState) -> String? {
        state.reading?.form.allowsAllNotAssessable == true
            ? nil
            : "Findings are answered one by one unless the image is of no use. \(state.key(.notAssessable)) does one."
    }

    private static func noDigits(_ state: WorkstationState) -> String? {
        guard let question = state.reading?.askedQuestion else { return notAsked(state) }
        if question.item.drawing?.mayBeTyped == false {
            return "\(question.heading) is drawn. \(state.key(.edit)) begins."
        }
        switch question.item.kind {
        case .text: return "\(question.heading) is a text. \(state.key(.edit)) opens it."
        case .mark: return "\(question.heading) is a place. \(state.key(.edit)) points at it."
        default: return nil
        }
    }

    private static func notAsked(_ state: WorkstationState) -> String? {
        guard let reading = state.reading, let key = reading.question,
            let question = reading.form.question(key)
        else { return Refusal.noQuestion(state) }
        return switch question.presence {
        case .asked: nil
        case .waiting: "\(question.heading) is asked once an earlier question is answered."
        case .skipped: InstrumentError.notAsked(question: question.heading).sentence
        }
    }

    private static func nothingToClear(_ state: WorkstationState) -> String? {
        guard let reading = state.reading, let key = reading.question else {
            return Refusal.noQuestion(state)
        }
        return reading.answers.sheet.answers[key] == nil ? "Nothing is answered here." : nil
    }

    private static func nothingToUndo(_ state: WorkstationState) -> String? {
        state.reading?.answers.canUndo == true
            ? nil
            : "There is nothing to undo. A withdrawn lesion cannot come back; \(state.key(.addLesion)) adds it anew."
    }

    private static func nothingMissing(_ state: WorkstationState) -> String? {
        state.reading?.form.missing.isEmpty == true
            ? "Everything that is needed is answered. \(state.key(.sign)) signs." : nil
    }

    private static func noRoomForLesion(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        guard let list = reading.instrument.lesions else { return "This form has no lesion list." }
        if reading.answers.sheet.lesions.count >= list.maximum { return list.whenFull }
        return Refusal.noImage(state)
    }

    private static func noLesionInFocus(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        guard reading.instrument.lesions != nil else { return "This form has no lesion list." }
        return reading.lesionInFocus == nil
            ? "No lesion is in focus. \(state.key(.pane(1))) and the arrows go to one." : nil
    }
}
