import Imaging
import ReaderStudies
import TerminalUI

/// Decides what an action changes in the test of a terminal, and what the world is asked to do.
public func update(_ state: inout PatternState, _ action: PatternAction) -> [PatternEffect] {
    switch action {
    case .key(let press): return takeKey(&state, press)
    case .resized(let size, let capabilities):
        take(&state, size, capabilities)
    case .asked(let size, let capabilities):
        take(&state, size, capabilities)
        state.notice =
            capabilities.answered
            ? .done(
                "The terminal answered; \(Renderer.name(state.graphics, capabilities)) is used.")
            : .attention("The terminal did not answer, cells used.")
    case .notKept(let sentence): state.notice = .refused(sentence)
    case .kept(let sentence): state.notice = .done(sentence)
    }
    return []
}

/// Answers hold for one way of showing greys in one size of pixels.
private func take(
    _ state: inout PatternState, _ size: Size, _ capabilities: TerminalCapabilities
) {
    let before = state.renderer
    let cell = state.cell
    state.size = size
    state.capabilities = capabilities
    if state.renderer != before || state.cell != cell { restart(&state) }
    if case .asking(let part) = state.place, !state.parts.contains(part) { state.place = .overview }
}

private func restart(_ state: inout PatternState) {
    state.answers = [:]
    state.place = .overview
}

private func takeKey(_ state: inout PatternState, _ press: KeyPress) -> [PatternEffect] {
    state.notice = nil
    guard let command = KeyRow.command(press, in: PatternKeys.rows) else {
        state.notice = .attention("\(press.caption(unicode: true)) does nothing here.")
        return []
    }
    switch command {
    case .leave: return [.quit]
    case .redraw: return [.redraw]
    case _ where !state.fits: return []
    case .graphics: return chooseNext(&state)
    case .ask: return [.askTerminal]
    case .next where state.place == .summary: return press.key == .enter ? [.keep] : []
    case .next: go(&state, by: 1)
    case .back: go(&state, by: -1)
    case .seen: answer(&state, .seen)
    case .notSeen: answer(&state, .notSeen)
    case .skip: answer(&state, .notAsked)
    }
    return []
}

private func answer(_ state: inout PatternState, _ answer: PatternAnswer) {
    if case .asking(let part) = state.place {
        state.answers[part] = answer == .notAsked ? nil : answer
    }
    go(&state, by: 1)
}

/// To the next or the previous question; the whole pattern stands before them, the answers after.
private func go(_ state: inout PatternState, by step: Int) {
    let places = [.overview] + state.parts.map(PatternState.Place.asking) + [.summary]
    let now = places.firstIndex(of: state.place) ?? 0
    state.place = places[min(max(now + step, 0), places.count - 1)]
}

/// The next way that this terminal can show, to be remembered for it.
private func chooseNext(_ state: inout PatternState) -> [PatternEffect] {
    let possible = GraphicsChoice(for: state.capabilities).reasons.filter(\.isPossible).map(\.mode)
    guard possible.count > 1, let now = possible.firstIndex(of: state.graphics) else {
        state.notice = .attention("This terminal can show greys in one way only.")
        return []
    }
    let next = possible[(now + 1) % possible.count]
    let hadAnswers = !state.answers.isEmpty
    state.wanted = next
    restart(&state)
    state.notice = .done(
        "\(next.rawValue) is used in this terminal from now on."
            + (hadAnswers ? " The questions begin anew." : ""))
    return [.remember(next)]
}
