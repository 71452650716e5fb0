import Desk
import TerminalUI

/// Where the board gets its news.
protocol BoardSource: AnyObject {
    /// What was found since the last call; `nil` for nothing new.
    func news() -> BoardAction?
    /// Looks again as soon as can be.
    func hurry()
}

/// The event loop of the coordinator's board.
final class BoardLoop {
    /// The state after the last action.
    private(set) var state: BoardState
    private let screen: any Screen
    private let source: any BoardSource
    private var hasEnded = false

    /// Lines for one turn of the wheel.
    private static let wheel = 3

    /// A loop on `screen`; `seconds` is the time between two looks of `source`.
    init(screen: any Screen, seconds: Int, source: any BoardSource) {
        self.screen = screen
        self.source = source
        state = BoardState(
            size: screen.size, unicode: screen.capabilities.unicode, seconds: seconds)
    }

    /// Runs until the coordinator leaves or the terminal is gone.
    func run() throws(ScreenError) {
        while !hasEnded {
            if let news = source.news() { try apply(news) }
            try screen.show(view(state))
            try take(try screen.nextEvent(within: .milliseconds(200)))
        }
    }

    private func take(_ event: ScreenEvent) throws(ScreenError) {
        switch event {
        case .key(let press): try apply(.key(press))
        case .mouse(let mouse) where mouse.kind == .wheelUp: try apply(.scrolled(-Self.wheel))
        case .mouse(let mouse) where mouse.kind == .wheelDown: try apply(.scrolled(Self.wheel))
        case .resized(let size): try apply(.resized(size))
        case .closed: hasEnded = true
        default: break
        }
    }

    private func apply(_ action: BoardAction) throws(ScreenError) {
        for effect in update(&state, action) {
            switch effect {
            case .quit: hasEnded = true
            case .look: source.hurry()
            case .redraw: try apply(.resized(try screen.lookAgain()))
            }
        }
    }
}
