import ReaderStudies

/// What the reader draws on the picture to answer a question.
public struct Drawing: Hashable, Sendable {
    /// With what.
    public let tool: AnswerMeasurement.Kind
    /// Which of its numbers answers: `long axis`, `maximum`; the first of the item's unit when `nil`.
    public let quantity: String?
    /// Whether a number may also be typed; a region is always drawn.
    public let mayBeTyped: Bool
    /// Whether the store works out the texture of what is drawn and keeps it with the answer.
    public let hasTexture: Bool

    /// A number that is measured, and may be typed as well.
    public static func measurement(
        _ tool: AnswerMeasurement.Kind, quantity: String? = nil
    ) -> Drawing {
        Drawing(tool: tool, quantity: quantity, mayBeTyped: true, hasTexture: false)
    }

    /// A region; its number of voxels is the answer.
    public static func region(_ tool: AnswerMeasurement.Kind, hasTexture: Bool) -> Drawing {
        Drawing(tool: tool, quantity: "voxels", mayBeTyped: false, hasTexture: hasTexture)
    }

    /// Tools whose inside has voxels on one slice.
    public static let regionTools: [AnswerMeasurement.Kind] = [
        .polygon, .freehand, .ellipse, .rectangle,
    ]
}

/// How the texture of drawn regions is worked out, from the parameters of the instrument.
public struct TextureRule: Hashable, Sendable {
    /// Ways in which values become grey levels.
    public enum Normalisation: String, Hashable, Sendable, CaseIterable {
        /// The mean less and plus three standard deviations.
        case threeSigma
        /// The least to the greatest value.
        case range
        /// The 1st to the 99th percentile.
        case percentiles
    }

    /// How values become grey levels.
    public let normalisation: Normalisation
    /// Bits of a grey level, 2 to 8.
    public let bits: Int
    /// Pixels between the two of a pair, 1 to 5.
    public let distance: Int
    /// Degrees, each 0, 45, 90 or 135; features are averaged over them.
    public let directions: [Int]
    /// Whether each pair counts in both orders.
    public let isSymmetric: Bool

    /// All directions.
    private static let allDirections = [0, 45, 90, 135]

    /// The rule that `parameters` set; what they leave out is as MaZda is used.
    ///
    /// - Throws: `InstrumentError.definition` for a setting that means nothing.
    init(_ parameters: [Parameter]) throws(InstrumentError) {
        normalisation = try Self.normalisation(Self.value("texture_normalisation", parameters))
        bits = try Self.whole("texture_bits", parameters, in: 2...8) ?? 6
        distance = try Self.whole("texture_distance", parameters, in: 1...5) ?? 1
        directions = try Self.directions(Self.value("texture_directions", parameters))
        isSymmetric = try Self.truth("texture_symmetric", parameters) ?? true
    }

    private static func value(_ id: String, _ parameters: [Parameter]) -> Parameter.Value? {
        parameters.first { $0.id == id }?.value
    }

    private static func wrong(_ id: String, _ sentence: String) -> InstrumentError {
        .definition(path: ["parameters", id], position: nil, sentence: sentence)
    }

    private static func normalisation(
        _ value: Parameter.Value?
    ) throws(InstrumentError) -> Normalisation {
        guard let value else { return .threeSigma }
        guard case .code(let code, _) = value, let known = Normalisation(rawValue: code) else {
            throw wrong(
                "texture_normalisation", "It is one of threeSigma, range and percentiles.")
        }
        return known
    }

    private static func whole(
        _ id: String, _ parameters: [Parameter], in range: ClosedRange<Int>
    ) throws(InstrumentError) -> Int? {
        guard let value = value(id, parameters) else { return nil }
        guard case .number(let number) = value, let whole = Int(exactly: number),
            range.contains(whole)
        else {
            throw wrong(
                id, "It is a whole number, \(range.lowerBound) to \(range.upperBound).")
        }
        return whole
    }

    private static func truth(
        _ id: String, _ parameters: [Parameter]
    ) throws(InstrumentError) -> Bool? {
        guard let value = value(id, parameters) else { return nil }
        guard case .truth(let isTrue) = value else { throw wrong(id, "It is yes or no.") }
        return isTrue
    }

    private static func directions(_ value: Parameter.Value?) throws(InstrumentError) -> [Int] {
        guard let value else { return allDirections }
        if case .code(let code, _) = value {
            if code == "all" { return allDirections }
            if let angle = Int(code), allDirections.contains(angle) { return [angle] }
        }
        throw wrong("texture_directions", "It is one of all, 0, 45, 90 and 135.")
    }
}
