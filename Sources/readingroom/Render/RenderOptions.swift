import ArgumentParser
import Imaging
import TerminalGraphics

/// What `--graphics` can ask for.
enum RenderGraphics: String, ExpressibleByArgument, CaseIterable {
    case kitty, sixel, iterm2, half, quadrant, sextant, ascii, mono, png

    /// Whether the size is in pixels and not in cells.
    var hasPixels: Bool { [.kitty, .sixel, .iterm2, .png].contains(self) }

    /// The renderer; `nil` for PNG. Blocks without colours are black and white.
    func renderer(colors: RenderColors, rounding: SixelRounding) -> GreyRenderer? {
        switch self {
        case .kitty: .kitty(KittyOptions())
        case .sixel: .sixel(SixelOptions(rounding: rounding))
        case .ascii: .ascii(InkRamp())
        case .iterm2: .inline
        case .mono: .mono(.half)
        case .half: colors.cellColors.map { .halfBlocks($0) } ?? .mono(.half)
        case .quadrant: colors.cellColors.map { .quadrants($0) } ?? .mono(.quadrant)
        case .sextant: colors.cellColors.map { .sextants($0) } ?? .mono(.sextant)
        case .png: nil
        }
    }
}

/// What `--colors` can ask for.
enum RenderColors: String, ExpressibleByArgument, CaseIterable {
    case truecolor
    case palette256 = "256"
    case sixteen = "16"
    case none

    /// The colours of cells; `nil` for none.
    var cellColors: CellColors? {
        switch self {
        case .truecolor: .truecolor
        case .palette256: .palette256
        case .sixteen: .sixteen()
        case .none: nil
        }
    }
}

/// `WIDTHxHEIGHT`, each from 1 to 8192.
struct RenderSize: ExpressibleByArgument, Equatable {
    /// The largest side.
    static let largest = 8_192

    let width: Int
    let height: Int

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    init?(argument: String) {
        let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        guard sides.count == 2, sides.allSatisfy((1...Self.largest).contains) else { return nil }
        (width, height) = (sides[0], sides[1])
    }

    /// The size, no larger than `limit` on either side.
    func within(_ limit: RenderSize?) -> RenderSize {
        guard let limit else { return self }
        return RenderSize(width: min(width, limit.width), height: min(height, limit.height))
    }

    static var allValueStrings: [String] { ["WIDTHxHEIGHT, each from 1 to \(largest)"] }
}

/// `CENTER,WIDTH`, `auto`, `percentile` or a preset's name.
struct RenderWindow: ExpressibleByArgument, CustomStringConvertible, Equatable {
    /// What decides itself.
    static let automatic = RenderWindow(choice: .automatic, description: "auto")

    let choice: WindowChoice
    let description: String

    init(choice: WindowChoice, description: String) {
        self.choice = choice
        self.description = description
    }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        // A study writes numbers as width/centre, the command line as centre,width: only one of them here.
        let text = parts.count == 2 ? "\(parts[1])/\(parts[0])" : argument
        guard parts.count == 2 || !argument.contains("/"), let choice = WindowChoice(text)
        else { return nil }
        self.init(choice: choice, description: argument)
    }
}

extension SixelRounding: ExpressibleByArgument {}
extension Resampling: ExpressibleByArgument {}
extension BodyPlane: ExpressibleByArgument {}
