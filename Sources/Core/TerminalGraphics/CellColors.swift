import Imaging

/// The greys that a terminal's cells can have.
public enum CellColors: String, Hashable, Sendable, CaseIterable {
    /// 24 bits: 256 greys.
    case truecolor
    /// The palette of 256 without the 16 that themes change: 30 greys.
    case palette256
    /// Black, dark grey, light grey and white of the 16: order only, their levels are the theme's.
    case sixteen

    /// How many greys there are.
    public var greyCount: Int {
        switch self {
        case .truecolor: 256
        case .palette256: PaletteGrey.all.count
        case .sixteen: 4
        }
    }

    /// The grey that is shown for each grey 0...255; for 16 colours the levels are only assumed.
    public var shownLevels: [UInt8] {
        switch self {
        case .truecolor: Array(0...255)
        case .palette256: (0...255).map { PaletteGrey.nearest(to: $0).level }
        case .sixteen: (0...255).map { UInt8($0 / 64 * 85) }
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
        case .sixteen:
            let foreground = [30, 90, 37, 97]
            return (
                greys.map { Array("\(foreground[$0 / 64])".utf8) },
                greys.map { Array("\(foreground[$0 / 64] + 10)".utf8) }
            )
        }
    }
}
