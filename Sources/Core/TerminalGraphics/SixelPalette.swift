/// The sixel colour register, which is the percentage, for each grey.
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
        registers = Self.tables[rounding] ?? Self.table(rounding)
    }

    /// The tables, made once.
    private static let tables = Dictionary(
        uniqueKeysWithValues: SixelRounding.allCases.map { ($0, table($0)) })

    private static func table(_ rounding: SixelRounding) -> [UInt8] {
        let rules: [SixelRounding] = rounding == .unknown ? [.xterm, .floor, .round] : [rounding]
        return (0...255).map { grey in
            let errors = (0..<greyCount).map { percent in
                rules.reduce(0) { sum, rule in
                    let error = rule.level(percent) - grey
                    return sum + error * error
                }
            }
            let least = errors.min() ?? 0
            return UInt8(errors.firstIndex(of: least) ?? 0)
        }
    }

    /// The level that is shown for each grey 0...255.
    public var shownLevels: [UInt8] { registers.map { UInt8(rounding.level(Int($0))) } }
}
