/// Readers and cases for a comparison of two modalities over several readers.
///
/// Random readers and cases, by the variance components of a pilot analysed by
/// `ObuchowskiRockette`; those over cases shrink with the number of cases.
///
/// Source: Hillis, Obuchowski and Berbaum 2011, doi:10.1016/j.acra.2010.09.007. Agrees with R
/// `RJafroc::SsPowerGivenJK(method = "OR")`.
public struct MRMCPlan: Hashable, Sendable {
    /// What a pilot tells.
    public struct Components: Hashable, Sendable {
        /// Of readers and modalities; a negative one counts as 0.
        public let interaction: Double
        /// The variance of one estimate.
        public let error: Double
        /// One reader, two modalities.
        public let cov1: Double
        /// One modality, two readers.
        public let cov2: Double
        /// Two modalities, two readers.
        public let cov3: Double
        /// Cases of the pilot.
        public let cases: Double

        /// The components of a pilot with `cases` cases.
        public init(
            interaction: Double, error: Double, cov1: Double, cov2: Double, cov3: Double,
            cases: Double
        ) {
            (self.interaction, self.error, self.cov1) = (interaction, error, cov1)
            (self.cov2, self.cov3, self.cases) = (cov2, cov3, cases)
        }
    }

    private let pilot: Components
    private let difference: Double
    private let level: ConfidenceLevel

    /// A plan to find a `difference` of the two modalities.
    public init(
        _ pilot: Components, difference: Double, level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard pilot.error > pilot.cov1, pilot.cases >= 2 else {
            throw .badParameter(
                name: "error", sentence: "It must be above cov1, and the pilot have two cases.")
        }
        guard difference != 0, abs(difference) < 1 else {
            throw .badParameter(
                name: "difference", sentence: "It must not be 0 and lie between -1 and 1.")
        }
        (self.pilot, self.difference, self.level) = (pilot, difference, level)
    }

    /// The power with `readers` (at least two) and `cases`.
    public func power(readers: Int, cases: Int) throws(StatisticsError) -> Double {
        guard readers >= 2, cases >= 2 else {
            throw .badParameter(
                name: "readers", sentence: "There must be at least two readers and two cases.")
        }
        let (r, shrink) = (Double(readers), pilot.cases / Double(cases))
        let shared = max(pilot.cov2 - pilot.cov3, 0)
        let interaction = max(pilot.interaction, 0)
        let own = pilot.error - pilot.cov1
        let spread = interaction + shrink * (own + (r - 1) * shared)
        let square = interaction + shrink * max(own - shared, 0)
        guard square > 0 else {
            throw .badParameter(
                name: "cov2", sentence: "The components leave readers no variance of their own.")
        }
        let degrees = spread * spread * (r - 1) / (square * square)
        let bound = FDistribution.quantile(level.level, 1, degrees)
        return FDistribution.upperTail(
            bound, 1, degrees, noncentrality: r * difference * difference / (2 * spread))
    }

    /// The fewest cases with which `readers` reach `power`; undefined where no number does.
    public func cases(readers: Int, power: Double) throws(StatisticsError) -> Quantity {
        guard power > 0 && power < 1 else { throw .proportionOutOfRange(name: "power", power) }
        var (low, high) = (2, 1 << 24)
        guard try self.power(readers: readers, cases: high) >= power else {
            return .undefined("no number of cases is enough for so few readers")
        }
        while low < high {
            let middle = (low + high) / 2
            if try self.power(readers: readers, cases: middle) >= power {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return .value(Double(low))
    }
}
