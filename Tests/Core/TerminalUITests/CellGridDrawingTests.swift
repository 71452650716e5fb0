import TerminalUI
import TestSupport
import Testing

@Suite struct CellGridDrawingTests {
    private func grid(_ width: Int, _ height: Int) -> CellGrid {
        CellGrid(size: Size(width: width, height: height))
    }

    @Test func `text stands left, in the middle or right, and a cut is shown`() {
        var grid = grid(12, 4)
        grid.write("left", column: 0, row: 0, width: 12)
        grid.write("mid", column: 0, row: 1, width: 12, align: .center)
        grid.write("12:41", column: 0, row: 2, width: 12, align: .trailing)
        grid.write("a sentence that is long", column: 2, row: 3)
        expectScreen(
            grid,
            """
            left
                mid
                   12:41
              a sentenc…
            """)
    }

    @Test func `writing tells the column after the text`() {
        var grid = grid(20, 1)
        let end = grid.write("日本", column: 2, row: 0)
        #expect(end == 6)
        #expect(grid[3, 0].character == nil)
    }

    @Test func `overwriting half of a wide character blanks the other half`() {
        var grid = grid(6, 2)
        grid.write("日本", column: 0, row: 0)
        grid.write("日本", column: 0, row: 1)
        grid.write("x", column: 1, row: 0)
        grid.write("x", column: 2, row: 1)
        expectScreen(
            grid,
            """
             x本
            日x
            """)
        #expect(grid[3, 1].character == " ")
    }

    @Test func `a wide character that sticks out is not shown`() {
        var grid = grid(3, 1)
        grid[2, 0] = Cell("日")
        #expect(grid[2, 0].character == " ")
        grid.write("ab日", column: 0, row: 0)
        #expect(grid.text == "ab…")
    }

    @Test func `half of a wide character without the other is a space`() {
        var grid = grid(3, 1)
        grid[1, 0] = Cell(nil)
        #expect(grid[1, 0].character == " ")
    }

    @Test func `writing outside the grid does nothing`() {
        var grid = grid(4, 2)
        grid.write("abcdef", column: -2, row: 0, width: 6)
        grid.write("never", column: 0, row: 9)
        grid.fill(Rect(x: 3, y: 1, width: 9, height: 9), with: Cell("#"))
        expectScreen(
            grid,
            """
            cdef
               #
            """)
    }

    @Test func `lines cross with a cross`() {
        var grid = grid(5, 3)
        grid.verticalLine(column: 2, row: 0, length: 3)
        grid.horizontalLine(column: 0, row: 1, length: 5)
        grid.verticalLine(column: 4, row: 0, length: 3)
        expectScreen(
            grid,
            """
              │ │
            ──┼─┼
              │ │
            """)
    }

    @Test func `a box has a title, is blank inside, and has an ASCII twin`() {
        var grid = grid(16, 4)
        grid.fill(grid.size.bounds, with: Cell("x"))
        let inner = grid.box(Rect(x: 1, y: 0, width: 14, height: 4), title: "Help")
        grid.write("signed ●", column: inner.x, row: inner.y, width: inner.width)
        expectScreen(
            grid,
            """
            x┌─ Help ─────┐x
            x│ signed ●   │x
            x│            │x
            x└────────────┘x
            """)
        expectScreen(
            grid.asciiTwin,
            """
            x+- Help -----+x
            x| signed X   |x
            x|            |x
            x+------------+x
            """)
    }

    @Test func `a box without room draws nothing`() {
        var grid = grid(3, 3)
        let inner = grid.box(Rect(x: 0, y: 0, width: 1, height: 3))
        #expect(inner.isEmpty)
        #expect(grid == self.grid(3, 3))
    }

    @Test func `a popup of a frame floats above pictures`() {
        var frame = Frame(grid: grid(10, 6))
        let inner = frame.popup(Rect(x: 4, y: 2, width: 20, height: 3), title: "a")
        #expect(frame.popups == [Rect(x: 4, y: 2, width: 6, height: 3)])
        #expect(inner == Rect(x: 6, y: 3, width: 16, height: 1))
    }

    @Test func `a grid is copied into another`() {
        var small = grid(4, 1)
        small.write("日a", column: 0, row: 0)
        var grid = grid(6, 2)
        grid.draw(small, column: 1, row: 1)
        grid.draw(small, column: 4, row: 0)
        expectScreen(
            grid,
            """
                日
             日a
            """)
    }

    @Test func `wrapped text fills a rectangle and no more`() {
        var grid = grid(9, 3)
        let used = grid.writeWrapped(
            "Case C07 has no CT in this arm.", in: Rect(x: 1, y: 0, width: 8, height: 2))
        #expect(used == 2)
        expectScreen(
            grid,
            """
             Case C07
             has no
            """)
    }
}
