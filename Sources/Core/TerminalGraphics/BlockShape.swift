/// How a cell is divided into pixels that a block character can paint.
public enum BlockShape: String, Hashable, Sendable, CaseIterable {
    /// 1 × 2 pixels.
    case half
    /// 2 × 2 pixels.
    case quadrant
    /// 2 × 3 pixels.
    case sextant

    /// Pixels across a cell.
    public var columns: Int { self == .half ? 1 : 2 }

    /// Pixels down a cell.
    public var rows: Int { self == .sextant ? 3 : 2 }

    /// The character for each mask of pixels in the foreground; bit 0 is the upper left pixel, then row by row.
    ///
    /// Source: Unicode, Block Elements and Symbols for Legacy Computing.
    var characters: [[UInt8]] {
        switch self {
        case .half: " ▀▄█".map { Array($0.utf8) }
        case .quadrant: " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".map { Array($0.utf8) }
        case .sextant: (0..<64).map { Array(String(Self.sextant($0)).utf8) }
        }
    }

    /// U+1FB00 to U+1FB3B in the order of masks, without those that are older characters.
    private static func sextant(_ mask: Int) -> Character {
        switch mask {
        case 0: " "
        case 0b010101: "▌"
        case 0b101010: "▐"
        case 63: "█"
        default:
            Unicode.Scalar(UInt32(0x1FAFF + mask - (mask > 21 ? 1 : 0) - (mask > 42 ? 1 : 0)))
                .map(Character.init) ?? " "
        }
    }
}
