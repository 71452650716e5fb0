import TerminalUI
import TestSupport
import Testing

@Suite struct ThemeTests {
    private let theme = Theme(
        id: "t", title: "T", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
        surround: RGB(0x33, 0x33, 0x33),
        styles: [
            .text: RoleStyle(color: ThemeColor(RGB(0xB2, 0xB2, 0xB2), sixteen: .white)),
            .refused: RoleStyle(
                color: ThemeColor(RGB(255, 0x87, 0x87), sixteen: .brightRed),
                attributes: .underlined, plain: [.bold, .reversed]),
        ])

    @Test func `a role has a look for every number of colours`() {
        let cell = Cell("x", role: .refused)
        #expect(
            theme.look(of: cell, depth: .truecolor)
                == CellLook(
                    foreground: .rgb(RGB(255, 0x87, 0x87)), background: .rgb(RGB(0, 0, 0)),
                    attributes: .underlined))
        #expect(theme.look(of: cell, depth: .palette256).foreground == .palette(210))
        #expect(theme.look(of: cell, depth: .sixteen).foreground == .palette(9))
        #expect(
            theme.look(of: cell, depth: .none)
                == CellLook(
                    foreground: .standard, background: .standard, attributes: [.bold, .reversed]))
    }

    @Test func `focus is seen on a role that is reversed already`() {
        let plain = theme.look(of: Cell(role: .refused), depth: .none)
        let focus = theme.look(of: Cell(role: .refused, reversed: true), depth: .none)
        #expect(plain != focus)
    }

    @Test func `a role without a style looks like text`() {
        #expect(theme.style(of: .dim) == theme.style(of: .text))
        let bare = Theme(
            id: "b", title: "B", background: theme.background, surround: RGB(0, 0, 0), styles: [:])
        #expect(bare.style(of: .dim).color.sixteen == .white)
    }

    @Test func `the palette of 256 has the colours of its formula`() {
        #expect(RGB(paletteEntry: 16) == RGB(0, 0, 0))
        #expect(RGB(paletteEntry: 110) == RGB(135, 175, 215))
        #expect(RGB(paletteEntry: 255) == RGB(238, 238, 238))
        #expect(RGB(paletteEntry: 15) == nil)
        for entry in 16...255 {
            let rgb = RGB(paletteEntry: entry)
            #expect(rgb.flatMap { RGB(paletteEntry: $0.nearestPaletteEntry) } == rgb)
        }
    }

    @Test func `contrast runs from 1 to 21 as WCAG says`() {
        #expect(RGB(0, 0, 0).contrast(with: RGB(255, 255, 255)) == 21)
        #expect(RGB(9, 9, 9).contrast(with: RGB(9, 9, 9)) == 1)
        let grey = RGB(0x76, 0x76, 0x76).contrast(with: RGB(255, 255, 255))
        #expect(abs(grey - 4.54) < 0.01)
    }

    @Test func `a colour is read from its hexadecimal form only`() {
        #expect(RGB(hexadecimal: "#5fd7FF") == RGB(0x5F, 0xD7, 0xFF))
        for wrong in ["5fd7ff", "#5fd7f", "#5fd7fff", "#-12345", "#5fd7fg", ""] {
            #expect(RGB(hexadecimal: wrong) == nil)
        }
    }

    @Test func `cells become bytes with their look, once for each run`() {
        var grid = CellGrid(size: Size(width: 6, height: 2))
        grid.write("a日", column: 0, row: 0)
        grid.write("!", column: 3, row: 0, role: .refused, bold: true)
        let area = Rect(x: 0, y: 0, width: 5, height: 1)

        func bytes(_ depth: ColorDepth, unicode: Bool = true) -> String {
            visible(
                CellPainter(theme: theme, depth: depth, unicode: unicode)
                    .bytes(for: grid, in: area))
        }

        #expect(
            bytes(.sixteen, unicode: false)
                == "\\e[1;1H\\e[0;37;40ma??\\e[0;1;4;91;40m!\\e[0;37;40m \\e[m")
        #expect(bytes(.none) == "\\e[1;1H\\e[0ma\\xE6\\x97\\xA5\\e[0;1;7m!\\e[0m \\e[m")
        #expect(
            bytes(.palette256).hasPrefix("\\e[1;1H\\e[0;38;5;249;48;5;16ma"))
        #expect(
            bytes(.truecolor).hasPrefix("\\e[1;1H\\e[0;38;2;178;178;178;48;2;0;0;0ma"))
    }

    @Test func `a rectangle that begins in a wide character begins with a space`() {
        var grid = CellGrid(size: Size(width: 4, height: 1))
        grid.write("日a", column: 0, row: 0)
        let painter = CellPainter(theme: theme, depth: .none, unicode: true)
        let bytes = painter.bytes(for: grid, in: Rect(x: 1, y: 0, width: 2, height: 1))
        #expect(visible(bytes) == "\\e[1;2H\\e[0m a\\e[m")
    }
}
