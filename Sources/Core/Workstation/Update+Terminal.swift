import ReaderStudies
import TerminalUI

/// What happened to the terminal, not to the read.
func takeTerminal(_ state: inout WorkstationState, _ action: WorkstationAction) {
    switch action {
    case .resized(let size, let capabilities): resize(&state, size, capabilities)
    case .asked(let size, let capabilities):
        resize(&state, size, capabilities)
        state.notice = answerNotice(state)
    case .knownTerminal(let wanted, let pattern):
        state.pattern = pattern
        choose(&state, wanted)
    case .themed(let name):
        state.theme = name
        state.notice = .done(
            "The theme is \(name) until you leave. --theme \(name) begins with it.")
    case .notRemembered(let sentence): state.notice = .attention(sentence)
    default: break
    }
}

private func resize(
    _ state: inout WorkstationState, _ size: Size, _ capabilities: TerminalCapabilities
) {
    state.size = size
    state.reading?.drag = nil
    state.capabilities = capabilities
    choose(&state, state.wanted)
}

/// Takes the wanted way where the terminal can show it, or else its best.
private func choose(_ state: inout WorkstationState, _ wanted: GraphicsMode?) {
    let choice = GraphicsChoice(for: state.capabilities, wanted: wanted)
    state.wanted = wanted
    guard choice.mode != state.graphics else { return }
    state.graphics = choice.mode
    state.reading?.log.change()
}

private func answerNotice(_ state: WorkstationState) -> Notice {
    guard state.capabilities.answered else {
        return .attention(
            "The \(WorkstationState.unanswered). \(state.key(.graphics)), then p, asks again.")
    }
    let name = state.capabilities.name.isEmpty ? "The terminal" : state.capabilities.name
    return .done("\(name) answered; pictures are shown as \(Renderer.name(state)).")
}

/// A key in the list of the ways of showing greys.
func takeGraphicsKey(
    _ state: inout WorkstationState, _ index: Int?, _ press: KeyPress
) -> [WorkstationEffect] {
    if state.isKey(press, for: .graphics) {
        state.popup = nil
        return []
    }
    switch press.latinTwin ?? press {
    case KeyPress("p"):
        state.popup = nil
        return [.askTerminal]
    case KeyPress("a"): return chooseByHand(&state, nil)
    default: break
    }
    let modes = GraphicsMode.allCases
    guard let index, modes.indices.contains(index) else { return [] }
    return chooseByHand(&state, modes[index])
}

/// Takes a way by hand, or (`nil`) leaves the choice to the terminal; either is remembered.
private func chooseByHand(
    _ state: inout WorkstationState, _ mode: GraphicsMode?
) -> [WorkstationEffect] {
    if let mode,
        let refusal = GraphicsChoice(for: state.capabilities, wanted: mode).refusal(of: mode)
    {
        state.notice = .attention(refusal)
        return []
    }
    choose(&state, mode)
    state.popup = nil
    return [.rememberGraphics(mode)]
}
