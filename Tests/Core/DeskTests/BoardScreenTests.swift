import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Desk

/// Whole screens of the board as text, with their looks in 16 colours and in none.
@Suite struct BoardScreenTests {
    static let sizes = [
        Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
    ]

    private func board(_ size: Size, _ actions: BoardAction...) -> BoardState {
        var state = BoardState(size: size, seconds: 3)
        for action in actions { _ = update(&state, action) }
        return state
    }

    private func expect(_ state: BoardState, named name: String) {
        let grid = view(state).grid
        expectGolden(
            ([grid.text] + looks(grid, theme: sixteenColours)).joined(separator: "\n"),
            named: "\(name)-\(state.size.width)x\(state.size.height)")
    }

    @Test(arguments: sizes)
    func `a running study`(_ size: Size) {
        expect(board(size, .looked(SampleOverview.running)), named: "board")
    }

    @Test(arguments: sizes)
    func `the end of the page`(_ size: Size) {
        expect(
            board(size, .looked(SampleOverview.running), .key(KeyPress("G"))), named: "board-end")
    }

    @Test(arguments: sizes)
    func `a study that is locked`(_ size: Size) {
        var locked = SampleOverview.running
        locked.lines = [SampleOverview.line("R1", "T1w", signed: 30, medianMS: 252_000)]
        locked.readers = ["R1"]
        locked.arms = ["T1w"]
        locked.openings = [:]
        locked.deviations = []
        locked.isLocked = true

        expect(board(size, .looked(locked)), named: "board-locked")
    }

    @Test(arguments: sizes)
    func `the keys above the page`(_ size: Size) {
        expect(
            board(size, .looked(SampleOverview.running), .key(KeyPress("?"))), named: "board-help")
    }

    @Test(arguments: sizes)
    func `a store that cannot be read leaves what was seen, and says since when`(_ size: Size) {
        let problem =
            "The store folder /data/studies/sij-sct does not exist. Make it with `readingroom study create`."
        expect(
            board(size, .looked(SampleOverview.running), .failed(problem)), named: "board-problem")
    }
}
