import TerminalUI
import TestSupport
import Testing

@Suite struct PictureWriterTests {
    @Test
    func `a terminal that keeps sixteen pictures gets the older ones again before it forgets them`()
    {
        var writer = Self.writer(mostPictures: 16)
        var free = Self.writer(mostPictures: nil)
        let still = Self.sixel("still", x: 0)
        var (written, others) = (0, 0)
        for version in 0..<64 {
            let frame = Self.frame([still, Self.sixel("scrolled \(version)", x: 20)])
            written += Self.count("still", in: writer.write(frame).after)
            others += Self.count("still", in: free.write(frame).after)
        }
        // Never more than fifteen pictures come after it.
        #expect(others == 1 && written == 1 + 63 / 15)
    }

    private static func writer(mostPictures: Int?) -> PictureWriter {
        var sixel = SixelCapability()
        sixel.mostPictures = mostPictures
        let theme = Theme(
            id: "t", title: "T", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
            surround: RGB(0, 0, 0), styles: [:])
        return PictureWriter(
            painter: CellPainter(theme: theme, depth: .none, unicode: true),
            capabilities: TerminalCapabilities(cellWidthPX: 10, cellHeightPX: 20, sixel: sixel))
    }

    private static func sixel(_ name: String, x: Int) -> Picture {
        Picture(
            area: Rect(x: x, y: 0, width: 10, height: 5), kind: .sixel, rows: [Array(name.utf8)],
            identity: UInt64(bitPattern: Int64(name.hashValue)))
    }

    private static func frame(_ pictures: [Picture]) -> Frame {
        Frame(grid: CellGrid(size: Size(width: 40, height: 10)), pictures: pictures)
    }

    private static func count(_ name: String, in bytes: [UInt8]) -> Int {
        String(decoding: bytes, as: UTF8.self).ranges(of: name).count
    }

    private static let theme = Theme(
        id: "t", title: "T", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
        surround: RGB(0, 0, 0), styles: [:])
    private static let area = Rect(x: 2, y: 1, width: 6, height: 3)

    private func writer() -> PictureWriter {
        PictureWriter(
            painter: CellPainter(theme: Self.theme, depth: .none, unicode: true),
            capabilities: TerminalCapabilities(cellWidthPX: 10, cellHeightPX: 20))
    }

    private func frame(_ picture: Picture?, popup: Rect? = nil, title: String = "") -> Frame {
        var frame = Frame(grid: CellGrid(size: Size(width: 12, height: 6)))
        frame.pictures = picture.map { [$0] } ?? []
        if let popup { frame.popup(popup, title: title) }
        return frame
    }

    private func sixel(_ text: String, identity: UInt64) -> Picture {
        Picture(area: Self.area, kind: .sixel, rows: [Array(text.utf8)], identity: identity)
    }

    private func kitty(_ image: UInt32, identity: UInt64) -> Picture {
        Picture(
            area: Self.area, kind: .kitty(image: image), rows: [Array("<image \(image)>".utf8)],
            identity: identity)
    }

    private func cells(_ rows: [String], identity: UInt64) -> Picture {
        Picture(
            area: Self.area, kind: .cells, rows: rows.map { Array($0.utf8) }, identity: identity)
    }

    @Test func `a picture is written at its place, and the cursor comes back`() {
        var writer = writer()
        let output = writer.write(frame(sixel("PIC", identity: 1)))
        #expect(visible(output.after) == "\\e7\\e[2;3HPIC\\e8")
        #expect(output.before.isEmpty)
    }

    @Test func `an unchanged picture is not written again`() {
        var writer = writer()
        for picture in [
            sixel("PIC", identity: 1), kitty(3, identity: 2), cells(["a"], identity: 9),
        ] {
            _ = writer.write(frame(picture))
            do {
                let output = writer.write(frame(picture))
                #expect(output == PictureWriter.Output())
            }
            let popup = Rect(x: 0, y: 0, width: 5, height: 3)
            _ = writer.write(frame(picture, popup: popup))
            do {
                let output = writer.write(frame(picture, popup: popup))
                #expect(output == PictureWriter.Output())
            }
        }
    }

