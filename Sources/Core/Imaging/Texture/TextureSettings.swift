/// The neighbour that a pixel of a slice is paired with.
public enum TextureDirection: Int, Hashable, Sendable, Codable, CaseIterable {
    /// To the right.
    case degrees0 = 0
    /// To the right and up.
    case degrees45 = 45
    /// Down; the pairs are those of up.
    case degrees90 = 90
    /// To the right and down.
    case degrees135 = 135

    /// Columns and rows to the neighbour at distance 1.
    var step: (columns: Int, rows: Int) {
        switch self {
        case .degrees0: (1, 0)
        case .degrees45: (1, -1)
        case .degrees90: (0, 1)
        case .degrees135: (1, 1)
        }
    }
}

/// Which values of a region become the lowest and the highest grey level.
public enum TextureNormalisation: Hashable, Sendable, Codable {
    /// The least and the greatest value.
    case range
    /// The mean less and plus three standard deviations (divisor n); values beyond take the outermost levels.
    case threeSigma
    /// Two percentiles, such as 1 and 99; values beyond take the outermost levels.
    case percentiles(Double, Double)
}

/// Everything on which co-occurrence features depend; all of it belongs in every export.
///
/// Source: PMC7689426, Table 1 (directions, distances, 6 bits) and eletel.p.lodz.pl progr_mazda (normalisation).
public struct TextureSettings: Hashable, Sendable, Codable {
    /// How values become grey levels.
    public let normalisation: TextureNormalisation
    /// Bits of a grey level, 2 to 8: 6 bits are 64 levels.
    public let bits: Int
    /// Pixels between the two of a pair, 1 to 5.
    public let distance: Int
    /// Directions over which features are averaged.
    public let directions: [TextureDirection]
    /// Whether each pair counts in both orders.
    public let isSymmetric: Bool

    /// Settings; `bits` is 2 to 8, `distance` 1 to 5, and there is a direction at least.
    public init(
        normalisation: TextureNormalisation = .threeSigma, bits: Int = 6, distance: Int = 1,
        directions: [TextureDirection] = TextureDirection.allCases, isSymmetric: Bool = true
    ) {
        precondition((2...8).contains(bits), "2 to 8 bits, got \(bits)")
        precondition((1...5).contains(distance), "a distance of 1 to 5 pixels, got \(distance)")
        precondition(!directions.isEmpty, "features need a direction")
        self.normalisation = normalisation
        self.bits = bits
        self.distance = distance
        self.directions = directions
        self.isSymmetric = isSymmetric
    }

    /// Number of grey levels.
    public var levelCount: Int { 1 << bits }

    /// The settings in words: `3 sigma, 6 bits, distance 1, 0 45 90 135 degrees, symmetric`.
    public var text: String {
        let angles = directions.map { "\($0.rawValue)" }.joined(separator: " ")
        return "\(normalisation.text), \(bits) bits, distance \(distance), \(angles) degrees, "
            + (isSymmetric ? "symmetric" : "not symmetric")
    }
}

extension TextureNormalisation {
    fileprivate var text: String {
        switch self {
        case .range: "least to greatest"
        case .threeSigma: "3 sigma"
        case .percentiles(let lower, let upper): "percentiles \(lower) to \(upper)"
        }
    }
}
