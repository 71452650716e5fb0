import TerminalUI

/// Draws the state: cells first, then pictures.
///
/// Pure but for `memory`, which only saves making the same picture twice.
///
/// - Parameters:
///   - state: What is drawn.
///   - memory: Pictures made before, and what was said of them.
///   - link: What is known of the way to the terminal; pictures that do not fit it are drawn as previews.
///   - isResting: Whether no key has come for a while, so that previews become full pictures.
public func view(
    _ state: WorkstationState, memory: inout PictureMemory, link: Link? = nil,
    isResting: Bool = true
) -> Frame {
    memory.pace = PicturePace(link: link, isResting: isResting)
    var frame = Frame(grid: CellGrid(size: state.size))
    if state.isLinear {
        LinearView(state: state).draw(&frame, &memory.spoken)
        return frame
    }
    guard state.fits else {
        drawTooSmall(state, &frame)
        return frame
    }
    if state.popup == .paused {
        PauseView(state: state).draw(&frame)
        return frame
    }
    switch state.screen {
    case .starting: break
    case .worklist(let status): WorklistView(state: state, status: status).draw(&frame)
    case .reading(let reading):
        ReadingView(state: state, reading: reading).draw(&frame, memory: &memory)
    }
    KeyLine(state: state).draw(&frame)
    if let popup = state.popup {
        PopupView(state: state, popup: popup, link: linkText(state, memory)).draw(&frame)
    }
    return frame
}

/// What is known of the way to the terminal, with what the pictures on the screen cost on it.
func linkText(_ state: WorkstationState, _ memory: PictureMemory) -> LinkText? {
    memory.pace.link.map {
        LinkText(link: $0, bytes: memory.expectedBytes, graphics: state.graphics)
    }
}

/// Makes the pictures of a state that will probably be shown soon, so that they are there when it is.
public func prepare(
    _ state: WorkstationState, memory: inout PictureMemory, link: Link?, isResting: Bool
) {
    memory.prepare { _ = view(state, memory: &$0, link: link, isResting: isResting) }
}

/// One sentence instead of a screen on which nobody can read.
private func drawTooSmall(_ state: WorkstationState, _ frame: inout Frame) {
    let least = WorkstationState.smallest
    let sentence =
        "The terminal is \(state.size.width) × \(state.size.height); reading needs "
        + "\(least.width) × \(least.height). Make it larger. \(state.key(.leave)) leaves; your draft is kept."
    frame.grid.writeWrapped(sentence, in: state.size.bounds, role: .attention)
}
