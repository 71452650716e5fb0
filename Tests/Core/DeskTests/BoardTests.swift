import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Desk

/// What keys and news do to the board.
@Suite struct BoardTests {
    private var state = BoardState(size: Size(width: 80, height: 24), seconds: 3)

    init() { _ = update(&state, .looked(SampleOverview.running)) }

    private var text: String { view(state).grid.text }

    @discardableResult private mutating func press(_ keys: KeyPress...) -> [BoardEffect] {
        keys.flatMap { update(&state, .key($0)) }
    }

    @Test mutating func `arrows, pages and ends move the page, and never past its ends`() {
        press(KeyPress(.up))
        #expect(state.firstLine == 0)
        press(KeyPress(.down), KeyPress("j"))
        #expect(state.firstLine == 2)
        press(KeyPress(.end))
        let end = state.firstLine
        #expect(end > 2 && text.contains("The last of 2 refused requests of R3."))
        press(KeyPress(.pageDown), KeyPress(" "))
        #expect(state.firstLine == end)
        press(KeyPress(.pageUp), KeyPress(.home))
        #expect(state.firstLine == 0)
        _ = update(&state, .scrolled(3))
        #expect(state.firstLine == 3)
    }

    @Test mutating func `Tab goes from heading to heading`() {
        press(KeyPress(.tab))
        #expect(text.split(separator: "\n")[1].contains("reads "))
        press(KeyPress(.tab), KeyPress(.backTab))
        #expect(text.split(separator: "\n")[1].contains("reads "))
        press(KeyPress(.backTab))
        #expect(state.firstLine == 0)
    }

    @Test mutating func `q and Esc close, and a list of keys before the board`() {
        press(KeyPress("?"))
        #expect(text.contains("keys: board"))
        #expect(press(KeyPress(.escape)) == [])
        #expect(!text.contains("keys: board"))
        #expect(press(KeyPress(.escape)) == [.quit] && press(KeyPress("q")) == [.quit])
        #expect(press(KeyPress("й")) == [.quit])
    }

    @Test mutating func `a key without meaning says so until the next`() {
        press(KeyPress("x"))
        #expect(text.contains("! x does nothing here."))
        #expect(press(KeyPress("r")) == [.look])
        #expect(!text.contains("does nothing"))
    }

    @Test mutating func `news keep the place, and a page that became shorter is not left empty`() {
        press(KeyPress(.end))
        var short = SampleOverview.running
        short.deviations = []
        short.openings = [:]

        _ = update(&state, .looked(short))

        #expect(state.firstLine == BoardLayout(state).lastFirstLine)
        #expect(text.contains("None."))
    }

    @Test mutating func `a failure keeps what was seen and the next look takes it away`() {
        _ = update(&state, .failed("The disk is gone."))
        #expect(text.contains("! The disk is gone.") && text.contains("as it stood at 14:05:12"))
        #expect(text.contains("12/30"))
        _ = update(&state, .looked(SampleOverview.running))
        #expect(!text.contains("The disk is gone."))
    }

    @Test func `before the first look nothing is claimed`() {
        var fresh = BoardState(size: Size(width: 80, height: 24), seconds: 3)
        #expect(view(fresh).grid.text.contains("The store is looked at."))
        _ = update(&fresh, .failed("The store folder x does not exist."))
        #expect(view(fresh).grid.text.contains("Nothing was seen yet."))
        #expect(view(fresh).grid.text.contains("x does not exist."))
    }

    @Test mutating func `a screen too small says what it needs, and q still closes`() {
        _ = update(&state, .resized(Size(width: 40, height: 10)))
        #expect(text.contains("Make it larger."))
        #expect(press(KeyPress("q")) == [.quit])
    }

    @Test func `every read has a sign while there is room, and every state one when there is none`()
    {
        #expect(ReadsBar.shares([3, 0, 2], width: 9) == [3, 0, 2])
        #expect(ReadsBar.shares([1000, 1, 0, 1], width: 10) == [8, 1, 0, 1])
        #expect(ReadsBar.shares([50, 50], width: 9).reduce(0, +) == 9)
        #expect(ReadsBar.shares([500, 300, 200], width: 10) == [5, 3, 2])
        #expect(ReadsBar.shares([9, 9, 9, 9, 9], width: 3) == [1, 1, 1, 1, 1])
    }

    @Test func `fifty readers and their weeks are all on the page at 80 columns`() {
        var many = SampleOverview.running
        many.readers = (1...50).map { ReaderID("R\($0)") }
        many.lines = many.readers.flatMap { reader in
            many.arms.map { SampleOverview.line(reader, $0, signed: 400, waiting: 600) }
        }
        many.openings = Dictionary(
            uniqueKeysWithValues: (1...20).map { (SampleOverview.today + $0 * 7, ["R50": $0]) })

        let page = BoardPage(overview: many, width: 77).lines

        let texts = page.map { $0.spans.map(\.text).joined() }
        #expect(texts.count { $0.hasPrefix("R50 ") } > 4)
        #expect(texts.allSatisfy { $0.count <= 79 })
        for week in 1...20 {
            let name = BoardPage.dayAndMonth(BoardPage.monday(of: SampleOverview.today + week * 7))
            #expect(texts.contains { $0.contains(name) }, "\(name)")
        }
    }

    @Test func `weeks begin on Monday`() {
        #expect(
            UTCInstant(day: BoardPage.monday(of: SampleOverview.today)).dateText == "2026-11-16")
        #expect(BoardPage.monday(of: 4) == 4 && BoardPage.monday(of: 3) == -3)
        #expect(BoardPage.dayAndMonth(SampleOverview.today) == "22 Nov")
    }

    @Test func `active time is minutes and seconds, cut and not rounded up`() {
        #expect(BoardPage.minutes(761_999) == "12:41" && BoardPage.minutes(59_900) == "0:59")
    }

    @Test func `without Unicode the keys are words`() {
        var plain = BoardState(size: Size(width: 80, height: 24), unicode: false, seconds: 3)
        _ = update(&plain, .key(KeyPress("?")))
        #expect(view(plain).grid.text.contains("Up Down scroll"))
    }
}
