import CNcurses
import TerminalUI

/// How ncurses is told the look of a cell.
struct CursesInk {
    /// Attributes.
    var attributes: attr_t
    /// Number of a pair of colours; 0 is the terminal's own.
    var pair: Int32
}

/// The looks of a theme as ncurses' colour pairs: one pair a role, and one for the cells of
/// pictures.
struct CursesInks {
    /// Colours that are used.
    let depth: ColorDepth
    /// The look of cells that belong to a picture.
    let owned: CursesInk
    private let theme: Theme
    private let hasBrightColors: Bool
    /// One ink for each role, plain or bold, reversed or not: finding the nearest of 256 colours takes long.
    private var inks: [CursesInk] = []

    /// Defines the pairs of the theme in the current screen of ncurses.
    init(theme: Theme, capabilities: TerminalCapabilities) {
        let depth = Self.usableDepth(capabilities)
        self.theme = theme
        self.depth = depth
        if depth > .none {
            start_color()
            // Otherwise ncurses clears with spaces, because it takes white on black for the
            // terminal's own.
            use_default_colors()
        }
        hasBrightColors = depth > .none && cncurses_colors() >= 16
        let ownedPair = Int32(Role.allCases.count + 1)
        owned = CursesInk(attributes: cncurses_owned, pair: depth == .none ? 0 : ownedPair)
        if depth > .none { definePairs(ownedPair: ownedPair) }
        inks = Role.allCases.flatMap { role in
            (0..<4).map { Cell(role: role, reversed: $0 & 1 != 0, bold: $0 & 2 != 0) }
        }.map(makeInk)
    }

    /// The ink of a cell.
    func ink(of cell: Cell) -> CursesInk {
        let role = Int(pair(of: cell.role)) - 1
        return inks[role * 4 + (cell.reversed ? 1 : 0) + (cell.bold ? 2 : 0)]
    }

    private func makeInk(of cell: Cell) -> CursesInk {
        let look = theme.look(of: cell, depth: depth)
        var attributes: attr_t = 0
        if look.attributes.contains(.bold) || isBright(look.foreground) {
            attributes |= cncurses_bold
        }
        if look.attributes.contains(.underlined) { attributes |= cncurses_underline }
        if look.attributes.contains(.reversed) { attributes |= cncurses_reverse }
        return CursesInk(attributes: attributes, pair: depth == .none ? 0 : pair(of: cell.role))
    }

    /// Makes cleared cells look like blank text.
    func setBackground(of window: UnsafeMutablePointer<WINDOW>) {
        let ink = ink(of: Cell())
        cncurses_background(window, 0, ink.pair)
    }

    private func pair(of role: Role) -> Int32 {
        Int32((Role.allCases.firstIndex(of: role) ?? 0) + 1)
    }

    private func definePairs(ownedPair: Int32) {
        for role in Role.allCases {
            let look = theme.look(of: Cell(role: role), depth: depth)
            init_extended_pair(pair(of: role), number(look.foreground), number(look.background))
        }
        let surround = number(ThemeColor(theme.surround, sixteen: .black).color(depth))
        init_extended_pair(ownedPair, number(theme.style(of: .text).color.color(depth)), surround)
    }

    /// Where there are 8 colours, the bright ones are the others in bold.
    private func isBright(_ color: TerminalColor) -> Bool {
        guard case .palette(let entry) = color else { return false }
        return !hasBrightColors && entry >= 8
    }

    private func number(_ color: TerminalColor) -> Int32 {
        switch color {
        case .standard: -1
        case .palette(let entry): Int32(hasBrightColors ? entry : entry % 8)
        case .rgb(let rgb):
            Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
        }
    }

    private static func usableDepth(_ capabilities: TerminalCapabilities) -> ColorDepth {
        guard capabilities.colors > .none, has_colors() else { return .none }
        // COLORS is known only after start_color; the terminal database knows it before.
        let database = tigetnum("colors")
        let known: ColorDepth =
            switch database {
            case (1 << 24)...: .truecolor
            case 256...: .palette256
            case 8...: .sixteen
            default: .none
            }
        return min(known, capabilities.colors)
    }
}
