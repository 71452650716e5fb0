/// The tissues of an anatomy, numbered from 0, 16 at most.
protocol Tissue: RawRepresentable, CaseIterable, Sendable where RawValue == Int {}

/// How much of each tissue a sample holds; the parts add up to 1.
struct TissueMix<Kind: Tissue>: Sendable {
    /// The part of each tissue, by its number.
    private(set) var parts: SIMD16<Float>

    /// A sample of one tissue.
    init(_ tissue: Kind) {
        parts = .zero
        parts[tissue.rawValue] = 1
    }

    /// The mean of samples.
    init(meanOf sum: SIMD16<Float>, count: Int) {
        parts = sum * (1 / Float(count))
    }

    /// Covers the part `coverage` (0...1) of the sample with `tissue`.
    @inline(__always)
    mutating func lay(_ tissue: Kind, _ coverage: Double) {
        guard coverage > 0 else { return }
        let part = Float(min(coverage, 1))
        parts *= 1 - part
        parts[tissue.rawValue] += part
    }

    /// Turns the part `fraction` (0...1) of one tissue into another.
    @inline(__always)
    mutating func turn(_ from: Kind, into to: Kind, _ fraction: Double) {
        guard fraction > 0 else { return }
        let moved = parts[from.rawValue] * Float(min(fraction, 1))
        parts[from.rawValue] -= moved
        parts[to.rawValue] += moved
    }

    /// The part of one tissue.
    subscript(tissue: Kind) -> Double { Double(parts[tissue.rawValue]) }
}

/// What each tissue looks like in one sequence: a value for every tissue.
struct Contrast<Kind: Tissue>: Sendable {
    private var values = SIMD16<Float>.zero

    /// A table from a function of the tissue.
    init(_ value: (Kind) -> Double) {
        for tissue in Kind.allCases { values[tissue.rawValue] = Float(value(tissue)) }
    }

    /// The value of a mixture.
    @inline(__always)
    func callAsFunction(_ mix: TissueMix<Kind>) -> Double {
        Double((mix.parts * values).sum())
    }
}
