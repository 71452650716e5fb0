import Instruments
import ReaderStudies
import TerminalUI

/// What floats over the screen.
struct PopupView {
    let state: WorkstationState
    let popup: Popup
    /// What is known of the way to the terminal.
    var link: LinkText?

    func draw(_ frame: inout Frame) {
        switch popup {
        case .help(let editor, let first):
            HelpView(state: state, filter: editor, firstLine: first).draw(&frame)
        case .palette(let editor, let selected):
            PaletteView(state: state, editor: editor, selected: selected).draw(&frame)
        case .definitions(let first): drawDefinitions(first, &frame)
        case .consequences(let first): drawConsequences(first, &frame)
        case .reasons(let key, let selected): drawReasons(key, selected, &frame)
        case .otherReason(_, let editor):
            drawLine("not assessable: why", editor, "Enter saves   Esc cancels", &frame)
        case .choices(let key, let selected): drawChoices(key, selected, &frame)
        case .text(let key, let editor):
            drawLine(question(key)?.label ?? "", editor, "Enter saves   Esc cancels", &frame)
        case .signing(let selected): SigningView(state: state, selected: selected).draw(&frame)
        case .withdrawing(let site): drawWithdrawing(site, &frame)
        case .amending(let editor):
            drawLine(
                "reopen the last signed read: why", editor,
                "Enter reopens; what was signed stays   Esc cancels", &frame)
        case .measurements(let selected): drawMeasurements(selected, &frame)
        case .paused: break
        case .themes(let selected): drawThemes(selected, &frame)
        case .graphics(let selected): drawGraphics(selected, &frame)
        }
    }

    private func question(_ key: ItemKey) -> Question? { state.reading?.form.question(key) }

    private func drawReasons(_ key: ItemKey?, _ selected: Int, _ frame: inout Frame) {
        let title = key.flatMap(question)?.label ?? "all open findings"
        let lines = ReasonMenu.entries.enumerated().map { index, entry in
            MenuLine(key: "\(index + 1)", text: entry.caption)
        }
        Menu(
            title: "not assessable: \(title)", lines: lines, selected: selected,
            footer: "digit or Enter chooses   Esc cancels"
        ).draw(&frame)
    }

    private func drawChoices(_ key: ItemKey, _ selected: Int?, _ frame: inout Frame) {
        guard let question = question(key) else { return }
        let lines = question.choices.enumerated().map { index, choice in
            MenuLine(
                key: Self.key(of: choice, at: index, in: question.choices), text: choice.label)
        }
        let canRefuse = question.item.allowsNotAssessable
        guard selected == nil, let reading = state.reading else {
            return Menu(
                title: question.label, lines: lines, selected: selected,
                footer: "Enter chooses" + (canRefuse ? "   n not assessable" : "")
                    + "   Esc cancels"
            ).draw(&frame)
        }
        Menu(
            title: question.label, lines: lines, selected: nil,
            area: ReadingLayout(state, reading).form,
            footer: canRefuse ? "n not assessable" : "a key answers"
        ).draw(&frame)
    }

    /// The key that chooses a line: its own, or a digit.
    private static func key(of choice: Choice, at index: Int, in choices: [Choice]) -> String {
        if let key = choice.key { return String(key) }
        let digit = (0...9).first { Choice.at($0, in: choices) == choice }
        return digit.map(String.init) ?? ""
    }

    private func drawWithdrawing(_ site: SiteID, _ frame: inout Frame) {
        let text =
            "\(site) and its answers are withdrawn. The record keeps them; the number is not used again."
        TextBox(title: "withdraw \(site)", text: text, footer: "Enter withdraws   Esc keeps it")
            .draw(&frame)
    }

    private func drawGraphics(_ selected: Int, _ frame: inout Frame) {
        let reasons = GraphicsChoice(for: state.capabilities).reasons
        let lines = reasons.enumerated().map { index, reason in
            MenuLine(
                key: "\(index + 1)", text: "\(reason.mode.rawValue): \(reason.sentence)",
                isDim: !reason.isPossible)
        }
        Menu(
            title: "graphics", lines: lines, selected: selected,
            notes: [link?.summary, link?.advice].compactMap(\.self),
            footer: "digit or Enter chooses   a automatic   p asks again   Esc cancels"
        ).draw(&frame)
    }

    private func drawThemes(_ selected: Int, _ frame: inout Frame) {
        let lines = state.themes.enumerated().map { index, name in
            MenuLine(
                key: index < 9 ? "\(index + 1)" : "",
                text: name == state.theme ? "\(name) (now)" : name)
        }
        Menu(
            title: "theme", lines: lines, selected: selected,
            footer: "digit or Enter chooses   Esc cancels"
        ).draw(&frame)
    }

    private func drawDefinitions(_ first: Int, _ frame: inout Frame) {
        guard let key = state.reading?.question, let question = question(key) else { return }
        TextBox(
            title: question.item.label, text: DefinitionText.text(of: question), firstLine: first,
            footer: "arrows scroll   Esc closes"
                + (state.reading?.instrument.examples == nil
                    ? "" : "   \(state.key(.examples)) drawn examples")
        ).draw(&frame)
    }

    private func drawConsequences(_ first: Int, _ frame: inout Frame) {
        TextBox(
            title: ConsequencesView.title,
            text: state.consequences?.sentences.joined(separator: "\n") ?? "", firstLine: first,
            footer: "arrows scroll   Esc closes"
        ).draw(&frame)
    }

    private func drawLine(
        _ title: String, _ editor: LineEditor, _ footer: String, _ frame: inout Frame
    ) {
        let width = min(72, state.size.width - 4)
        let inside = frame.popup(
            Rect.centered(width: width, height: 5, in: state.size), title: title)
        let area = Rect(x: inside.x, y: inside.y + 1, width: inside.width, height: 1)
        frame.cursor = frame.grid.inputLine(editor.line, in: area)
        frame.grid.write(footer, column: inside.x, row: inside.maxY - 1, role: .dim)
    }
}

/// The definition of a question as text.
enum DefinitionText {
    static func text(of question: Question) -> String {
        var text =
            question.item.help.isEmpty ? "No definition is written for this." : question.item.help
        if !question.choices.isEmpty, !question.item.kind.isFinding {
            text += "\n\n" + question.choices.map(\.label).joined(separator: "\n")
        }
        return text
    }
}
