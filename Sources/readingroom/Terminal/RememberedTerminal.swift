import ReaderStudies
import TerminalUI

/// What is remembered of one terminal, by its own answers and never by the name of a host.
struct RememberedTerminal: Codable, Equatable {
    /// XTVERSION and DA1.
    let key: String
    /// `TERM` when it answered last.
    var term = ""
    /// Whether it was at the other end of SSH then.
    var overSSH = false
    /// The longest that it took to answer, in milliseconds.
    var fenceMS = 0.0
    /// The way of showing greys that a hand chose, by its name.
    var graphics: String?
    /// What the reader saw of the test pattern, the last time.
    var pattern: PatternTest?

    /// The chosen way, when this program still knows it.
    var mode: GraphicsMode? { graphics.flatMap(GraphicsMode.init) }

    /// What a read says of the pattern.
    var record: PatternTestRecord { pattern.map { .made(test: $0) } ?? .never }
}
