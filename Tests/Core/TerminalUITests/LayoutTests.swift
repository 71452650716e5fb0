import TerminalUI
import TestSupport
import Testing

@Suite struct LayoutTests {
    private let screen = Size(width: 80, height: 24).bounds

    @Test func `a screen splits into lines, image and form without a gap`() {
        let (top, rest) = screen.split(top: 1)
        let (body, bottom) = rest.split(bottom: 2)
        let (image, form) = body.split(right: 29)
        #expect(top == Rect(x: 0, y: 0, width: 80, height: 1))
        #expect(image == Rect(x: 0, y: 1, width: 51, height: 21))
        #expect(form == Rect(x: 51, y: 1, width: 29, height: 21))
        #expect(bottom == Rect(x: 0, y: 22, width: 80, height: 2))
    }

    @Test func `a split never gives more than there is`() {
        #expect(screen.split(left: 100).rest.isEmpty)
        #expect(screen.split(top: -3).top.isEmpty)
    }

    @Test func `columns share the width, the first get the rest`() {
        let columns = Rect(x: 2, y: 1, width: 11, height: 3).columns(3, gap: 1)
        #expect(columns.map(\.width) == [3, 3, 3])
        #expect(columns.map(\.x) == [2, 6, 10])
        #expect(Rect(x: 0, y: 0, width: 5, height: 1).columns(2).map(\.width) == [3, 2])
        #expect(screen.columns(0) == [])
    }

    @Test func `rows share the height`() {
        #expect(Rect(x: 0, y: 3, width: 1, height: 5).rows(2).map(\.y) == [3, 6])
        #expect(screen.rows(0) == [])
    }

    @Test func `a popup stands in the middle and fits`() {
        #expect(
            screen.centered(Size(width: 40, height: 10)) == Rect(x: 20, y: 7, width: 40, height: 10)
        )
        #expect(screen.centered(Size(width: 400, height: 100)) == screen)
    }

    @Test func `two rectangles meet in the cells of both`() {
        let left = Rect(x: 0, y: 0, width: 5, height: 5)
        #expect(
            left.intersection(Rect(x: 3, y: 4, width: 9, height: 9))
                == Rect(x: 3, y: 4, width: 2, height: 1))
        #expect(left.intersection(Rect(x: 7, y: 0, width: 2, height: 2)).isEmpty)
        #expect(left.contains(column: 4, row: 4))
        #expect(!left.contains(column: 5, row: 4))
        #expect(left.inset(columns: 1, rows: 2) == Rect(x: 1, y: 2, width: 3, height: 1))
        #expect(left.inset(columns: 9, rows: 9).isEmpty)
    }
}
