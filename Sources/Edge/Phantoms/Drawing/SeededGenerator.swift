/// A stream of random numbers that is the same on every machine: SplitMix64.
///
/// Source: Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A stream that belongs to `seed`.
    init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return mixBits(state)
    }

    /// A number in `0..<1`, a multiple of 2⁻⁵³.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in `range`.
    mutating func uniform(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }

    /// A nearly normal number with mean 0 and standard deviation 1, between -4.9 and 4.9.
    ///
    /// The sum of eight 16-bit numbers: integers only, so no machine rounds it differently.
    mutating func gaussian() -> Double {
        let sum = Self.halves(next()) + Self.halves(next())
        return (Double(sum) - 262_140) * (1 / 53_509.9)
    }

    /// The sum of the four 16-bit parts of a number.
    private static func halves(_ bits: UInt64) -> UInt64 {
        (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
    }
}

/// Spreads the bits of a counter over the whole number (the output step of SplitMix64).
func mixBits(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
}
