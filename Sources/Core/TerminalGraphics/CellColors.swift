import Imaging

/// The greys that a terminal's cells can have.
public enum CellColors: Hashable, Sendable, CaseIterable {
    /// 24 bits: 256 greys.
    case truecolor
    /// The palette of 256 without the 16 that themes change: 30 greys.
    case palette256
    /// Black, dark grey, light grey and white of the 16: their levels are the theme's.
    case sixteen(ThemeGreys = .assumed)

    /// Every kind, with the levels that are assumed of a theme.
    public static let allCases: [CellColors] = [.truecolor, .palette256, .sixteen()]

    /// How many greys there are.
    public var greyCount: Int {
        switch self {
        case .truecolor: 256
        case .palette256: PaletteGrey.all.count
        case .sixteen(let greys): greys.count
        }
    }

    /// The grey that is shown for each grey 0...255.
    public var shownLevels: [UInt8] {
        switch self {
        case .truecolor: Array(0...255)
        case .palette256: (0...255).map { PaletteGrey.nearest(to: $0).level }
        case .sixteen(let greys): greys.shownLevels
        }
    }

    /// The parts of the select-graphic-rendition sequence that set foreground and background, for each grey.
    var parameters: (foreground: [[UInt8]], background: [[UInt8]]) {
        let greys = 0...255
        switch self {
        case .truecolor:
            return (
                greys.map { Array("38;2;\($0);\($0);\($0)".utf8) },
                greys.map { Array("48;2;\($0);\($0);\($0)".utf8) }
            )
        case .palette256:
            let colors = greys.map { PaletteGrey.nearest(to: $0).color }
            return (
                colors.map { Array("38;5;\($0)".utf8) }, colors.map { Array("48;5;\($0)".utf8) }
            )
        case .sixteen(let greys):
            let foreground = greys.numbers.map { $0 < 8 ? 30 + $0 : 82 + $0 }
            return (
                foreground.map { Array("\($0)".utf8) }, foreground.map { Array("\($0 + 10)".utf8) }
            )
        }
    }
}
