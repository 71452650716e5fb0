/// The sixel colour register, which is the percentage, for each grey.
///
/// No other neutral greys are nearer. Shown levels lie 2 or 3 apart, so of 256 greys 101 are exact and 155 are 1 off: a mean
/// squared error of 155/256, 50.31 dB where every grey is as frequent. Only a picture with more of the exact greys
/// (black, white) has more: 50.85 dB for a CT slice of which a quarter is black.
public struct SixelPalette: Hashable, Sendable {
    /// Neutral greys of sixel: 0...100 %.
    public static let greyCount = 101

    /// The rounding rule that the terminal is taken to have.
    public let rounding: SixelRounding
    /// The register for each grey 0...255, never falling.
    public let registers: [UInt8]

    /// The registers whose shown level is nearest to each grey; the darker one of two that are equally near.
    public init(_ rounding: SixelRounding) {
        self.rounding = rounding
        registers = Self.table(rounding)
    }

    private static func table(_ rounding: SixelRounding) -> [UInt8] {
        let rules: [SixelRounding] = rounding == .unknown ? [.xterm, .floor, .round] : [rounding]
        let levels = (0..<greyCount).map { percent in rules.map { $0.level(percent) } }
        func error(_ percent: Int, _ grey: Int) -> Int {
            levels[percent].reduce(0) { $0 + ($1 - grey) * ($1 - grey) }
        }
        // Levels rise with per cent, so the nearest one does not fall from grey to grey.
        var percent = 0
        return (0...255).map { grey in
            while percent + 1 < greyCount, error(percent + 1, grey) < error(percent, grey) {
                percent += 1
            }
            return UInt8(percent)
        }
    }

    /// The level that is shown for each grey 0...255.
    public var shownLevels: [UInt8] { registers.map { UInt8(rounding.level(Int($0))) } }
}
