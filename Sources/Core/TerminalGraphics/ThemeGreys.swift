/// The greys among the 16 colours that themes change: those of the colours 0, 8, 7 and 15.
public struct ThemeGreys: Hashable, Sendable {
    /// Those of a terminal that does not tell its colours: in this order they become brighter in most themes.
    public static let assumed = ThemeGreys(greys: [
        Grey(color: 0, level: 0), Grey(color: 8, level: 85), Grey(color: 7, level: 170),
        Grey(color: 15, level: 255),
    ])

    /// The numbers of the colours.
    public static let colors = [0, 7, 8, 15]

    /// One of the colours and the grey that it is.
    private struct Grey: Hashable {
        let color: Int
        let level: UInt8
    }

    /// Each level once, the darkest first.
    private let greys: [Grey]

    private init(greys: [Grey]) { self.greys = greys }

    /// What a terminal told of its colours.
    ///
    /// Themes exist in which colour 8 is darker than colour 0; of equal colours one is enough.
    ///
    /// - Parameter levels: The grey, 0...255, of each of `colors`.
    /// - Returns: `nil` when a colour is missing or all are the same.
    public init?(levels: [Int: UInt8]) {
        let told = Self.colors.compactMap { color in
            levels[color].map { Grey(color: color, level: $0) }
        }
        var greys: [Grey] = []
        for grey in told.sorted(by: { $0.level < $1.level }) where greys.last?.level != grey.level {
            greys.append(grey)
        }
        guard told.count == Self.colors.count, greys.count > 1 else { return nil }
        self.greys = greys
    }

    /// How many greys there are, 2...4.
    public var count: Int { greys.count }

    /// The levels, the darkest first.
    public var levels: [UInt8] { greys.map(\.level) }

    /// The level that is shown for each grey 0...255.
    var shownLevels: [UInt8] { (0...255).map { nearest(to: $0).level } }

    /// The number of the colour, 0...15, that shows each grey 0...255.
    var numbers: [Int] { (0...255).map { nearest(to: $0).color } }

    /// The nearest level, the darker of two; while levels are only assumed, each colour has a quarter of the greys.
    private func nearest(to grey: Int) -> Grey {
        guard self != .assumed else { return greys[grey / 64] }
        var best = greys[0]
        for candidate in greys
        where abs(Int(candidate.level) - grey) < abs(Int(best.level) - grey) {
            best = candidate
        }
        return best
    }
}
