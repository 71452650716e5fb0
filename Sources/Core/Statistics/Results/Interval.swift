/// The two limits of a confidence interval, each a number or the reason why there is none.
public struct Interval: Hashable, Sendable {
    /// The lower limit.
    public let lower: Quantity
    /// The upper limit.
    public let upper: Quantity

    /// The interval from `lower` to `upper`.
    public init(_ lower: Quantity, _ upper: Quantity) {
        (self.lower, self.upper) = (lower, upper)
    }

    /// The interval from `lower` to `upper`.
    public init(_ lower: Double, _ upper: Double) {
        self.init(Quantity(lower), Quantity(upper))
    }

    /// `center` minus and plus `halfWidth`.
    init(around center: Double, _ halfWidth: Double) {
        self.init(center - halfWidth, center + halfWidth)
    }

    /// No limits, for `reason`.
    public static func undefined(_ reason: String) -> Interval {
        Interval(.undefined(reason), .undefined(reason))
    }

    /// Both limits after an increasing `transform`.
    func map(_ transform: (Double) -> Double) -> Interval {
        Interval(lower.map(transform), upper.map(transform))
    }

    /// Both limits cut to `range`.
    func clamped(to range: ClosedRange<Double>) -> Interval {
        map { min(max($0, range.lowerBound), range.upperBound) }
    }
}
