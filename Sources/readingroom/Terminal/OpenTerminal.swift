import TerminalCurses
import TerminalUI

/// A screen with what is remembered of its terminal.
struct OpenTerminal {
    /// The screen.
    let screen: CursesScreen
    /// What was chosen on the command line.
    let asked: GraphicsMode?
    /// What makes the screen one's own.
    var comfort = Comfort()

    /// The memory as it is on disk now.
    var memory: TerminalMemory { .standard }

    /// The way of showing greys that a hand chose: on the command line, or in this terminal before.
    func graphics(_ memory: TerminalMemory) -> GraphicsMode? {
        asked ?? memory[screen.capabilities.key]?.mode
    }

    /// The test pattern, until the reader leaves it.
    func showTestPattern() throws {
        let memory = memory
        try PatternLoop(screen: screen, terminals: memory, graphics: graphics(memory)).run()
    }

    /// The loop of the reading screen on this terminal.
    func loop(_ runner: EffectRunner) -> ReadingLoop {
        let memory = memory
        return ReadingLoop(
            screen: screen, runner: runner, graphics: graphics(memory), comfort: comfort,
            terminals: memory)
    }
}
