/// Which windows a reader may take in an arm; without rules every window.
public struct WindowRules: Hashable, Sendable, Codable {
    /// Windows of the keys 1, 2 and so on, as an arm names its window; empty for those of the images.
    public var keys: [String]
    /// Whether the window in which the arm opens is the only one.
    public var isFixed: Bool
    /// Least and greatest width.
    public var width: WindowRange?
    /// Least and greatest level.
    public var level: WindowRange?

    /// Rules; by default none.
    public init(
        keys: [String] = [], isFixed: Bool = false, width: WindowRange? = nil,
        level: WindowRange? = nil
    ) {
        self.keys = keys
        self.isFixed = isFixed
        self.width = width
        self.level = level
    }
}

/// Values from `least` to `greatest`, both finite, in units of the images.
public struct WindowRange: Hashable, Sendable, Codable {
    /// The lowest value.
    public let least: Double
    /// The highest value, not below `least`.
    public let greatest: Double

    /// A range; `greatest` below `least` counts as `least`.
    public init(_ least: Double, _ greatest: Double) {
        self.least = least
        self.greatest = max(least, greatest)
    }

    /// Whether a value lies in it.
    public func contains(_ value: Double) -> Bool { value >= least && value <= greatest }

    /// The value, or the nearest one in the range.
    public func clamped(_ value: Double) -> Double { min(max(value, least), greatest) }
}
