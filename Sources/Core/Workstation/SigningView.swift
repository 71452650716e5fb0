import TerminalUI

/// Everything that is missing, or the question whether to sign.
struct SigningView {
    let state: WorkstationState
    let selected: Int

    func draw(_ frame: inout Frame) {
        guard let reading = state.reading else { return }
        let gaps = Signing(state, reading).gaps
        if gaps.isEmpty {
            TextBox(
                title: "sign", text: summary(reading),
                footer: "\(state.key(.sign)) or Enter signs   Esc goes back"
            ).draw(&frame)
        } else {
            Menu(
                title: gaps.count == 1 ? "1 thing is missing" : "\(gaps.count) things are missing",
                lines: gaps.map { MenuLine(key: "", text: $0.sentence) }, selected: selected,
                footer: "Enter goes there   Esc goes back"
            ).draw(&frame)
        }
    }

    /// What is signed, and what a careful reader may still want to do.
    private func summary(_ reading: ReadingState) -> String {
        var lines = [
            "Everything that is needed is answered. After signing, answers change only by an amendment with a reason."
        ]
        if reading.unseenPercent > 0 {
            lines.append(
                "\(Sign.attention.character) \(reading.unseenPercent) % of the slices were not on screen."
            )
        }
        let warnings = reading.form.remarks(for: reading.audience)
            .filter { $0.severity == .warning }.map(\.sentence)
        lines += warnings.map { "\(Sign.attention.character) \($0)" }
        return lines.joined(separator: "\n\n")
    }
}
