/// A curve with its operating points: ROC, or free-response (FROC).
public struct Curve: Hashable, Sendable {
    /// What the axes are.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// False positive rate (0...1) against sensitivity.
        case roc
        /// False marks a case (0 and more) against the share of lesions found.
        case froc
    }

    /// One threshold of the curve.
    public struct Point: Hashable, Sendable {
        /// Ratings from this on are positive calls; `nil` for the corner where nothing is.
        public let threshold: Double?
        /// The horizontal axis.
        public let x: Double
        /// The vertical axis, 0...1.
        public let y: Double
        /// Pointwise limits of `y`; `nil` where there are none.
        public let band: Interval?

        /// A point.
        public init(threshold: Double?, x: Double, y: Double, band: Interval? = nil) {
            (self.threshold, self.x, self.y, self.band) = (threshold, x, y, band)
        }
    }

    /// What the axes are.
    public let kind: Kind
    /// What it is about.
    public let stratum: Stratum
    /// From the highest threshold to the lowest.
    public let points: [Point]
    /// The area under it with its interval.
    public let area: Estimate
    /// The records behind it.
    public let source: EventSet

    /// A curve.
    public init(
        kind: Kind, stratum: Stratum, points: [Point], area: Estimate, source: EventSet
    ) {
        (self.kind, self.stratum, self.points) = (kind, stratum, points)
        (self.area, self.source) = (area, source)
    }
}
