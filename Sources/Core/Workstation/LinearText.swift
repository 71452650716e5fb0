import Instruments
import ReaderStudies
import TerminalUI

/// The state as sentences in one column, without signs, boxes or colour: what a screen reader reads aloud.
struct LinearText {
    let state: WorkstationState

    /// The lines, the most important first; `focus` is the one that the keys act on.
    var lines: [String] {
        if state.popup == .paused { return ["Paused. Enter goes on."] }
        if let popup = popupLines { return notice + popup }
        switch state.screen {
        case .starting: return notice
        case .worklist(let status): return notice + worklist(status)
        case .reading(let reading): return notice + read(reading) + form(reading)
        }
    }

    private var notice: [String] {
        guard let notice = state.notice else { return [] }
        return [notice.kind == .done ? notice.sentence : "Attention: \(notice.sentence)"]
    }

    private func worklist(_ status: WorklistStatus) -> [String] {
        [
            "Worklist of \(status.study), reader \(status.reader), session \(status.session) of \(status.sessionCount).",
            "Today: \(Worklist.today(status)).",
            "Next: \(Worklist.next(status, open: state.key(.openNext))).",
            "Signed: \(status.signed). Waiting: \(Worklist.waiting(status)).",
        ] + (state.consequences.map { Self.consequences($0) } ?? []) + [keys]
    }

    /// What follows from the read signed last, one sentence each.
    private static func consequences(_ consequences: Consequences) -> [String] {
        guard !consequences.isEmpty else { return [] }
        return ["What follows from the read just signed:"]
            + consequences.remarks.map { "Attention: \($0)" }
            + consequences.lines.map { "\($0.label): \($0.text)." }
    }

    private func read(_ reading: ReadingState) -> [String] {
        let blinded = reading.blindedCase
        return [
            focus(reading),
            (blinded.isPractice ? "Practice. " : "")
                + "Case \(blinded.position) of \(blinded.caseCount), arm \(blinded.armLabel), session \(blinded.session) of \(blinded.sessionCount).",
        ] + (blinded.clinical ?? []).map { "\($0.label): \($0.text)." }
            + (reading.viewer.map { picture(reading, $0) } ?? []) + [saved(reading), keys]
    }

    /// What the keys act on.
    private func focus(_ reading: ReadingState) -> String {
        if let entry = reading.entry, let question = reading.askedQuestion {
            return "Typing for \(question.label): \(entry.text)."
        }
        switch state.context {
        case .form: return reading.askedQuestion.map { "Form, " + Self.text($0) } ?? "Form."
        case .window: return "Arrows change the window."
        case .pan: return "Arrows move the picture."
        case .tilt: return "Arrows tilt the plane."
        case .crosshair: return "Arrows move the crosshair."
        case .mark:
            return
                "Arrows move the cross, at column \(reading.cursor?.column ?? 0), row \(reading.cursor?.row ?? 0)."
        case .measure:
            return """
                Measuring, \(reading.measuredText ?? "no point set"); arrows move the caliper, at column \
                \(reading.cursor?.column ?? 0), row \(reading.cursor?.row ?? 0).
                """
        default: return "Image."
        }
    }

    private func picture(_ reading: ReadingState, _ viewer: Viewer) -> [String] {
        let window =
            viewer.voi.window.map {
                "Window width \(NumberText.fixed($0.width, places: 0)), level \(NumberText.fixed($0.center, places: 0))"
            } ?? "Table of the file"
        let extras =
            (viewer.isInverted ? ", inverted" : "") + (reading.isKeyImage ? ", key image" : "")
            + (reading.cine.map { ", running at \($0.rate) slices a second" } ?? "")
        return [
            "Series \(viewer.source.title)\(viewer.planeText.map { ", \($0)" } ?? ""), slice \(viewer.slice + 1) of \(viewer.sliceCount)\(extras).",
            "\(window). \(100 - reading.unseenPercent) percent of the slices seen.",
        ]
    }

