/// A generator of 64-bit numbers that gives the same sequence on every machine for ever.
///
/// Source: SplitMix64, Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
public struct SeededRandom: Hashable, Sendable {
    private var state: UInt64

    /// The sequence of `seed`.
    public init(seed: UInt64) { state = seed }

    /// An own sequence for `label` under `seed`: adding one label never moves another's.
    ///
    /// The label's UTF-8 bytes are folded in with FNV-1a (64 bits), then mixed once.
    public init(seed: UInt64, label: String) {
        var fold: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in label.utf8 { fold = (fold ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var mixer = SeededRandom(seed: seed ^ fold)
        state = mixer.next()
    }

    /// The next number, each of the 2⁶⁴ equally likely.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of `0..<bound`, each equally likely; `bound` is 1 or more.
    ///
    /// Numbers from the incomplete last run of `bound` are thrown away, so that none is favoured.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound >= 1, "a bound is 1 or more, got \(bound)")
        let size = UInt64(bound)
        let unfair = (UInt64.max % size + 1) % size
        var drawn = next()
        while drawn > UInt64.max - unfair { drawn = next() }
        return Int(drawn % size)
    }

    /// The elements in random order, every order equally likely.
    ///
    /// Source: Fisher and Yates, as in Durstenfeld 1964, doi:10.1145/364520.364540: from the last
    /// place down to the second, swap with a place drawn from those up to and with it.
    public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var shuffled = elements
        for place in shuffled.indices.dropFirst().reversed() {
            shuffled.swapAt(place, below(place + 1))
        }
        return shuffled
    }
}
