import Foundation
import ReaderStudies
import TerminalUI
import Workstation

/// The event loop of the test of a terminal.
final class PatternLoop {
    /// The state after the last action.
    private(set) var state: PatternState
    /// What was kept; `nil` when the reader left without.
    private(set) var kept: PatternTest?
    private let screen: any Screen
    /// What is remembered of terminals after what was kept.
    private(set) var terminals: TerminalMemory
    private let day: () -> String
    private var memory = PatternMemory()
    private var hasEnded = false

    /// A loop on `screen`; `day` gives today in UTC, as `2026-11-21`.
    init(
        screen: any Screen, terminals: TerminalMemory, graphics: GraphicsMode? = nil,
        day: @escaping () -> String = PatternLoop.today
    ) {
        self.screen = screen
        self.terminals = terminals
        self.day = day
        state = PatternState(
            size: screen.size, capabilities: screen.capabilities, graphics: graphics)
    }

    /// Today in UTC, as `2026-11-21`.
    static func today() -> String { Date().formatted(.iso8601.year().month().day()) }

    /// Runs until the reader leaves or the terminal is gone.
    func run() throws(ScreenError) {
        while !hasEnded {
            try screen.show(view(state, memory: &memory))
            try take(try screen.nextEvent(within: nil))
        }
    }

    private func take(_ event: ScreenEvent) throws(ScreenError) {
        switch event {
        case .key(let press): try apply(.key(press))
        case .resized(let size):
            memory.forget()
            try apply(.resized(size, screen.capabilities))
        case .closed: hasEnded = true
        default: break
        }
    }

    private func apply(_ action: PatternAction) throws(ScreenError) {
        for effect in update(&state, action) {
            switch effect {
            case .quit: hasEnded = true
            case .redraw: memory.forget()
            case .keep: try keep()
            case .remember(let mode): try remember(mode)
            case .askTerminal:
                let size = try screen.lookAgain()
                memory.forget()
                try apply(.asked(size, screen.capabilities))
            }
        }
    }

    private func keep() throws(ScreenError) {
        let record = state.record(day: day())
        do throws(Refusal) {
            try terminals.keep(record, in: screen.capabilities.key)
            kept = record
            hasEnded = true
        } catch {
            try apply(.notKept("Not kept: \(error.description)"))
        }
    }

    private func remember(_ mode: GraphicsMode) throws(ScreenError) {
        do throws(Refusal) {
            try terminals.remember(mode, in: screen.capabilities.key)
        } catch {
            try apply(.notKept("For this time only: \(error.description)"))
        }
    }
}
