import TerminalUI

/// The page of the board, and where it stands on the screen.
struct BoardLayout {
    let state: BoardState
    /// The page, line by line.
    let lines: [BoardLine]
    /// Why the store could not be read, wrapped; it stands above the bottom lines.
    let problem: [String]
    /// The cells of the page.
    let body: Rect

    init(_ state: BoardState) {
        self.state = state
        let width = max(1, state.size.width - 3)
        lines = state.overview.map { BoardPage(overview: $0, width: width).lines } ?? []
        let sentence = state.problem.map { "\(Sign.attention.character) \($0)" }
        problem = sentence.map { Array(TextFitting.wrap($0, width: width).prefix(4)) } ?? []
        body = Rect(
            x: 1, y: 2, width: width, height: max(0, state.size.height - 4 - problem.count))
    }

    /// The last line at which the page may begin: never an empty rest.
    var lastFirstLine: Int { max(0, lines.count - body.height) }

    /// The lines that are shown.
    var shown: Range<Int> {
        state
            .firstLine..<max(
                state.firstLine, min(lines.count, state.firstLine + body.height))
    }
}