    private func saved(_ reading: ReadingState) -> String {
        let waiting = reading.answers.waiting.count
        if reading.answers.refusal != nil { return "Attention: \(waiting) answers are not saved." }
        return waiting > 0 ? "Saving \(waiting) answers." : "Everything is saved."
    }

    private func form(_ reading: ReadingState) -> [String] {
        reading.form.asked.map { Self.text($0) }
            + reading.form.derived(for: reading.audience).compactMap { result in
                AnswerText.text(of: result.state).map { "\(result.label): \($0)." }
            }
            + reading.form.remarks(for: reading.audience).map {
                $0.severity > .hint ? "Attention: \($0.sentence)" : $0.sentence
            }
    }

    private var keys: String {
        "\(state.key(.help)) lists the keys, \(state.key(.palette)) finds any action, \(state.key(.leave)) leaves."
    }

    /// A question with its answer in words.
    static func text(_ question: Question) -> String {
        "\(question.label): \(answer(question))."
    }

    private static func answer(_ question: Question) -> String {
        switch question.state {
        case .missing: return "not answered"
        case .skippedByRule: return "not asked"
        case .notAssessable(let reason): return "not assessable, \(reason.words)"
        case .value(.code(let code)):
            return question.choices.first { $0.code == code }?.label ?? code
        case .value: return AnswerText.text(of: question).text
        }
    }

    /// The popup's own text without its frame; the chosen line says so.
    private var popupLines: [String]? {
        guard let popup = state.popup else { return nil }
        var frame = Frame(grid: CellGrid(size: state.size))
        PopupView(state: state, popup: popup).draw(&frame)
        guard let area = frame.popups.last else { return nil }
        return (area.y..<area.maxY).compactMap { row in
            Self.line(frame.grid, row: row, area)
        }
    }

    private static func line(_ grid: CellGrid, row: Int, _ area: Rect) -> String? {
        let characters = (area.x..<area.maxX).compactMap { grid[$0, row].character }
        let isChosen = characters.contains(Sign.focus.character)
        let text = characters.filter { !isFrame($0) && $0 != Sign.focus.character }
        let words = String(text).split(separator: " ").joined(separator: " ")
        guard !words.isEmpty else { return nil }
        return isChosen ? "Chosen: \(words)" : words
    }

    /// Lines and corners of boxes.
    private static func isFrame(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) }
    }
}

/// What was said last, so that only what is new is said.
struct SpokenText: Hashable, Sendable {
    private(set) var lines: [String] = []
    /// What changed last.
    private(set) var change = ""

    /// Takes the new lines; what of them is new becomes the change.
    mutating func say(_ new: [String]) {
        var fresh: [String] = []
        for line in new where !lines.contains(line) {
            // The focus says already what its line in the form says.
            if !fresh.contains(where: { $0.hasSuffix(line) }) { fresh.append(line) }
        }
        if lines.isEmpty {
            change = new.first ?? ""
        } else if !fresh.isEmpty {
            change = fresh.prefix(3).joined(separator: " ")
        }
        lines = new
    }
}

/// The screen for a screen reader: what changed, then everything, in one column.
struct LinearView {
    let state: WorkstationState

    func draw(_ frame: inout Frame, _ spoken: inout SpokenText) {
        let size = frame.grid.size
        let lines = LinearText(state: state).lines
        spoken.say(lines)
        let changes = TextFitting.wrap(spoken.change, width: size.width).prefix(4)
        var row = 0
        for line in changes {
            frame.grid.write(line, column: 0, row: row, width: size.width)
            row += 1
        }
        row += 1
        for line in lines.flatMap({ TextFitting.wrap($0, width: size.width) })
        where row < size.height {
            frame.grid.write(line, column: 0, row: row, width: size.width)
            row += 1
        }
        // A screen reader reads from the cursor.
        frame.cursor = (0, 0)
    }
}