    @Test func `a picture of another identity is written`() {
        var writer = writer()
        _ = writer.write(frame(sixel("ONE", identity: 1)))
        let bytes = writer.write(frame(sixel("TWO", identity: 2))).after
        #expect(visible(bytes).contains("TWO"))
    }

    @Test func `a popup over a sixel picture gets real spaces before the cells are drawn`() {
        var writer = writer()
        _ = writer.write(frame(sixel("PIC", identity: 1)))
        let output = writer.write(
            frame(sixel("PIC", identity: 1), popup: Rect(x: 6, y: 2, width: 4, height: 2)))
        #expect(visible(output.before) == "\\e7\\e[m\\e[3;7H  \\e[4;7H  \\e8")
        #expect(output.after.isEmpty)
    }

    @Test func `closing a popup writes the sixel picture again`() {
        var writer = writer()
        _ = writer.write(
            frame(sixel("PIC", identity: 1), popup: Rect(x: 6, y: 2, width: 4, height: 2)))
        let output = writer.write(frame(sixel("PIC", identity: 1)))
        #expect(visible(output.after) == "\\e7\\e[2;3HPIC\\e8")
    }

    @Test func `a new picture under an open popup is followed by the popup`() {
        var writer = writer()
        let popup = Rect(x: 6, y: 1, width: 4, height: 2)
        _ = writer.write(frame(sixel("ONE", identity: 1), popup: popup))
        let output = writer.write(frame(sixel("TWO", identity: 2), popup: popup))
        #expect(
            visible(output.after)
                == "\\e7\\e[2;3HTWO\\e[2;7H\\e[0m\\xE2\\x94\\x8C\\xE2\\x94\\x80\\e[m"
                + "\\e[3;7H\\e[0m\\xE2\\x94\\x94\\xE2\\x94\\x80\\e[m\\e8")
    }

    @Test func `a sixel picture that leaves is overwritten with real spaces`() {
        var writer = writer()
        _ = writer.write(frame(sixel("PIC", identity: 1)))
        let output = writer.write(frame(nil))
        #expect(
            visible(output.before) == "\\e7\\e[m\\e[2;3H      \\e[3;3H      \\e[4;3H      \\e8")
        do {
            let output = writer.write(frame(nil))
            #expect(output == PictureWriter.Output())
        }
    }

    @Test func `a sixel picture that moves leaves no part behind`() {
        var writer = writer()
        _ = writer.write(frame(sixel("PIC", identity: 1)))
        var moved = sixel("PIC", identity: 1)
        moved.area.x += 2
        let output = writer.write(frame(moved))
        #expect(visible(output.before) == "\\e7\\e[m\\e[2;3H  \\e[3;3H  \\e[4;3H  \\e8")
        #expect(visible(output.after) == "\\e7\\e[2;5HPIC\\e8")
    }

    @Test func `of cells only the rows that changed are written`() {
        var writer = writer()
        _ = writer.write(frame(cells(["a", "b", "c"], identity: 1)))
        let output = writer.write(frame(cells(["a", "B", "c"], identity: 2)))
        #expect(visible(output.after) == "\\e7\\e[3;3HB\\e8")
    }

    @Test func `sixel strips of one row of cells are written one by one`() {
        var writer = writer()
        var strips = sixel("", identity: 1)
        strips.rows = ["r0", "r1", "r2"].map { Array($0.utf8) }
        let popup = Rect(x: 6, y: 3, width: 4, height: 2)
        _ = writer.write(frame(strips, popup: popup))
        let output = writer.write(frame(strips))
        #expect(visible(output.after) == "\\e7\\e[4;3Hr2\\e8")
    }

    @Test func `a popup over cells is drawn by the cells; closing it writes its rows`() {
        var writer = writer()
        let picture = cells(["a", "b", "c"], identity: 1)
        _ = writer.write(frame(picture))
        let popup = Rect(x: 4, y: 2, width: 3, height: 2)
        do {
            let output = writer.write(frame(picture, popup: popup))
            #expect(output == PictureWriter.Output())
        }
        let bytes = writer.write(frame(picture)).after
        #expect(visible(bytes) == "\\e7\\e[3;3Hb\\e[4;3Hc\\e8")
    }

    @Test func `a popup over a kitty picture crops it without new data`() {
        var writer = writer()
        _ = writer.write(frame(kitty(1, identity: 1)))
        let output = writer.write(
            frame(kitty(1, identity: 1), popup: Rect(x: 4, y: 2, width: 3, height: 9)))
        #expect(
            visible(output.after)
                == "\\e7\\e_Ga=d,d=i,i=1,q=2\\e\\\\"
                + "\\e[2;3H\\e_Ga=p,i=1,p=1,C=1,z=-1,x=0,y=0,w=60,h=20,q=2\\e\\\\"
                + "\\e[3;3H\\e_Ga=p,i=1,p=2,C=1,z=-1,x=0,y=20,w=20,h=40,q=2\\e\\\\"
                + "\\e[3;8H\\e_Ga=p,i=1,p=3,C=1,z=-1,x=50,y=20,w=10,h=40,q=2\\e\\\\\\e8")
    }

    @Test func `closing a popup over a kitty picture places it whole`() {
        var writer = writer()
        _ = writer.write(
            frame(kitty(1, identity: 1), popup: Rect(x: 4, y: 2, width: 3, height: 9)))
        let output = writer.write(frame(kitty(1, identity: 1)))
        #expect(
            visible(output.after)
                == "\\e7\\e_Ga=d,d=i,i=1,q=2\\e\\\\\\e[2;3H\\e_Ga=p,i=1,p=1,C=1,z=-1,q=2\\e\\\\\\e8"
        )
    }

    @Test func `a kitty picture that is replaced is deleted after the new one stands`() {
        var writer = writer()
        _ = writer.write(frame(kitty(1, identity: 1)))
        let output = writer.write(frame(kitty(2, identity: 2)))
        #expect(visible(output.after) == "\\e7\\e[2;3H<image 2>\\e8\\e_Ga=d,d=I,i=1,q=2\\e\\\\")
    }

    @Test func `a kitty picture that leaves is deleted with its data`() {
        var writer = writer()
        _ = writer.write(frame(kitty(7, identity: 1)))
        let bytes = writer.write(frame(nil)).after
        #expect(visible(bytes) == "\\e_Ga=d,d=I,i=7,q=2\\e\\\\")
    }

    @Test func `after clearing everything is written again`() {
        var writer = writer()
        _ = writer.write(frame(kitty(1, identity: 1)))
        let bytes = writer.clear()
        #expect(visible(bytes) == "\\e_Ga=d,d=A,q=2\\e\\\\")
        do {
            let output = writer.clear()
            #expect(output.isEmpty)
        }
        let again = writer.write(frame(kitty(1, identity: 1))).after
        #expect(!again.isEmpty)
        _ = writer.write(frame(sixel("PIC", identity: 1)))
        do {
            let output = writer.clear()
            #expect(output.isEmpty)
        }
    }

    @Test func `what is left of a rectangle without others covers each cell once`() {
        var random = SplitMix(seed: 3)
        func rect() -> Rect {
            Rect(
                x: Int(random.next() % 8), y: Int(random.next() % 8),
                width: Int(random.next() % 8), height: Int(random.next() % 8))
        }
        for _ in 0..<300 {
            let (whole, holes) = (rect(), [rect(), rect()])
            let parts = whole.subtracting(holes)
            for row in 0..<16 {
                for column in 0..<16 {
                    let wanted =
                        whole.contains(column: column, row: row)
                        && !holes.contains { $0.contains(column: column, row: row) }
                    let covering = parts.filter { $0.contains(column: column, row: row) }.count
                    #expect(covering == (wanted ? 1 : 0))
                }
            }
        }
    }
}
