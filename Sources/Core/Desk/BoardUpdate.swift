import TerminalUI

/// Decides what an action changes on the board, and what the world is asked to do.
public func update(_ state: inout BoardState, _ action: BoardAction) -> [BoardEffect] {
    var effects: [BoardEffect] = []
    switch action {
    case .key(let press): effects = takeKey(&state, press)
    case .scrolled(let lines): state.firstLine += lines
    case .resized(let size): state.size = size
    case .looked(let overview):
        state.overview = overview
        state.problem = nil
    case .failed(let sentence): state.problem = sentence
    }
    let layout = BoardLayout(state)
    state.firstLine = max(0, min(state.firstLine, layout.lastFirstLine))
    return effects
}

private func takeKey(_ state: inout BoardState, _ press: KeyPress) -> [BoardEffect] {
    state.notice = nil
    guard let command = KeyRow.command(press, in: BoardKeys.rows) else {
        state.notice = "\(press.caption(unicode: state.unicode)) does nothing here."
        return []
    }
    switch command {
    case .leave where state.showsHelp: state.showsHelp = false
    case .leave: return [.quit]
    case .help: state.showsHelp.toggle()
    case .look: return [.look]
    case .redraw: return [.redraw]
    default: state.firstLine = BoardLayout(state).firstLine(after: command)
    }
    return []
}

extension BoardLayout {
    /// Where the page begins after a command that moves it; not yet held to its end.
    fileprivate func firstLine(after command: BoardCommand) -> Int {
        let now = state.firstLine
        return switch command {
        case .up: now - 1
        case .down: now + 1
        case .pageUp: now - pageLength
        case .pageDown: now + pageLength
        case .first: 0
        case .last: lastFirstLine
        case .nextPart: headings.first { $0 > now } ?? lastFirstLine
        case .previousPart: headings.last { $0 < now } ?? 0
        default: now
        }
    }

    /// A line stays from one screenful to the next.
    private var pageLength: Int { max(1, body.height - 1) }

    private var headings: [Int] { lines.indices.filter { lines[$0].isHeading } }
}
