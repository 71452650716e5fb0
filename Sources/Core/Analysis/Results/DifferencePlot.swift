/// Differences of two measurements against their means, after Bland and Altman.
public struct DifferencePlot: Hashable, Sendable {
    /// One unit that both measured.
    public struct Point: Hashable, Sendable {
        /// The unit: participant, case and site.
        public let unit: String
        /// (first + second) / 2.
        public let mean: Double
        /// first − second.
        public let difference: Double

        /// A point.
        public init(unit: String, mean: Double, difference: Double) {
            (self.unit, self.mean, self.difference) = (unit, mean, difference)
        }
    }

    /// What it is about.
    public let stratum: Stratum
    /// Who or what measured first: a reader, an arm, an occasion.
    public let first: String
    /// Who or what measured second.
    public let second: String
    /// The unit of measurement, such as `mm`; may be empty.
    public let unit: String
    /// The units, in the order of the data.
    public let points: [Point]
    /// The mean difference with its interval.
    public let bias: Estimate
    /// Bias − 1.96 standard deviations.
    public let lowerLimit: Estimate
    /// Bias + 1.96 standard deviations.
    public let upperLimit: Estimate
    /// The records behind it.
    public let source: EventSet

    /// A plot.
    public init(
        stratum: Stratum, first: String, second: String, unit: String, points: [Point],
        bias: Estimate, lowerLimit: Estimate, upperLimit: Estimate, source: EventSet
    ) {
        (self.stratum, self.first, self.second, self.unit) = (stratum, first, second, unit)
        (self.points, self.bias) = (points, bias)
        (self.lowerLimit, self.upperLimit, self.source) = (lowerLimit, upperLimit, source)
    }
}
