import Glibc

/// A colour of the sRGB space, 8 bits a channel.
public struct RGB: Hashable, Sendable {
    /// 0...255.
    public let red: UInt8
    /// 0...255.
    public let green: UInt8
    /// 0...255.
    public let blue: UInt8

    /// A colour from its channels.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from `#rrggbb`; `nil` for any other text.
    public init?(hexadecimal text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == 0x23, digits.count == 6,
            digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            UInt8(value >> 16), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value))
    }

    /// The grey, 0...255, that is about as bright; of a neutral colour its own level.
    ///
    /// Source: luma of ITU-R BT.709.
    public var grey: UInt8 {
        let sum = 2126 * Int(red) + 7152 * Int(green) + 722 * Int(blue)
        return UInt8((sum + 5_000) / 10_000)
    }

    /// Relative luminance, 0 (black) to 1 (white).
    ///
    /// Source: WCAG 2.2, relative luminance.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Contrast with another colour, 1 (none) to 21 (black on white).
    ///
    /// Source: WCAG 2.2, contrast ratio.
    public func contrast(with other: RGB) -> Double {
        let brighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (brighter + 0.05) / (darker + 0.05)
    }

    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}

extension RGB {
    /// The colour that entry 16...255 of the palette of 256 has in every terminal.
    ///
    /// Entries 0...15 are changed by the themes of terminals and have no colour here.
    public init?(paletteEntry entry: Int) {
        switch entry {
        case 16...231:
            let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
            let cube = entry - 16
            self.init(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        case 232...255:
            let grey = UInt8(8 + 10 * (entry - 232))
            self.init(grey, grey, grey)
        default: return nil
        }
    }

    /// The entry 16...255 of the palette of 256 that is nearest; the first of equals.
    public var nearestPaletteEntry: Int {
        (16...255).min { distance(toEntry: $0) < distance(toEntry: $1) } ?? 16
    }

    private func distance(toEntry entry: Int) -> Int {
        guard let other = RGB(paletteEntry: entry) else { return .max }
        let differences = [
            Int(red) - Int(other.red), Int(green) - Int(other.green),
            Int(blue) - Int(other.blue),
        ]
        return differences.reduce(0) { $0 + $1 * $1 }
    }
}
